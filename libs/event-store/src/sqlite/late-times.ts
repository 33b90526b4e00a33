import type { Database } from 'better-sqlite3';
import type { Instant } from '#kernel';

/**
 * What this store records has times that never go back, so that an instant is found by halving. A history that several processes
 * wrote elsewhere may have some that do: for each such event the latest time recorded before it stands here, and its place among
 * instants is that one.
 */
export const LATE_TIMES_SCHEMA = `
  CREATE TABLE late_times (
    position INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL
  ) STRICT;
`;

/** In a query over `events`: the latest time recorded up to the event. It never goes down along the positions. */
export const LATEST_TIME = `coalesce(
  (SELECT recorded_at FROM late_times WHERE late_times.position = events.position), metadata ->> '$[0]')`;

interface TimeRow {
  readonly position: number;
  readonly own: Instant;
  readonly late: Instant | null;
}

const PAGE = 10_000;

/** Holds the table against the events, page by page: yields the last position compared, returns the first that is wrong. */
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
