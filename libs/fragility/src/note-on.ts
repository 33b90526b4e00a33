import { addDays, isRefusal, refuse, yearOf, type Day, type Refusal } from '#kernel';
import type { FragilityNote, NoteFacts, SurveyFacts } from './events';
import { statisticalNote } from './statistical-note';
import { DEFAULT_SCALES, scaleOn, type SurveyScale, type SurveyScales } from './survey-scale';

type OpinionNotes = Pick<NoteFacts, 'commune' | 'landlord'>;
type GivenNotes = Pick<NoteFacts, 'commune' | 'landlord' | 'final' | 'consensus'>;

/**
 * The note that the rule gives. Commune and landlord equal → theirs; only one of them → that one; neither → the statistical one;
 * different → the final note of the day before, until their meeting agrees on another; nothing at all → none.
 */
export function ruleNote(
  row: OpinionNotes,
  statistical: FragilityNote | null,
  earlier: FragilityNote | null,
): FragilityNote | null {
  if (isDisagreement(row)) return earlier;
  return row.commune ?? row.landlord ?? statistical;
}

/**
 * The final note of a row: the result of the rule, unless the row gives another final note with a written ground.
 * Refused `note-without-consensus` where the final note given differs from the rule and has no written ground.
 */
export function finalNote(
  row: GivenNotes,
  statistical: FragilityNote | null,
  earlier: FragilityNote | null,
): FragilityNote | null | Refusal {
  const ruled = ruleNote(row, statistical, earlier);
  if (row.final === null || row.final === ruled) return ruled;
  return row.consensus ? row.final : refuse('note-without-consensus', { final: row.final, ruled });
}

/** Whether commune and landlord give different notes. */
export function isDisagreement({ commune, landlord }: OpinionNotes): boolean {
  return commune !== null && landlord !== null && commune !== landlord;
}

/** A residence's notes in force on a day. */
export interface NotesInForce {
  /** The row in force. Null where there is none: then only a survey may give a note. */
  readonly row: NoteFacts | null;
  /** Given by the row, else computed from the survey. */
  readonly statistical: FragilityNote | null;
  /** The survey from which the statistical note is computed, even if it is left out. Null where the row gives that note, or no survey was made. */
  readonly survey: SurveyFacts | null;
  /** The final note in force the day before the row, where commune and landlord differ in it; else null. */
  readonly earlier: FragilityNote | null;
  readonly note: FragilityNote | null;
}

/** The final note of a residence on a day, null where it has none. */
export function noteOn(
  day: Day,
  rows: readonly NoteFacts[],
  surveys: readonly SurveyFacts[],
  scales: SurveyScales = DEFAULT_SCALES,
): FragilityNote | null {
  return notesOn(day, rows, surveys, scales).note;
}

/**
 * The notes in force on a day. The newest row whose day has come decides, even when it gives no final note; where commune
 * and landlord differ in it, the final note of the day before stays. Before any row, the newest survey counts from 1 January of its year; a survey that is left out hides the earlier ones.
 * A final note stays as it was agreed, even where a survey recorded later changes what the rule gives: the note was checked
 * against the rule when it was recorded.
 */
export function notesOn(
  day: Day,
  rows: readonly NoteFacts[],
  surveys: readonly SurveyFacts[],
  scales: SurveyScales = DEFAULT_SCALES,
): NotesInForce {
  const scale = scaleOn(day, scales);
  const row = newestRow(day, rows);
  if (!row) {
    const survey = newestSurvey(yearOf(day), surveys);
    const computed = survey && statisticalNote(survey, scale);
    return { row: null, statistical: computed, survey, earlier: null, note: computed };
  }
  const { survey, statistical } = statisticalOf(row, surveys, scale);
  const earlier = isDisagreement(row) ? noteOn(addDays(row.from, -1), rows, surveys, scales) : null;
  const final = finalNote(row, statistical, earlier);
  return { row, statistical, survey, earlier, note: isRefusal(final) ? row.final : final };
}

/** The statistical note of a row: given by it, else computed from the newest survey of a year not after the row's. */
export function statisticalOf(
  row: Pick<NoteFacts, 'from' | 'statistical'>,
  surveys: readonly SurveyFacts[],
  scale: SurveyScale,
): Pick<NotesInForce, 'statistical' | 'survey'> {
  const survey = row.statistical === null ? newestSurvey(yearOf(row.from), surveys) : null;
  return { survey, statistical: row.statistical ?? (survey && statisticalNote(survey, scale)) };
}

function newestRow(day: Day, rows: readonly NoteFacts[]): NoteFacts | null {
  let newest: NoteFacts | null = null;
  for (const row of rows) if (row.from <= day && (!newest || row.from > newest.from)) newest = row;
  return newest;
}

/** The newest survey whose year is not after the given one. */
export function newestSurvey(year: number, surveys: readonly SurveyFacts[]): SurveyFacts | null {
  let newest: SurveyFacts | null = null;
  for (const survey of surveys) if (survey.year <= year && (!newest || survey.year > newest.year)) newest = survey;
  return newest;
}
