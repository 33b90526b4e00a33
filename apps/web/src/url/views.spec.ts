import fc from 'fast-check';
import { PERIOD_WORDS, periodOfWord, searchOfView, viewQuery, wordOfPeriod } from './views';

const TODAY = '2026-11-30';

describe('the query of a saved view', () => {
  it('keeps the word of a period, and not its days', () => {
    const query = viewQuery({ en_qpv: 'N', from: '2026-07-01', to: '2026-12-31' }, TODAY);
    expect(query).toBe('en_qpv=N&periode=semestre_en_cours');
    expect(searchOfView(query, '2027-02-03')).toEqual({ en_qpv: 'N', from: '2027-01-01', to: '2027-06-30' });
  });

  it('keeps days that no word gives', () => {
    expect(viewQuery({ from: '2026-07-02', to: '2026-12-31' }, TODAY)).toBe('from=2026-07-02&to=2026-12-31');
  });

  it('keeps neither the page of the list, nor the instant, nor the view itself', () => {
    const search = { note: ['4', '5'], cursor: 'c', 'as-of': '2025-01-01', vue: 'v', colonnes: ['note'] };
    expect(viewQuery(search, TODAY)).toBe('colonnes=note&note=4&note=5');
  });

  it('is the same for the same list, whatever the order of its names', () => {
    expect(viewQuery({ b: '1', a: '2' }, TODAY)).toBe(viewQuery({ a: '2', b: '1' }, TODAY));
  });

  it('knows the half before this one, also in the first half of a year', () => {
    expect(periodOfWord('semestre_dernier', '2027-02-03')).toEqual({ from: '2026-07-01', to: '2026-12-31' });
    expect(periodOfWord('semestre_dernier', TODAY)).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(periodOfWord('semaine', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  });

  it('gives the same list back on the same day', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_WORDS), day, ({ word }, date) => {
        const today = date.toISOString().slice(0, 10);
        const search = { note: '4', ...periodOfWord(word, today) };
        expect(wordOfPeriod(search, today)).toBeDefined();
        expect(searchOfView(viewQuery(search, today), today)).toEqual(search);
      }),
    );
  });
});
