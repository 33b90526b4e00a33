import { refuse, type Refusal } from '#kernel';
import { statusOf, type Candidate, type Vacancy } from './vacancy';
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

/** From which status of the candidate each verb starts. What else a verb asks of it stands in the verb. */
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

/** The only verb about a candidate that also starts on a vacancy that is let or closed. */
const AFTER_THE_END: readonly CandidateVerb[] = ['notice'];

/** Refused: `not-in-this-status` where the verb does not start from the vacancy's status. */
export function refuseVacancyVerb(
  vacancy: Vacancy,
  verb: VacancyVerb,
  from: readonly VacancyStatus[] = VACANCY_VERBS[verb],
): Refusal | undefined {
  const status = statusOf(vacancy);
  if (from.includes(status)) return undefined;
  return refuse('not-in-this-status', { present: status, admitted: verbsFrom(status) });
}

/** Refused: `not-in-this-status` where the verb does not start from the candidate's status, or the vacancy is let or closed. */
export function refuseCandidateVerb(vacancy: Vacancy, candidate: Candidate, verb: CandidateVerb): Refusal | undefined {
  const isOver = vacancy.standing === 'let' || vacancy.standing === 'closed';
  const from: readonly CandidateStatus[] = CANDIDATE_VERBS[verb];
  if (from.includes(candidate.status) && (!isOver || AFTER_THE_END.includes(verb))) return undefined;
  return notInThisStatus(vacancy, candidate);
}

/** The refusal of a verb about a candidate, with the verbs that do start from its status. */
export function notInThisStatus(vacancy: Vacancy, { status }: Candidate): Refusal {
  const isOver = vacancy.standing === 'let' || vacancy.standing === 'closed';
  const admitted = (Object.keys(CANDIDATE_VERBS) as CandidateVerb[]).filter(
    (verb) =>
      (CANDIDATE_VERBS[verb] as readonly CandidateStatus[]).includes(status) &&
      !verb.endsWith('lapses') &&
      (!isOver || AFTER_THE_END.includes(verb)),
  );
  return refuse('not-in-this-status', { present: status, admitted });
}

function verbsFrom(status: VacancyStatus): VacancyVerb[] {
  return (Object.keys(VACANCY_VERBS) as VacancyVerb[]).filter((verb) =>
    (VACANCY_VERBS[verb] as readonly VacancyStatus[]).includes(status),
  );
}
