import { day, isRefusal, newUuid } from '#kernel';
import {
  DUTIES,
  evolveDuty,
  isDutyOpen,
  type Duty,
  type DutyCommand,
  type DutyEvent,
  type FragilityRefusal,
} from './duty';

const household = newUuid();
const refusal = (on: string, residence = 'R1'): FragilityRefusal => ({
  vacancy: newUuid(),
  candidate: newUuid(),
  residence,
  on: day(on),
});
const FIRST = refusal('2026-03-02');
const SECOND = refusal('2026-05-04', 'R2');

const after = (...events: readonly DutyEvent[]): Duty | null => events.reduce(evolveDuty, null as Duty | null);
const decided = (command: DutyCommand, duty: Duty | null): readonly DutyEvent[] => {
  const decision = DUTIES.decide(command, duty);
  if (isRefusal(decision)) throw new Error(decision.code);
  return decision;
};
const owe = (one: FragilityRefusal): DutyCommand => ({ household, verb: 'owe', refusal: one });
const opened = decided(owe(FIRST), null);
const both = [...opened, ...decided(owe(SECOND), after(...opened))];
const close = (by: 'offre_faite' | 'menage_loge' | 'renonciation'): DutyCommand => ({
  household,
  verb: 'close',
  on: day('2026-06-01'),
  by,
});

describe('the duty to make a substitute offer', () => {
  it('opens with a refusal for fragility, once for each candidate', () => {
    expect(opened).toMatchObject([{ type: 'SubstituteOfferDutyOpened', data: FIRST }]);
    expect(decided(owe(FIRST), after(...opened))).toEqual([]);
  });

  it('takes a second refusal, and keeps its age', () => {
    expect(both[1]).toMatchObject({ type: 'SubstituteOfferRefusalAdded', data: SECOND });
    expect(after(...both)).toMatchObject({ openedOn: FIRST.on, closed: null });
  });

  it.each(['offre_faite', 'menage_loge', 'renonciation'] as const)('is closed by %s, once', (by) => {
    const closed = [...opened, ...decided(close(by), after(...opened))];
    expect(after(...closed)).toMatchObject({ closed: { on: '2026-06-01', by } });
    expect(decided(close(by), after(...closed))).toEqual([]);
  });

  it('is reopened at its first age only where a lease had closed it', () => {
    const reopen: DutyCommand = { household, verb: 'reopen', on: day('2026-06-20') };
    const byLease = [...opened, ...decided(close('menage_loge'), after(...opened))];
    const again = after(...byLease, ...decided(reopen, after(...byLease)));
    expect([isDutyOpen(again), again!.openedOn]).toEqual([true, FIRST.on]);
    const byOffer = [...opened, ...decided(close('offre_faite'), after(...opened))];
    expect(decided(reopen, after(...byOffer))).toEqual([]);
    expect(decided(reopen, after(...opened))).toEqual([]);
  });

  it('is closed by a corrected decision, unless another refusal stands', () => {
    const takeBack = ({ candidate }: FragilityRefusal): DutyCommand => ({
      household,
      verb: 'take back',
      candidate,
      on: day('2026-05-11'),
    });
    const left = [...both, ...decided(takeBack(FIRST), after(...both))];
    expect(after(...left)).toMatchObject({ refusals: [SECOND], closed: null });
    const none = [...left, ...decided(takeBack(SECOND), after(...left))];
    expect(after(...none)).toMatchObject({ closed: { by: 'decision_corrigee' } });
    expect(decided(takeBack(SECOND), after(...none))).toEqual([]);
  });

  it('opens anew, with another id, for a refusal that comes after it was closed', () => {
    const closed = [...opened, ...decided(close('offre_faite'), after(...opened))];
    const [again] = decided(owe(SECOND), after(...closed));
    expect(again).toMatchObject({ type: 'SubstituteOfferDutyOpened', data: SECOND });
    expect(again!.data.duty).not.toBe(opened[0]!.data.duty);
  });

  it('is renounced by its id, once, on a day since it was opened', () => {
    const known = after(...opened)!;
    const renounce = (on: string, duty = known.duty): DutyCommand => ({
      household,
      verb: 'renounce',
      duty,
      on: day(on),
      today: day('2026-06-02'),
    });
    const code = (command: DutyCommand, duty: Duty) => (DUTIES.decide(command, duty) as { code?: string }).code;
    const closed = decided(renounce('2026-06-01'), known);
    expect(closed).toMatchObject([{ type: 'SubstituteOfferDutyClosed', data: { by: 'renonciation' } }]);
    const afterwards = after(...opened, ...closed)!;
    expect(decided(renounce('2026-06-01'), afterwards)).toEqual([]);
    expect(code(renounce('2026-06-02'), afterwards)).toBe('not-in-this-status');
    expect(code(renounce('2026-06-01', newUuid()), known)).toBe('unknown-duty');
    expect(code(renounce('2026-06-03'), known)).toBe('day-in-future');
    expect(code(renounce('2026-03-01'), known)).toBe('day-out-of-order');
  });
});
