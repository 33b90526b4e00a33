import type { EventStore } from '#event-store';
import {
  finalNote,
  notesOn,
  scaleOn,
  SURVEY_STREAMS,
  type NoteFacts,
  type SurveyFacts,
  type SurveyScales,
} from '#fragility';
import { isRefusal } from '#kernel';
import type { Findings } from '../reading/fault';
import type { ParsedRow } from './parsed-import';
import { recordsOf } from '#event-store';

/** The surveys from which a statistical note can be computed. Those of this import replace the recorded ones. */
class KnownSurveys {
  private readonly byResidence = new Map<string, Map<number, SurveyFacts>>();

  static async of(rows: readonly ParsedRow<SurveyFacts>[], store: EventStore): Promise<KnownSurveys> {
    const known = new KnownSurveys();
    for (const survey of await recordsOf(store, SURVEY_STREAMS)) known.add(survey);
    for (const { row } of rows) known.add(row);
    return known;
  }

  ofResidence(residence: string): readonly SurveyFacts[] {
    return [...(this.byResidence.get(residence)?.values() ?? [])];
  }

  private add(survey: SurveyFacts): void {
    let surveys = this.byResidence.get(survey.residence);
    if (!surveys) this.byResidence.set(survey.residence, (surveys = new Map<number, SurveyFacts>()));
    surveys.set(survey.year, survey);
  }
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
  const known = await KnownSurveys.of(surveys, store);
  for (const { row, line } of doubtful) {
    const { statistical } = notesOn(row.from, [row], known.ofResidence(row.residence), scaleOn(row.from, scales));
    const final = finalNote(row, statistical);
    if (!isRefusal(final)) continue;
    const { ruled } = final.params;
    const given = ruled === null ? 'ne donne aucune note' : `donne ${String(ruled)}`;
    const message = `la règle ${given} : une note finale différente demande son motif (motif_consensus)`;
    findings.fault({ file, line, column: 'note_finale', value: String(row.final), message });
  }
}
