import type { Position } from '#event-store';
import type { Instant } from '#kernel';
import type { NoteFacts, SurveyFacts } from '../events';
import type { Entry, SubjectDocument } from '../projections/model';

/** Who recorded a row, when and how. */
export interface Recording {
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  /** A row of a file, or a request. */
  readonly source: 'file' | 'request';
  /** True where it corrects the row recorded before for the same day or year. */
  readonly correction: boolean;
}

/** A row of notes after one event. What was not given is null. */
export type NoteRecording = Recording & Required<Omit<NoteFacts, 'residence'>>;
/** A survey after one event. */
export type SurveyRecording = Recording & Omit<SurveyFacts, 'residence'>;

const NOT_GIVEN = { communeComment: null, landlordComment: null, meeting: null };

/** Every row with its corrections, in the order of the days; those of one day in the order in which they were recorded. */
export function noteHistory(document: SubjectDocument, position: Position): readonly NoteRecording[] {
  return entriesOf<NoteFacts>(document, 'notes', position).map(({ facts: { residence: _, ...row }, ...entry }) => ({
    ...NOT_GIVEN,
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

function recordingOf({ revision, provenance }: Pick<Entry, 'revision' | 'provenance'>): Recording {
  const { recordedAt, actor, role, fromFile } = provenance;
  return { recordedAt, actor, role, source: fromFile ? 'file' : 'request', correction: revision > 0 };
}
