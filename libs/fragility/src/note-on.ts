import { isRefusal, yearOf, type Day } from '#kernel';
import type { FragilityNote, NoteFacts, SurveyFacts } from './events';
import { finalNote } from './final-note';
import { statisticalNote } from './statistical-note';
import { DEFAULT_SURVEY_SCALE, type SurveyScale } from './survey-scale';

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
