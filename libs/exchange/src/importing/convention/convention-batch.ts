import { CONVENTION_STREAM, type ConventionEvent } from '#convention';
import type { NewEvent, StreamBatch } from '#event-store';
import { canonicalJson, type Json, type JsonObject } from '#kernel';
import { rowEventId } from '#deciding';
import type { ImportMetadata } from '../plan-record';
import type { ToldConventionFile } from './convention-import';

/** The events of a convention.json, in one batch; undefined where it tells nothing new. */
export function conventionBatch(
  { events, revision }: ToldConventionFile,
  digest: (row: string) => string,
  metadata: ImportMetadata,
): StreamBatch | undefined {
  if (events.length === 0) return undefined;
  const made = events.map((event, index): NewEvent => {
    const rowDigest = digest(`convention.json\n${canonicalJson(event as unknown as Json)}`);
    return {
      id: rowEventId(CONVENTION_STREAM, revision + index, rowDigest),
      type: event.type,
      schemaVersion: 1,
      data: event.data as unknown as JsonObject,
      metadata: { ...metadata, rowDigest, effectiveDay: effectiveDayOf(event) },
    };
  });
  return { stream: CONVENTION_STREAM, expected: revision < 0 ? 'none' : revision, events: made };
}

function effectiveDayOf(event: ConventionEvent) {
  return event.type === 'ConventionAdopted' ? event.data.agreement.firstDay : event.data.effectiveOn;
}
