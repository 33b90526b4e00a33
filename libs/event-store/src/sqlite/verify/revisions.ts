import type { Database } from 'better-sqlite3';
import { firstOf, openStretch } from '../stretches';

interface TailRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
}

/**
 * The first event of the open stretch whose revision does not follow the one before it in its stream; null where all
 * follow. The index of the streams gives the earlier revisions.
 */
export function revisionFault(database: Database): TailRow | null {
  const last = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
  const first = firstOf(openStretch(last));
  // The stretch may become full meanwhile and its events be indexed. The index is therefore read only before the
  // stretch.
  const indexed = database
    .prepare<[string, number], number | null>(
      'SELECT max(revision) FROM stream_index WHERE stream = ? AND position < ?',
    )
    .pluck();
  const tail = database.prepare<[number, number], TailRow>(
    'SELECT position, stream, revision FROM events WHERE position BETWEEN ? AND ? ORDER BY position',
  );
  const revisions = new Map<string, number>();
  for (const row of tail.all(first, last)) {
    const before = revisions.get(row.stream) ?? indexed.get(row.stream, first) ?? -1;
    if (row.revision !== before + 1) return row;
    revisions.set(row.stream, row.revision);
  }
  return null;
}
