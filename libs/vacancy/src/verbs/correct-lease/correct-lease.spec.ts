import { day } from '#kernel';
import { circumstances, PARTIES, STORY, vacancyAfter, type Otherwise } from '../../testing';
import { refuseLeaseCorrection, type CorrectLease } from './correct-lease';

const correction: CorrectLease = { motive: 'erreur', on: day('2026-04-09') };

const answer = (stage: keyof typeof STORY, facts: Partial<CorrectLease> = {}, otherwise: Otherwise = {}) =>
  refuseLeaseCorrection({ ...correction, ...facts }, vacancyAfter(STORY[stage]), circumstances(otherwise))?.code;

describe('a lease is corrected', () => {
  it('while the vacancy is let', () => {
    expect(answer('let')).toBeUndefined();
    expect(answer('accepted')).toBe('not-in-this-status');
    expect(answer('closed')).toBe('not-in-this-status');
  });

  it('not to a day before the acceptance', () => {
    expect(answer('let', { on: day('2026-03-30') })).toBeUndefined();
    expect(answer('let', { on: day('2026-03-29') })).toBe('lease-before-acceptance');
    expect(answer('let', { on: null })).toBeUndefined();
  });

  it('not to the number of another lease', () => {
    expect(answer('let', {}, { numberIsTaken: true })).toBe('allocation-number-taken');
  });

  it('also once the application ended, and although the household is housed: by this very lease', () => {
    expect(answer('let', {}, { household: { isHoused: true, hasEnded: true } })).toBeUndefined();
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former: Otherwise = { party: PARTIES.formerLandlord, numberIsTaken: true };
    expect(answer('accepted', { motive: 'loyer', on: day('2026-05-05') }, former)).toBe('value-not-admitted');
    expect(answer('accepted', { on: day('2026-05-05') }, former)).toBe('day-in-future');
    expect(answer('accepted', { on: day('2026-03-29') }, former)).toBe('not-in-this-status');
    expect(answer('let', { on: day('2026-03-29') }, former)).toBe('residence-of-another-landlord');
    expect(answer('let', { on: day('2026-03-29') }, { numberIsTaken: true })).toBe('lease-before-acceptance');
  });
});
