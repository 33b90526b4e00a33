import { canonicalJson, changesBetween, refuse, yearOf, type Day, type Decision, type Refusal } from '#kernel';
import type { FragilityEvent, NoteFacts, SurveyFacts } from '../events';
import { newestSurvey } from '../note-on';
import type { SurveyScale } from '../survey-scale';

/** What is recorded about the residence. */
export interface KnownNotes {
  readonly rows: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
  /** The scale in force on the day from which the new row holds. */
  readonly scale: SurveyScale;
}

/** A command to add a row that holds from a day on. */
export interface Dated {
  readonly residence: string;
  readonly from: Day;
  readonly today: Day;
}

export type NoteEvent = Extract<FragilityEvent, { readonly type: `FragilityNote${string}` }>;

/**
 * A row from that day on, with what the newest row says. A statistical note that a row gives is taken over until there is a newer survey.
 * Refused: `note-in-future`, `note-superseded` where there is a row of a later day: it would hide the new row at once.
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

/** The event that records a row: a new row, or the changes to the row of the same day. No event where nothing changes. */
export function recordedRow(row: NoteFacts, { rows }: KnownNotes): Decision<NoteEvent> {
  const known = rows.find(({ from }) => from === row.from);
  if (!known) return [{ type: 'FragilityNoted', data: row }];
  const changes = changesBetween(known, row);
  return changes ? [{ type: 'FragilityNoteCorrected', data: { changes } }] : [];
}

/**
 * A row of a file, with the recorded facts that files do not have: a comment stays with its note, a meeting with the note agreed there and
 * its ground.
 */
export function withRecordedFacts(row: NoteFacts, recorded: NoteFacts): NoteFacts {
  const kept: { -readonly [Field in 'communeComment' | 'landlordComment' | 'meeting']?: NoteFacts[Field] } = {};
  if (recorded.communeComment && row.commune === recorded.commune) kept.communeComment = recorded.communeComment;
  if (recorded.landlordComment && row.landlord === recorded.landlord) kept.landlordComment = recorded.landlordComment;
  if (recorded.meeting && canonicalJson(agreed(row)) === canonicalJson(agreed(recorded)))
    kept.meeting = recorded.meeting;
  return { ...row, ...kept };
}

function agreed({ final, consensus }: NoteFacts) {
  return [final, consensus];
}
