import fc from 'fast-check';
import { listOf, oneOf, parseSearch, stringifySearch } from './search';

describe('the query of an address', () => {
  it('is read as the API reads it: what is repeated is a list', () => {
    const search = parseSearch('?as-of=2026-11-29&note=4&note=5&en_qpv=O');
    expect(search).toEqual({ 'as-of': '2026-11-29', note: ['4', '5'], en_qpv: 'O' });
    expect([listOf(search, 'note'), listOf(search, 'en_qpv'), listOf(search, 'absent')]).toEqual([
      ['4', '5'],
      ['O'],
      [],
    ]);
    expect([oneOf(search, 'note'), oneOf(search, 'absent')]).toEqual(['4', undefined]);
  });

  it('leaves out what has no value', () => {
    expect(stringifySearch({ a: undefined, b: '', c: [], d: null, e: 'é & à' })).toBe('?e=%C3%A9+%26+%C3%A0');
    expect(stringifySearch({})).toBe('');
  });

  it('is the same once written and read again', () => {
    const value = fc.string({ minLength: 1 });
    // Names are those of the API's parameters: never a number, whose order an object changes, nor a member of every object.
    const name = fc.stringMatching(/^[a-z][a-z_-]{0,11}$/);
    const search = fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 2 })), { noNullPrototype: true });
    fc.assert(fc.property(search, (given) => expect(parseSearch(stringifySearch(given))).toEqual(given)));
  });
});
