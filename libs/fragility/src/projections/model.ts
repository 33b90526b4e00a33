import type { Position } from '#event-store';
import type { Instant } from '#kernel';
import type { ModelDefinition } from '#read-store';
import type { CommuneFacts, LandlordFacts, OwnershipFacts, PriorityDistrictFacts, ResidenceFacts } from '#territory';
import type { NoteFacts, PriorityListFacts, SurveyFacts } from '../events';
import type { RaisedReminder } from '../reminding/events';

/** What is told of a residence, and what one row of it is. */
export interface ResidenceRows {
  readonly facts: ResidenceFacts;
  readonly ownerships: OwnershipFacts;
  readonly notes: NoteFacts;
  readonly surveys: SurveyFacts;
}
export type ResidenceList = keyof ResidenceRows;

/** Who recorded an event, and how. */
export interface Telling {
  readonly type: string;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  /** A row of a file; else it was told to Mixité. */
  readonly fromFile: boolean;
}

/** What one event leaves known of one row: whole, from the event's position on. */
export interface Entry<Facts = object> {
  readonly from: Position;
  /** Of the event in its stream. */
  readonly revision: number;
  readonly list: string;
  /** The row's day or year; empty where there is one row alone. */
  readonly key: string;
  readonly facts: Facts;
  readonly told: Telling;
}

/** A subject with everything that was ever known of it, oldest first. Who reads at a position takes no entry beyond it. */
export interface SubjectDocument<Facts = object> {
  readonly entries: readonly Entry<Facts>[];
}

/** What each collection of one row a subject knows. */
export interface SubjectFacts {
  readonly communes: CommuneFacts;
  readonly landlords: LandlordFacts;
  readonly districts: PriorityDistrictFacts;
  /** Id: `<landlord>@<day>`. */
  readonly lists: PriorityListFacts;
}

/** What was reminded of a residence or a landlord, beside its facts. */
export const REMINDERS = 'reminders';

/** Residences with their owners, notes and surveys, the lists of those that are priority, and the names that reports need. */
export const FRAGILITY_MODEL: ModelDefinition = {
  name: 'fragility',
  version: 1,
  collections: ['residences', 'lists', 'communes', 'landlords', 'districts'].map((name) => ({
    name,
    columns: {},
    indexes: [],
  })),
};

/** Everything recorded of a residence up to a position. */
export interface ResidenceState {
  readonly facts: ResidenceFacts;
  readonly ownerships: readonly OwnershipFacts[];
  readonly notes: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
}

/** The rows known at the position, by their keys. */
export function rowsAt<Facts>(
  { entries }: SubjectDocument,
  list: string,
  position: Position,
): ReadonlyMap<string, Facts> {
  const rows = new Map<string, Facts>();
  for (const entry of entries)
    if (entry.list === list && entry.from <= position) rows.set(entry.key, entry.facts as Facts);
  return rows;
}

/** When that reminder had been raised; null where it had not, by the position. */
export function remindedAt(
  document: SubjectDocument | undefined,
  { status, lastDay }: RaisedReminder,
  position: Position,
): Instant | null {
  const raised = document?.entries.find(({ list, from, facts }) => {
    if (list !== REMINDERS || from > position) return false;
    const reminder = facts as RaisedReminder;
    return reminder.status === status && reminder.lastDay === lastDay;
  });
  return raised?.told.recordedAt ?? null;
}

/** Null while the residence itself is unknown. */
export function residenceAt(document: SubjectDocument, position: Position): ResidenceState | null {
  const rows = <List extends ResidenceList>(list: List) => rowsAt<ResidenceRows[List]>(document, list, position);
  const facts = rows('facts').get('');
  if (!facts) return null;
  return {
    facts,
    ownerships: [...rows('ownerships').values()],
    notes: [...rows('notes').values()],
    surveys: [...rows('surveys').values()],
  };
}
