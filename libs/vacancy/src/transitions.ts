import { refuse, type Refusal } from '#kernel';
import { isOpen, statusOf, type Candidate, type Vacancy } from './vacancy';
import { LIVE_STATUSES, type CandidateStatus, type VacancyStatus } from './words';

/**
 * From which status of the vacancy each verb starts (process.md, « The commands »). docs/process.md prints both tables, and a spec compares
 * them.
 */
export const VACANCY_VERBS = {
  orientation: ['declared', 'returned', 'oriented'],
  return: ['oriented', 'designated'],
  candidates: ['oriented', 'designated'],
  commission: ['designated'],
  'commission/correction': ['decided', 'oriented', 'designated'],
  lease: ['accepted'],
  'lease/correction': ['let'],
  'lease/cancellation': ['let'],
  closing: ['declared', 'oriented', 'returned', 'designated', 'decided', 'offered'],
} as const satisfies Readonly<Record<string, readonly VacancyStatus[]>>;
export type VacancyVerb = keyof typeof VACANCY_VERBS;

/** The State allocates without a commission, whoever the vacancy is oriented to. */
export const FROM_FOR_STATE_ALLOCATION: readonly VacancyStatus[] = ['declared', 'oriented', 'returned', 'designated'];

/** From which status of the candidate each verb starts. What else a verb asks stands in `CANDIDATE_ASKS`. */
export const CANDIDATE_VERBS = {
  facts: LIVE_STATUSES,
  opinion: ['proposed', 'deferred', 'designated'],
  withdrawal: LIVE_STATUSES,
  endorsement: ['proposed', 'deferred'],
  deferral: ['proposed', 'deferred'],
  condition: ['allocated', 'lapsed'],
  'condition lapses': ['allocated'],
  notice: ['notAllocated', 'inadmissible'],
  offer: ['allocated'],
  acceptance: ['offered', 'lapsed'],
  refusal: ['offered', 'lapsed', 'accepted'],
  'offer/correction': ['offered', 'accepted', 'declined', 'lapsed'],
  'offer lapses': ['offered'],
} as const satisfies Readonly<Record<string, readonly CandidateStatus[]>>;
export type CandidateVerb = keyof typeof CANDIDATE_VERBS;

/** What a verb asks of the vacancy beyond its status. */
const VACANCY_ASKS: Readonly<Partial<Record<VacancyVerb, (vacancy: Vacancy) => boolean>>> = {
  // There is nothing to correct before a commission, nor once an offer was made or the State allocated in its place.
  'commission/correction': ({ commission, offeredSince, candidates }) =>
    commission !== null &&
    !offeredSince &&
    !candidates.some(({ status, decidedOn }) => status === 'allocated' && decidedOn === null),
};

/** What a verb asks of the candidate beyond its status. */
const CANDIDATE_ASKS: Readonly<Partial<Record<CandidateVerb, (candidate: Candidate) => boolean>>> = {
  condition: (candidate) => waitsForDocument(candidate) && candidate.lapsedBy !== 'silence',
  'condition lapses': waitsForDocument,
  notice: ({ refusalNotifiedOn }) => refusalNotifiedOn === null,
  acceptance: hasNotLapsedByDocument,
  refusal: hasNotLapsedByDocument,
  'offer/correction': hasNotLapsedByDocument,
};

function waitsForDocument({ condition }: Candidate): boolean {
  return condition !== null && condition.metOn === null;
}

function hasNotLapsedByDocument({ lapsedBy }: Candidate): boolean {
  return lapsedBy !== 'document';
}

/** The only verb about a candidate that also starts on a vacancy that is let or closed. */
const AFTER_THE_END: readonly CandidateVerb[] = ['notice'];

/** Verbs of the timer. No request asks for them. */
const OF_THE_TIMER: readonly CandidateVerb[] = ['condition lapses', 'offer lapses'];

/** Refused: `not-in-this-status` where the verb does not start from what the vacancy is. */
export function refuseVacancyVerb(
  vacancy: Vacancy,
  verb: VacancyVerb,
  from: readonly VacancyStatus[] = VACANCY_VERBS[verb],
): Refusal | undefined {
  if (startsOn(vacancy, verb, from)) return undefined;
  return refuse('not-in-this-status', standOfVacancy(vacancy));
}

/** The status of the vacancy, and the verbs about it that start now. */
export function standOfVacancy(vacancy: Vacancy): {
  readonly present: VacancyStatus;
  readonly admitted: VacancyVerb[];
} {
  const admitted = (Object.keys(VACANCY_VERBS) as VacancyVerb[]).filter((other) => startsOn(vacancy, other));
  return { present: statusOf(vacancy), admitted };
}

function startsOn(vacancy: Vacancy, verb: VacancyVerb, from: readonly VacancyStatus[] = VACANCY_VERBS[verb]): boolean {
  return from.includes(statusOf(vacancy)) && (VACANCY_ASKS[verb]?.(vacancy) ?? true);
}

/** Refused: `not-in-this-status` where the verb does not start from what the candidate is, or the vacancy is let or closed. */
export function refuseCandidateVerb(vacancy: Vacancy, candidate: Candidate, verb: CandidateVerb): Refusal | undefined {
  if (startsFor(candidate, vacancy, verb)) return undefined;
  return refuse('not-in-this-status', standOfCandidate(vacancy, candidate));
}

/** The status of the candidate, and the verbs about it that start now. */
export function standOfCandidate(
  vacancy: Vacancy,
  candidate: Candidate,
): { readonly present: CandidateStatus; readonly admitted: CandidateVerb[] } {
  const admitted = (Object.keys(CANDIDATE_VERBS) as CandidateVerb[]).filter(
    (other) => !OF_THE_TIMER.includes(other) && startsFor(candidate, vacancy, other),
  );
  return { present: candidate.status, admitted };
}

/** Whether the verb starts from what the candidate and its vacancy are. */
export function startsFor(candidate: Candidate, vacancy: Vacancy, verb: CandidateVerb): boolean {
  const from: readonly CandidateStatus[] = CANDIDATE_VERBS[verb];
  return (
    from.includes(candidate.status) &&
    (isOpen(vacancy) || AFTER_THE_END.includes(verb)) &&
    (CANDIDATE_ASKS[verb]?.(candidate) ?? true)
  );
}
