import { canonicalJson, refuse, type Day, type Decision } from '#kernel';
import { lastDayOfYears, type FreshnessDelays } from '../delays';
import type { FragilityNote, PriorityListEstablished, PriorityListFacts } from '../events';

/** A landlord establishes the list of its priority residences, as of a day. */
export interface EstablishList {
  readonly landlord: string;
  readonly on: Day;
  readonly today: Day;
  /** An empty list is meant: it says that the landlord has no priority residence. */
  readonly confirmsEmpty: boolean;
}

/** A residence that the landlord owns on the day of the list, and its note on that day. */
export interface NotedResidence {
  readonly residence: string;
  readonly note: FragilityNote | null;
}

/** Notes 4 and 5 make a priority residence. */
export function isPriority(note: FragilityNote | null): note is 4 | 5 {
  return note === 4 || note === 5;
}

/**
 * Establishes the list that the notes of its day give, valid for the years that the convention sets. No event where the same list of the
 * same day is already established. Refused: `list-in-future`; `list-empty` where
 * no residence is a priority one and that is not confirmed; `list-already-established` where the list of that day is another one: an
 * established list is never rewritten.
 */
export function establishList(
  { landlord, on, today, confirmsEmpty }: EstablishList,
  known: { readonly list: PriorityListFacts | null; readonly residences: readonly NotedResidence[] },
  { listYears }: FreshnessDelays,
): Decision<PriorityListEstablished> {
  if (on > today) return refuse('list-in-future', { on });
  const residences = known.residences
    .flatMap(({ residence, note }) => (isPriority(note) ? [{ residence, note }] : []))
    .sort((a, b) => (a.residence < b.residence ? -1 : 1));
  const data: PriorityListFacts = { landlord, on, lastDay: lastDayOfYears(on, listYears), residences };
  if (known.list) return isSame(known.list, data) ? [] : refuse('list-already-established', { on });
  if (residences.length === 0 && !confirmsEmpty) return refuse('list-empty', { landlord });
  return [{ type: 'PriorityListEstablished', data }];
}

function isSame(a: PriorityListFacts, b: PriorityListFacts): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
