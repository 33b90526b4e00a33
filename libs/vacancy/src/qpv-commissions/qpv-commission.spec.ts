import { day, isRefusal } from '#kernel';
import { isCommissionOn, QPV_COMMISSIONS, type QpvCommissionFacts, type SetQpvCommission } from './qpv-commission';

const facts: QpvCommissionFacts = {
  commune: '78621',
  from: day('2026-03-01'),
  until: null,
  askedByMayorOn: day('2026-01-15'),
  districts: null,
  rulesAdoptedOn: null,
};
const command = (changes: Partial<SetQpvCommission> = {}): SetQpvCommission => ({
  ...facts,
  today: day('2026-02-01'),
  isCommune: true,
  communeDistricts: ['Q1', 'Q2'],
  ...changes,
});
const codeOf = (given: SetQpvCommission): unknown => {
  const decision = QPV_COMMISSIONS.decide(given, null);
  return isRefusal(decision) ? [decision.code, decision.params['field']] : decision.map(({ type }) => type);
};

describe('the QPV commission of a commune', () => {
  it('is set whole, and again only where something differs', () => {
    expect(QPV_COMMISSIONS.decide(command(), null)).toEqual([{ type: 'QpvCommissionSet', data: facts }]);
    expect(QPV_COMMISSIONS.decide(command(), facts)).toEqual([]);
    expect(QPV_COMMISSIONS.decide(command({ until: day('2027-02-28') }), facts)).toHaveLength(1);
  });

  it('is refused for another commune, a district of another commune, and days in a wrong order', () => {
    expect(codeOf(command({ isCommune: false }))).toEqual(['unknown-commune', undefined]);
    expect(codeOf(command({ districts: ['Q1', 'Q9'] }))).toEqual(['value-not-admitted', 'qpv']);
    expect(codeOf(command({ askedByMayorOn: day('2026-02-02') }))).toEqual(['day-in-future', 'demande_du_maire']);
    expect(codeOf(command({ rulesAdoptedOn: day('2026-02-02') }))).toEqual(['day-in-future', 'reglement_adopte_le']);
    expect(codeOf(command({ from: day('2026-01-14') }))).toEqual(['day-out-of-order', 'date_debut']);
    expect(codeOf(command({ until: day('2026-02-28') }))).toEqual(['day-out-of-order', 'date_fin']);
  });

  it('is on from its first day to its last, for residences in its districts', () => {
    const until = day('2026-06-30');
    expect(isCommissionOn(day('2026-02-28'), ['Q1'], facts)).toBe(false);
    expect(isCommissionOn(day('2026-03-01'), ['Q1'], facts)).toBe(true);
    expect(isCommissionOn(until, ['Q1'], { ...facts, until })).toBe(true);
    expect(isCommissionOn(day('2026-07-01'), ['Q1'], { ...facts, until })).toBe(false);
    expect(isCommissionOn(day('2026-03-01'), [], facts)).toBe(false);
    expect(isCommissionOn(day('2026-03-01'), ['Q1'], { ...facts, districts: ['Q2'] })).toBe(false);
    expect(isCommissionOn(day('2026-03-01'), ['Q1', 'Q2'], { ...facts, districts: ['Q2'] })).toBe(true);
    expect(isCommissionOn(day('2026-03-01'), ['Q1'], undefined)).toBe(false);
  });
});
