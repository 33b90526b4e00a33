import type { Receipt } from '#deciding';
import type { RecordedEvent } from '#event-store';
import type { Day, Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { noticesOfCommission, noticesOfLease, type Notice } from '../notices';
import { statusOf, vacancyAfter, type Vacancy } from '../vacancy';
import type { VacancyStatus } from '../words';
import type { CandidateAct, VacancyAct } from './vacancy-command';

/** How a vacancy stood after a command, and the candidate that the command made. */
export interface VacancyOutcome {
  readonly status: VacancyStatus;
  readonly candidate: Uuid | undefined;
  readonly lease: Vacancy['lease'];
  readonly notices: readonly Notice[];
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

/** What a command is about, and what it was decided on. */
export interface About {
  readonly act: VacancyAct | CandidateAct;
  /** Whether the residence stood on its landlord's list on a day; undefined where that is not known here. */
  readonly isListedOn?: ((day: Day) => boolean) | undefined;
  /** Whether the household that is designated is above the ceiling of the dwelling's financing. */
  readonly isAboveCeiling?: boolean | undefined;
}

/** @param events the stream, from the first event on; it may have grown since */
export function outcomeAfter(
  events: readonly RecordedEvent[],
  { revision, types }: Pick<Receipt, 'revision' | 'types'>,
  about: About,
): VacancyOutcome {
  const then = events.slice(0, revision + 1).map((event) => VACANCY_STREAMS.read(event));
  const written = then.slice(then.length - types.length);
  return outcomeWith({ after: vacancyAfter(then)!, then: () => then }, written, about);
}

/** How the vacancy stands after a command. */
interface Afterwards {
  readonly after: Vacancy;
  /** The whole stream. */
  then(): readonly VacancyEvent[];
}

/** @param written the events of the command */
export function outcomeWith(
  { after, then }: Afterwards,
  written: readonly VacancyEvent[],
  about: About,
): VacancyOutcome {
  const candidate = candidateIn(written);
  return {
    status: statusOf(after),
    candidate,
    lease: after.lease,
    notices: noticesOf(then, after, about),
    isNew: false,
  };
}

function noticesOf(
  then: Afterwards['then'],
  { commission }: Vacancy,
  { act: { verb }, isListedOn, isAboveCeiling }: About,
): readonly Notice[] {
  if (verb === 'lease') return noticesOfLease(then());
  if (isAboveCeiling) return ['above-ceiling'];
  const isOfCommission = verb === 'commission' || verb === 'commission/correction';
  return isOfCommission && commission && isListedOn ? noticesOfCommission(commission, isListedOn) : [];
}

/** The candidate that these events of one command propose or designate. */
export function candidateIn(written: readonly VacancyEvent[]): Uuid | undefined {
  for (const event of written)
    if (event.type === 'CandidateProposed' || event.type === 'CandidateDesignated') return event.data.candidate;
  return undefined;
}
