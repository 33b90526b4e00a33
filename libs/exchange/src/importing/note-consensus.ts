import { recordsOf, type EventStore } from '#event-store';
import {
  finalNote,
  NOTE_STREAMS,
  notesOn,
  SURVEY_STREAMS,
  type NoteFacts,
  type SurveyFacts,
  type SurveyScales,
} from '#fragility';
import { isRefusal } from '#kernel';
import type { Findings } from '../reading/fault';
import type { ParsedRow } from './parsed-import';

/** The dated rows of residences. A row that is added replaces the one of the same date. */
class DatedRows<Row extends { readonly residence: string }> {
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

/** The rows of notes and the surveys that are known. Those of the import replace the recorded ones. */
async function knownRows(
  notes: readonly ParsedRow<NoteFacts>[],
  surveys: readonly ParsedRow<SurveyFacts>[],
  store: EventStore,
) {
  const known = {
    notes: new DatedRows<NoteFacts>(({ from }) => from),
    surveys: new DatedRows<SurveyFacts>(({ year }) => year),
  };
  for (const row of await recordsOf(store, NOTE_STREAMS)) known.notes.add(row);
  for (const row of await recordsOf(store, SURVEY_STREAMS)) known.surveys.add(row);
  for (const { row } of notes) known.notes.add(row);
  for (const { row } of surveys) known.surveys.add(row);
  return known;
}

/** A final note that differs from the result of the rule needs a reason (formats.md, Notes). */
export async function checkFinalNotes(
  notes: readonly ParsedRow<NoteFacts>[],
  surveys: readonly ParsedRow<SurveyFacts>[],
  store: EventStore,
  { file, findings, scales }: { readonly file: string; readonly findings: Findings; readonly scales: SurveyScales },
): Promise<void> {
  const doubtful = notes.filter(({ row }) => row.final !== null && !row.consensus);
  if (doubtful.length === 0) return;
  const known = await knownRows(notes, surveys, store);
  for (const { row, line } of doubtful) {
    const rows = known.notes.ofResidence(row.residence);
    const inForce = notesOn(row.from, rows, known.surveys.ofResidence(row.residence), scales);
    const final = finalNote(row, inForce.statistical, inForce.earlier);
    if (!isRefusal(final)) continue;
    const { ruled } = final.params;
    const given = ruled === null ? 'ne donne aucune note' : `donne ${String(ruled)}`;
    const message = `la règle ${given} : une note finale différente demande son motif (motif_consensus)`;
    findings.fault({ file, line, column: 'note_finale', value: String(row.final), message });
  }
}
