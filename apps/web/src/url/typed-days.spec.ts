import { inApiDays, wrongDay } from './typed-days';

describe('the days of an address', () => {
  it('are understood in French', () => {
    expect(inApiDays({ 'as-of': '31/12/2024', from: '1/1/2025', sort: 'id' })).toEqual({
      'as-of': '2024-12-31',
      from: '2025-01-01',
      sort: 'id',
    });
  });

  it.each([
    ['as-of', '2025-13-45'],
    ['as-of', 'abc'],
    ['from', '2025-13-01'],
    ['to', 'def'],
    ['on', 'xx'],
  ])('are named where they are wrong: %s=%s', (name, value) => {
    expect(wrongDay(inApiDays({ [name]: value }))).toEqual({ name, value });
  });

  it('may be an instant in as-of', () => {
    expect(wrongDay({ 'as-of': '2025-06-30T12:00:00Z', from: '2025-01-01' })).toBeUndefined();
  });
});
