import { canonicalJson, type Day, type Instant, type Uuid } from '#kernel';
import type { CommissionFacts, DecidedCandidate } from '../events';
import type { PaperEvent } from './shown-dwelling';

/** A decision that a correction put in the place of another. */
export interface ReplacedDecision {
  readonly from: DecidedCandidate;
  readonly to: DecidedCandidate;
}

export interface CommissionCorrection {
  readonly recordedAt: Instant;
  readonly motive: string;
  readonly on: Day;
  readonly replaced: readonly ReplacedDecision[];
}

/** A commission as its last correction leaves it, and what each correction changed. */
export interface RecordedCommission extends CommissionFacts {
  readonly corrections: readonly CommissionCorrection[];
}

/** Every commission held on the vacancy, in their order. */
export function commissionsIn(events: readonly PaperEvent[]): readonly RecordedCommission[] {
  const held: RecordedCommission[] = [];
  for (const event of events) {
    if (event.type === 'CommissionHeld') held.push({ ...factsOf(event.data), corrections: [] });
    else if (event.type === 'CommissionCorrected') held.push(corrected(held.pop()!, event));
  }
  return held;
}

/** The last commission of the vacancy that the sitting held; undefined where it held none. */
export function commissionOfSitting(sitting: Uuid, events: readonly PaperEvent[]): RecordedCommission | undefined {
  return commissionsIn(events).findLast((one) => one.sitting === sitting);
}

/** A correction decides nothing of a candidate that was withdrawn since: its decision stays in the minutes. */
function corrected(
  before: RecordedCommission,
  { data, recordedAt }: Extract<PaperEvent, { readonly type: 'CommissionCorrected' }>,
): RecordedCommission {
  const { motive } = data;
  const facts = factsOf(data);
  const anew = new Map(facts.decisions.map((one) => [one.candidate, one]));
  const replaced = before.decisions.flatMap((from) => {
    const to = anew.get(from.candidate);
    return to && !isSame(from, to) ? [{ from, to }] : [];
  });
  const correction: CommissionCorrection = { recordedAt, motive, on: facts.on, replaced };
  return {
    ...facts,
    decisions: before.decisions.map((one) => anew.get(one.candidate) ?? one),
    corrections: [...before.corrections, correction],
  };
}

function factsOf({ on, sitting, present, form, exception, attested, decisions }: CommissionFacts): CommissionFacts {
  return { on, sitting, present, form, exception, attested, decisions: decisions.map(decidedOf) };
}

/** What the vigilance showed when it was decided is no part of a decision. */
function decidedOf({ vigilance: _shown, ...decided }: DecidedCandidate): DecidedCandidate {
  return decided;
}

function isSame(one: DecidedCandidate, other: DecidedCandidate): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}
