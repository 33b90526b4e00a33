import { recordsOf, type EventStore } from '#event-store';
import { NOTE_STREAMS, SURVEY_STREAMS, type NoteFacts, type SurveyFacts } from '#fragility';
import type { ParsedRow } from './parsed-import';

/** The dated rows of residences. A row that is added replaces the one of the same date. */
export class DatedRows<Row extends { readonly residence: string }> {
  private readonly byResidence = new Map<string, Map<unknown, Row>>();

  constructor(private readonly dateOf: (row: Row) => unknown) {}

  add(row: Row): void {
    let rows = this.byResidence.get(row.residence);
    if (!rows) this.byResidence.set(row.residence, (rows = new Map<unknown, Row>()));
    rows.set(this.dateOf(row), row);
  }

  ofResidence(residence: string): readonly Row[] {
    return [...(this.byResidence.get(residence)?.values() ?? [])];
  }
}

/** The rows of notes and the surveys that are known. */
export interface KnownNotes {
  readonly notes: DatedRows<NoteFacts>;
  readonly surveys: DatedRows<SurveyFacts>;
}

/** The rows of notes and the surveys that are known. Those of the import replace the recorded ones. */
export async function knownNotes(
  notes: readonly ParsedRow<NoteFacts>[],
  surveys: readonly ParsedRow<SurveyFacts>[],
  store: EventStore,
): Promise<KnownNotes> {
  const known: KnownNotes = {
    notes: new DatedRows<NoteFacts>(({ from }) => from),
    surveys: new DatedRows<SurveyFacts>(({ year }) => year),
  };
  for (const row of await recordsOf(store, NOTE_STREAMS)) known.notes.add(row);
  for (const row of await recordsOf(store, SURVEY_STREAMS)) known.surveys.add(row);
  for (const { row } of notes) known.notes.add(row);
  for (const { row } of surveys) known.surveys.add(row);
  return known;
}
