import { isRefusal, refuse, yearOf, type Day, type Refusal } from '#kernel';
import type { FragilityNote, NoteFacts, SurveyFacts } from './events';
import { statisticalNote } from './statistical-note';
import { DEFAULT_SURVEY_SCALE, type SurveyScale } from './survey-scale';

type GivenNotes = Pick<NoteFacts, 'commune' | 'landlord' | 'final' | 'consensus'>;

/**
 * What the rule gives: commune and landlord equal → theirs; only one → that one; neither → the statistical one;
 * different, or nothing → none.
 */
export function ruleNote(
  row: Pick<NoteFacts, 'commune' | 'landlord'>,
  statistical: FragilityNote | null,
): FragilityNote | null {
  if (row.commune !== null && row.landlord !== null) return row.commune === row.landlord ? row.commune : null;
  return row.commune ?? row.landlord ?? statistical;
}

/**
 * The final note of a row: the rule's result, unless a note agreed otherwise, with its ground, replaces it.
 * Refused `note-without-consensus` where the given final note differs from the rule and no ground is written.
 */
export function finalNote(row: GivenNotes, statistical: FragilityNote | null): FragilityNote | null | Refusal {
  const ruled = ruleNote(row, statistical);
  if (row.final === null || row.final === ruled) return ruled;
  return row.consensus ? row.final : refuse('note-without-consensus', { final: row.final, ruled });
}

/** A residence's notes in force on a day. */
export interface NotesInForce {
  /** The row in force, null where the survey alone speaks or nothing does. */
  readonly row: NoteFacts | null;
  /** Given by the row, else computed from the survey. */
  readonly statistical: FragilityNote | null;
  /** The survey that the statistical note is computed from, be it left out; null where the row gives the note, or there is none. */
  readonly survey: SurveyFacts | null;
  readonly note: FragilityNote | null;
}

/** The final note of a residence on a day, null where it has none. */
export function noteOn(
  day: Day,
  rows: readonly NoteFacts[],
  surveys: readonly SurveyFacts[],
  scale: SurveyScale = DEFAULT_SURVEY_SCALE,
): FragilityNote | null {
  return notesOn(day, rows, surveys, scale).note;
}

/**
 * The notes in force on a day. The newest row whose day has come decides alone, even when it gives no final note; before any
 * row, the newest survey counts from 1 January of its year, and one that is left out hides those before it.
 * A final note that a later survey parts from the rule stays what it was agreed to be: it was held against the rule when it came.
 */
export function notesOn(
  day: Day,
  rows: readonly NoteFacts[],
  surveys: readonly SurveyFacts[],
  scale: SurveyScale = DEFAULT_SURVEY_SCALE,
): NotesInForce {
  const row = newestRow(day, rows);
  if (!row) {
    const survey = newestSurvey(yearOf(day), surveys);
    const computed = survey && statisticalNote(survey, scale);
    return { row: null, statistical: computed, survey, note: computed };
  }
  const survey = row.statistical === null ? newestSurvey(yearOf(row.from), surveys) : null;
  const statistical = row.statistical ?? (survey && statisticalNote(survey, scale));
  const final = finalNote(row, statistical);
  return { row, statistical, survey, note: isRefusal(final) ? row.final : final };
}

function newestRow(day: Day, rows: readonly NoteFacts[]): NoteFacts | null {
  let newest: NoteFacts | null = null;
  for (const row of rows) if (row.from <= day && (!newest || row.from > newest.from)) newest = row;
  return newest;
}

/** The newest survey of a year not after the given one. */
export function newestSurvey(year: number, surveys: readonly SurveyFacts[]): SurveyFacts | null {
  let newest: SurveyFacts | null = null;
  for (const survey of surveys) if (survey.year <= year && (!newest || survey.year > newest.year)) newest = survey;
  return newest;
}
