import type { RecordedEvent } from '#event-store';
import type { Day, Instant, Uuid } from '#kernel';
import { CRITERIA_STREAMS, type SealedCriterion } from './events';
import type { Criterion } from './priority/criterion';

/** A criterion that holds for a household: what was found, who saw the proofs and when. */
export interface Established extends SealedCriterion {
  /** Of the event. */
  readonly id: Uuid;
  /** The day on which the proofs were seen. */
  readonly on: Day;
  readonly actor: string;
  readonly role: string;
  readonly recordedAt: Instant;
}

/** The criteria that hold, each by the last finding about it. */
export type HouseholdCriteria = ReadonlyMap<Criterion, Established>;

/** @param open opens what an event seals; undefined once the household was erased */
export function criteriaAfter(
  events: readonly RecordedEvent[],
  open: (event: RecordedEvent) => SealedCriterion | undefined,
): HouseholdCriteria {
  const criteria = new Map<Criterion, Established>();
  for (const recorded of events) {
    const event = CRITERIA_STREAMS.read(recorded);
    if (event.type === 'CriterionWithdrawn') {
      for (const [criterion, { id }] of criteria) if (id === event.data.established) criteria.delete(criterion);
      continue;
    }
    const sealed = open(recorded);
    if (!sealed) continue;
    const { actor, role, recordedAt } = recorded.metadata;
    criteria.set(sealed.criterion, { ...sealed, id: recorded.id, on: event.data.on, actor, role, recordedAt });
  }
  return criteria;
}
