import { CONVENTION_STREAM, foldConvention, type ConventionEvent, type RecordedConvention } from '#convention';
import type { Position } from '#event-store';
import type { ReadModel } from '#read-store';
import type { SubjectDocument } from './model';

/** The convention as it was recorded at the position; null where none was. */
export async function conventionAt(model: ReadModel, position: Position): Promise<RecordedConvention | null> {
  const document = await model.get<SubjectDocument<ConventionEvent['data']>>('convention', CONVENTION_STREAM);
  const entries = document?.body.entries.filter(({ from }) => from <= position) ?? [];
  return foldConvention(entries.map(({ told, facts }) => ({ type: told.type, data: facts }) as ConventionEvent));
}
