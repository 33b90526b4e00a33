import type { Position } from '#event-store';
import type { Instant } from '#kernel';
import type { ModelDefinition } from '#read-store';
import type { CommuneFacts, LandlordFacts, OwnershipFacts, PriorityDistrictFacts, ResidenceFacts } from '#territory';
import type { NoteFacts, PriorityListFacts, SurveyFacts } from '../events';
import type { RaisedReminder } from '../reminding/events';

/** The lists in the document of a residence, and the facts of one row of each list. */
export interface ResidenceRows {
  readonly facts: ResidenceFacts;
  readonly ownerships: OwnershipFacts;
  readonly notes: NoteFacts;
  readonly surveys: SurveyFacts;
}
export type ResidenceList = keyof ResidenceRows;

/** Who recorded an event, when and how. */
export interface Provenance {
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  /** True for a row of a file, false for a request. */
  readonly fromFile: boolean;
}

/** The facts of one row after one event: all of them, known from the position of the event on. */
export interface Entry<Facts = object> {
  readonly from: Position;
  /** The revision of the event in its stream. */
  readonly revision: number;
  readonly list: string;
  /** The day or the year of the row; empty in a list whose rows have neither. */
  readonly key: string;
  readonly facts: Facts;
  readonly provenance: Provenance;
}

/** Everything ever recorded about a subject, oldest first. A reader at a position ignores the entries after that position. */
export interface SubjectDocument<Facts = object> {
  readonly entries: readonly Entry<Facts>[];
}

/** The facts in each collection whose subjects have one row. */
export interface SubjectFacts {
  readonly communes: CommuneFacts;
  readonly landlords: LandlordFacts;
  readonly districts: PriorityDistrictFacts;
  /** Id: `<landlord>@<day>`. */
  readonly lists: PriorityListFacts;
}

/** The list of reminders raised for a residence or a landlord, in the document that holds its facts. */
export const REMINDERS = 'reminders';

/** Residences with their owners, notes and surveys, the lists of those that are priority, and the names that reports need. */
export const FRAGILITY_MODEL: ModelDefinition = {
  name: 'fragility',
  version: 2,
  collections: ['residences', 'lists', 'communes', 'landlords', 'districts'].map((name) => ({
    name,
    columns: {},
    indexes: [],
  })),
};

/** Everything recorded about a residence up to a position. */
export interface ResidenceState {
  readonly facts: ResidenceFacts;
  readonly ownerships: readonly OwnershipFacts[];
  readonly notes: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
}

/** Sorts after every position. */
export const NEWEST = '~' as Position;

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

/** When the reminder was raised; null where it was not raised up to the position. */
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
  return raised?.provenance.recordedAt ?? null;
}

/** Null where the residence was not yet declared at the position. */
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
