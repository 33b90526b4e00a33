import type { EventStore } from '#event-store';
import { finalNote, notesOn, type NoteFacts, type SurveyFacts, type SurveyScales } from '#fragility';
import { isRefusal } from '#kernel';
import type { Findings } from '../reading/fault';
import { knownNotes } from './known-rows';
import type { ParsedRow } from './parsed-import';

/** A final note that differs from the result of the rule needs a reason (formats.md, Notes). */
export async function checkFinalNotes(
  notes: readonly ParsedRow<NoteFacts>[],
  surveys: readonly ParsedRow<SurveyFacts>[],
  store: EventStore,
  { file, findings, scales }: { readonly file: string; readonly findings: Findings; readonly scales: SurveyScales },
): Promise<void> {
  const doubtful = notes.filter(({ row }) => row.final !== null && !row.consensus);
  if (doubtful.length === 0) return;
  const known = await knownNotes(notes, surveys, store);
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
