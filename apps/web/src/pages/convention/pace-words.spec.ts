import { paceText } from './pace-words';

const PACE = {
  elapsedDays: 180,
  remainingDays: 185,
  expected: { numerator: 178, denominator: 2 },
  needed: { numerator: 1, denominator: 2 },
};
const text = (reach: string | null, changes: object = {}) =>
  paceText(
    { missing: 204, operator: 'min', pace: reach === null ? null : { ...PACE, reach }, ...changes } as never,
    '2026-12-31',
  )?.replace(/[\u00a0\u202f]/g, ' ');

describe('the pace of an objective', () => {
  it('says that it is never reached', () => {
    expect(text('never')).toMatch(/^Il en manque 204 si tous les prochains comptent\. Au rythme actuel, jamais/);
    expect(text('never')).toContain('89 baux de plus d’ici au 31 décembre 2026');
  });
  it('says which share of the next ones it takes', () => {
    expect(text('possible')).toContain('dont 50,0 % au moins devraient compter');
    expect(text('possible', { operator: 'max' })).toContain('dont 50,0 % au plus peuvent compter');
    expect(text('possible', { operator: 'max' })).not.toContain('Il en manque');
  });
  it('says that it is reached so far', () => expect(text('reached', { missing: 0 })).toContain('Atteint à ce jour'));
  it('says what is missing of a period that is over, and nothing where nothing is', () => {
    expect(text(null)).toBe('Il en manque 204 si tous les prochains comptent.');
    expect(text(null, { missing: 0 })).toBeUndefined();
  });
});
