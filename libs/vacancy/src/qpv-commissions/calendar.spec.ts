import { day } from '#kernel';
import { reviewDue, rulesDue } from './calendar';
import type { QpvCommissionFacts } from './qpv-commission';

const facts: QpvCommissionFacts = {
  commune: '78621',
  from: day('2026-03-01'),
  until: null,
  askedByMayorOn: day('2026-01-15'),
  districts: null,
  rulesAdoptedOn: null,
};
const adopted = { ...facts, rulesAdoptedOn: day('2026-04-02') };

describe('what a QPV commission must do', () => {
  it('is to adopt rules of procedure three months after the convention’s approval', () => {
    const approved = day('2025-11-30');
    expect(rulesDue(facts, approved, day('2026-02-28'))).toEqual({ due: '2026-02-28', doneOn: null, late: false });
    expect(rulesDue(facts, approved, day('2026-03-01')).late).toBe(true);
    expect(rulesDue(adopted, approved, day('2026-06-01'))).toMatchObject({ doneOn: '2026-04-02', late: false });
    expect(rulesDue(facts, null, day('2099-01-01'))).toEqual({ due: null, doneOn: null, late: false });
  });

  it('is to review them a year after it began, which adopting them again does', () => {
    const [first, again] = [day('2026-04-02'), day('2027-02-10')];
    expect(reviewDue(adopted, [first], day('2027-03-01'))).toEqual({ due: '2027-03-01', doneOn: null, late: false });
    expect(reviewDue(adopted, [first], day('2027-03-02')).late).toBe(true);
    expect(reviewDue(adopted, [first, again], day('2027-03-02'))).toMatchObject({ doneOn: again, late: false });
    expect(reviewDue(adopted, [day('2025-01-01'), day('2025-06-01')], day('2027-03-02')).late).toBe(true);
  });
});
