import { CONVENTION_STREAM, type ConventionEvent } from '#convention';
import { rowEventId } from '#deciding';
import type { StreamBatch } from '#event-store';
import { canonicalJson } from '#kernel';
import type { ImportMetadata } from '../plan-record';
import type { ImportedConventionFile } from './convention-import';

/** The events of a convention.json, in one batch; undefined where the file has nothing new. */
export function conventionBatch(
  { events, revision }: ImportedConventionFile,
  digest: (row: string) => string,
  metadata: ImportMetadata,
): StreamBatch | undefined {
  if (events.length === 0) return undefined;
  const stream = CONVENTION_STREAM.name();
  const made = events.map((event, index) => {
    const rowDigest = digest(`convention.json\n${canonicalJson(event)}`);
    return CONVENTION_STREAM.write(event, {
      id: rowEventId(stream, revision + index, rowDigest),
      metadata: { ...metadata, rowDigest, effectiveDay: effectiveDayOf(event) },
    });
  });
  return { stream, expected: revision < 0 ? 'none' : revision, events: made };
}

function effectiveDayOf(event: ConventionEvent) {
  return event.type === 'ConventionAdopted' ? event.data.agreement.firstDay : event.data.effectiveOn;
}
