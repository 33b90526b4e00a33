import fc from 'fast-check';
import { isView, PERIOD_WORDS, periodOfWord, searchOfView, viewContent, wordOfPeriod } from './views';

const TODAY = '2026-11-30';

describe('a saved view', () => {
  it('keeps the word of a period, and not its days', () => {
    const view = viewContent({ en_qpv: 'N', from: '2026-07-01', to: '2026-12-31' }, TODAY);
    expect(view).toEqual({ query: 'en_qpv=N', columns: [], period: 'semestre_en_cours' });
    expect(searchOfView(view, '2027-02-03')).toEqual({ en_qpv: 'N', from: '2027-01-01', to: '2027-06-30' });
  });

  it('keeps days that no word gives', () => {
    const { query, period } = viewContent({ from: '2026-07-02', to: '2026-12-31' }, TODAY);
    expect({ query, period }).toEqual({ query: 'from=2026-07-02&to=2026-12-31', period: null });
  });

  it('keeps its columns apart, and neither the page of the list, nor the instant, nor the view itself', () => {
    const search = { note: ['4', '5'], cursor: 'c', 'as-of': '2025-01-01', vue: 'v', colonnes: ['note', 'date_bail'] };
    expect(viewContent(search, TODAY)).toEqual({
      query: 'note=4&note=5',
      columns: ['note', 'date_bail'],
      period: null,
    });
  });

  it('is told from what was changed since', () => {
    const view = { query: 'note=4&en_qpv=N', columns: [], period: null };
    expect(isView({ en_qpv: 'N', note: '4', vue: 'v', cursor: 'c' }, view, TODAY)).toBe(true);
    expect(isView({ en_qpv: 'N', note: '5', vue: 'v' }, view, TODAY)).toBe(false);
    expect(isView({ en_qpv: 'N', note: '4', colonnes: 'note' }, view, TODAY)).toBe(false);
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
        expect(searchOfView(viewContent(search, today), today)).toEqual(search);
      }),
    );
  });
});
