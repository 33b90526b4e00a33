import { canonicalJson, refuse, type Day, type Decision } from '#kernel';
import { lastDayOfYears, type FreshnessDelays } from '../delays';
import type { FragilityNote, PriorityListEstablished, PriorityListFacts } from '../events';

/** A landlord establishes the list of its priority residences, as of a day. */
export interface EstablishList {
  readonly landlord: string;
  readonly on: Day;
  readonly today: Day;
}

/** A residence that the landlord owns on that day, and its note then. */
export interface NotedResidence {
  readonly residence: string;
  readonly note: FragilityNote | null;
}

/** Notes 4 and 5 make a priority residence. */
export function isPriority(note: FragilityNote | null): note is 4 | 5 {
  return note === 4 || note === 5;
}

/**
 * The list as the notes of its day give it, for the years that the convention says. The same list of the same day says nothing.
 * Refused: `list-in-future`, `list-already-established` where another list of that day stands: what was established is not rewritten.
 */
export function establishList(
  { landlord, on, today }: EstablishList,
  known: { readonly list: PriorityListFacts | null; readonly residences: readonly NotedResidence[] },
  { listYears }: FreshnessDelays,
): Decision<PriorityListEstablished> {
  if (on > today) return refuse('list-in-future', { on });
  const residences = known.residences
    .flatMap(({ residence, note }) => (isPriority(note) ? [{ residence, note }] : []))
    .sort((a, b) => (a.residence < b.residence ? -1 : 1));
  const data: PriorityListFacts = { landlord, on, lastDay: lastDayOfYears(on, listYears), residences };
  if (!known.list) return [{ type: 'PriorityListEstablished', data }];
  return isSame(known.list, data) ? [] : refuse('list-already-established', { on });
}

function isSame(a: PriorityListFacts, b: PriorityListFacts): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
