import type { Day, Decision } from '#kernel';
import { firstOf, refuseFuture } from '../../checks';
import type { Circumstances } from '../../circumstances';
import type { VacancyEvent } from '../../events';
import { refuseUnlisted } from '../../motives';
import type { OfCandidate } from '../../of-candidate';
import { refuseCandidateVerb } from '../../transitions';

/** The QPV commission puts a proposal off. It may be endorsed later. */
export interface DeferDesignation {
  readonly on: Day;
  readonly motive: string;
}

/** Refused: `value-not-admitted`, `day-in-future`, `not-in-this-status`. */
export function deferDesignation(
  { on, motive }: DeferDesignation,
  { vacancy, candidate }: OfCandidate,
  at: Circumstances,
): Decision<VacancyEvent> {
  const refusal = firstOf(
    () => refuseUnlisted('motif', motive, at.motives.deferral),
    () => refuseFuture('date', on, at),
    () => refuseCandidateVerb(vacancy, candidate, 'deferral'),
  );
  if (refusal) return refusal;
  return [{ type: 'DesignationDeferred', data: { candidate: candidate.id, on, motive } }];
}
