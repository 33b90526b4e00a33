import { refuse, type Day, type Decision } from '#kernel';
import { lastDayOfYears, type FreshnessDelays } from '../delays';
import type { PriorityListEstablished, PriorityListFacts } from '../events';
import { isPriority, type NotedResidence } from './establish-list';

/** A landlord's list of a day as a file gives it: the codes of its residences. */
export interface RecordList {
  readonly landlord: string;
  readonly on: Day;
  readonly today: Day;
  readonly residences: readonly string[];
}

/** Why a residence cannot be on a landlord's list of a day. */
export type NotListable = 'not-owned' | 'not-priority';

/** Null where the residence can be on the list: the landlord owns it on that day, and it has the note 4 or 5. */
export function whyNotListable(residence: string, owned: readonly NotedResidence[]): NotListable | null {
  const found = owned.find((each) => each.residence === residence);
  if (!found) return 'not-owned';
  return isPriority(found.note) ? null : 'not-priority';
}

/**
 * Records a list that was established elsewhere. No event where the list of that day is established with the same residences, whatever their
 * notes have become. Refused: `list-in-future`; `list-already-established` where the list of that day has other residences: an established
 * list is never rewritten; `residence-not-listable`; `list-empty`.
 */
export function recordList(
  { landlord, on, today, residences }: RecordList,
  known: { readonly list: PriorityListFacts | null; readonly residences: readonly NotedResidence[] },
  { listYears }: FreshnessDelays,
): Decision<PriorityListEstablished> {
  if (on > today) return refuse('list-in-future', { on });
  if (known.list) return hasSame(known.list, residences) ? [] : refuse('list-already-established', { on });
  if (residences.length === 0) return refuse('list-empty', { landlord });
  const refused = residences.filter((residence) => whyNotListable(residence, known.residences) !== null);
  if (refused.length > 0) return refuse('residence-not-listable', { residences: refused });
  const listed = known.residences
    .flatMap(({ residence, note }) => (residences.includes(residence) && isPriority(note) ? [{ residence, note }] : []))
    .sort((a, b) => (a.residence < b.residence ? -1 : 1));
  const data: PriorityListFacts = { landlord, on, lastDay: lastDayOfYears(on, listYears), residences: listed };
  return [{ type: 'PriorityListEstablished', data }];
}

function hasSame(list: PriorityListFacts, residences: readonly string[]): boolean {
  const recorded = new Set(list.residences.map(({ residence }) => residence));
  return recorded.size === residences.length && residences.every((residence) => recorded.has(residence));
}
