import { changesBetween, refuse, yearOf, type Day, type Decision, type Refusal } from '#kernel';
import type { FragilityEvent, NoteFacts, SurveyFacts } from '../events';
import { newestSurvey } from '../note-on';
import type { SurveyScale } from '../survey-scale';

/** What is recorded of the residence. */
export interface KnownNotes {
  readonly rows: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
  /** In force on the day from which the new row holds. */
  readonly scale: SurveyScale;
}

/** From which day a row is to hold, and which day it is. */
export interface Dated {
  readonly residence: string;
  readonly from: Day;
  readonly today: Day;
}

export type NoteEvent = Extract<FragilityEvent, { readonly type: `FragilityNote${string}` }>;

/**
 * A row from that day on that says what the one before it says. A statistical note that a row gave goes on until a newer survey comes.
 * Refused: `note-in-future`, `note-superseded` where a row of a later day stands, which would hide the new one at once.
 */
export function rowFrom({ residence, from, today }: Dated, { rows, surveys }: KnownNotes): NoteFacts | Refusal {
  if (from > today) return refuse('note-in-future', { from });
  const last = rows.reduce<NoteFacts | null>((newest, row) => (newest && newest.from > row.from ? newest : row), null);
  if (last && last.from > from) return refuse('note-superseded', { from: last.from });
  if (!last) return { residence, from, statistical: null, commune: null, landlord: null, final: null, consensus: null };
  const survey = newestSurvey(yearOf(from), surveys);
  const isOutdated = survey !== null && survey.year > yearOf(last.from);
  return { ...last, from, statistical: isOutdated ? null : last.statistical };
}

/** The event that records a row: a new one, what differs from the one of the same day, or nothing. */
export function recordedRow(row: NoteFacts, { rows }: KnownNotes): Decision<NoteEvent> {
  const known = rows.find(({ from }) => from === row.from);
  if (!known) return [{ type: 'FragilityNoted', data: row }];
  const changes = changesBetween(known, row);
  return changes ? [{ type: 'FragilityNoteCorrected', data: { changes } }] : [];
}
