import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

/**
 * The recorded times of this store never go back, so that a binary search finds an instant. A received history that
 * several processes wrote may hold events whose time goes back. For each of them this table keeps the latest recorded
 * time before it, and the search uses that time.
 */
export const LATE_TIMES_SCHEMA = `
  CREATE TABLE late_times (
    position INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL
  ) STRICT;
`;

/**
 * An SQL expression for a query over `events`: the latest recorded time up to the event. It never goes back along the
 * positions.
 */
export const LATEST_TIME = `coalesce(
  (SELECT recorded_at FROM late_times WHERE late_times.position = events.position), metadata ->> '$[0]')`;

interface TimeRow {
  readonly position: number;
  readonly own: Instant;
  readonly late: Instant | null;
}

const PAGE = 10_000;

/** Compares the table with the events, page by page: yields the last position compared, returns the first wrong position. */
export function* lateTimesFault(database: Database): Generator<number, number | undefined> {
  const page = database.prepare<[number, number], TimeRow>(`
    SELECT events.position, metadata ->> '$[0]' AS own, recorded_at AS late FROM events
    LEFT JOIN late_times ON late_times.position = events.position
    WHERE events.position > ? ORDER BY events.position LIMIT ?`);
  let latest = '' as Instant;
  let last = 0;
  for (let rows = page.all(last, PAGE); rows.length > 0; rows = page.all(last, PAGE)) {
    for (const { position, own, late } of rows) {
      if (late !== (own < latest ? latest : null)) return position;
      if (own > latest) latest = own;
      last = position;
    }
    yield last;
  }
  const beyond = database.prepare<[number], number>('SELECT position FROM late_times WHERE position > ? LIMIT 1');
  return beyond.pluck().get(last);
}
