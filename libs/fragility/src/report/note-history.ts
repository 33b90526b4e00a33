import type { Position } from '#event-store';
import type { Instant } from '#kernel';
import type { NoteFacts, SurveyFacts } from '../events';
import type { Entry, SubjectDocument } from '../projections/model';

/** By whom, when, and how something was recorded. */
export interface Recording {
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  /** A row of a file, or a request. */
  readonly source: 'file' | 'request';
  /** Whether it corrects what was recorded before of the same day, or year. */
  readonly correction: boolean;
}

/** A row of notes as one event left it; what a file does not tell is null. */
export type NoteRecording = Recording & Required<Omit<NoteFacts, 'residence'>>;
/** A survey as one event left it. */
export type SurveyRecording = Recording & Omit<SurveyFacts, 'residence'>;

const NOT_TOLD = { communeComment: null, landlordComment: null, meeting: null };

/** Every dated row with its corrections, in the order of their days, then of their recording. */
export function noteHistory(document: SubjectDocument, position: Position): readonly NoteRecording[] {
  return entriesOf<NoteFacts>(document, 'notes', position).map(({ facts: { residence: _, ...row }, ...entry }) => ({
    ...NOT_TOLD,
    ...row,
    ...recordingOf(entry),
  }));
}

export function surveyHistory(document: SubjectDocument, position: Position): readonly SurveyRecording[] {
  return entriesOf<SurveyFacts>(document, 'surveys', position).map(
    ({ facts: { residence: _, ...survey }, ...entry }) => ({
      ...survey,
      ...recordingOf(entry),
    }),
  );
}

function entriesOf<Facts>({ entries }: SubjectDocument, list: string, position: Position): readonly Entry<Facts>[] {
  const own = entries.filter((entry) => entry.list === list && entry.from <= position) as Entry<Facts>[];
  return own.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
}

function recordingOf({ revision, told }: Pick<Entry, 'revision' | 'told'>): Recording {
  const { recordedAt, actor, role, fromFile } = told;
  return { recordedAt, actor, role, source: fromFile ? 'file' : 'request', correction: revision > 0 };
}
