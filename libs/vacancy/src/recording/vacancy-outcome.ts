import type { Receipt } from '#deciding';
import type { RecordedEvent } from '#event-store';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { statusOf, vacancyAfter, type Vacancy } from '../vacancy';
import type { VacancyStatus } from '../words';

/** How a vacancy stood after a command, and the candidate that the command made. */
export interface VacancyOutcome {
  readonly status: VacancyStatus;
  readonly candidate: Uuid | undefined;
  readonly lease: Vacancy['lease'];
  /** False where an earlier request wrote the events, or nothing was written. */
  readonly isNew: boolean;
}

type Settled = Receipt & { readonly outcome: VacancyOutcome };

/** The receipt, with the outcome that the handling knows already. */
export function settledAs(receipt: Receipt, outcome: VacancyOutcome): Settled {
  return { ...receipt, outcome };
}

/** Undefined where the handling wrote nothing. */
export function outcomeOf(receipt: Receipt): VacancyOutcome | undefined {
  return (receipt as Partial<Settled>).outcome;
}

/** @param events the stream, from the first event on; it may have grown since */
export function outcomeAfter(
  events: readonly RecordedEvent[],
  { revision, types }: Pick<Receipt, 'revision' | 'types'>,
): VacancyOutcome {
  const then = events.slice(0, revision + 1).map((event) => VACANCY_STREAMS.read(event));
  const candidate = candidateIn(then.slice(then.length - types.length));
  const after = vacancyAfter(then)!;
  return { status: statusOf(after), candidate, lease: after.lease, isNew: false };
}

/** The candidate that these events of one command propose or designate. */
export function candidateIn(written: readonly VacancyEvent[]): Uuid | undefined {
  for (const event of written)
    if (event.type === 'CandidateProposed' || event.type === 'CandidateDesignated') return event.data.candidate;
  return undefined;
}
