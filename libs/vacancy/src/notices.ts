import type { Day } from '#kernel';
import type { CommissionFacts, VacancyEvent } from './events';
import { FRAGILITY_MOTIVE } from './motives';
import { candidateOf, vacancyAfter } from './vacancy';
import { stepsNotRecorded } from './verbs/let/let-by-lease';

/** What is to be known of a vacancy, and refuses nothing. */
export const NOTICES = [
  'mayor-absent',
  'fragility-criteria-awaited',
  'above-ceiling',
  'endorsement-not-recorded',
  'commission-not-recorded',
  'condition-not-recorded',
  'offer-not-recorded',
  'acceptance-not-recorded',
] as const;
export type Notice = (typeof NOTICES)[number];

/**
 * Of a commission: the mayor was absent although the residence stood on its landlord's list; the motive of fragility was used, while the
 * convention does not name yet of which households it may be said (L441-2-2).
 */
export function noticesOfCommission(
  { on, decisions }: CommissionFacts,
  isListedOn: (day: Day) => boolean,
): readonly Notice[] {
  const isAbsent = decisions.some(({ votes }) => votes?.maire === 'absent') && isListedOn(on);
  const isFragile = decisions.some(({ motive }) => motive === FRAGILITY_MOTIVE);
  return [
    ...(isAbsent ? ['mayor-absent' as const] : []),
    ...(isFragile ? ['fragility-criteria-awaited' as const] : []),
  ];
}

/** Of a lease that a file recorded: the steps that were not, in their order. @param events the stream of the vacancy, from the first on */
export function noticesOfLease(events: readonly VacancyEvent[]): readonly Notice[] {
  const at = events.findIndex(({ type }) => type === 'VacancyLet');
  const event = events[at];
  if (event?.type !== 'VacancyLet') return [];
  const before = vacancyAfter(events.slice(0, at))!;
  return stepsNotRecorded(candidateOf(before, event.data.candidate)!).map((step) => `${step}-not-recorded` as const);
}
