import type { Database } from 'better-sqlite3';
import { positionOf } from '../position';
import { firstOf, lastOf, openStretch } from '../stretches';
import { revisionFault } from './revisions';
import type { FaultPart, HistoryFault } from './verdict';

/** The number of stretches compared in one step, which takes some 20 ms. */
const STRETCHES_AT_ONCE = 16;

/**
 * Compares the derived tables with the events, some stretches at a time: yields the last position compared, returns the
 * first fault. It is a fault where readers can no longer find an event by its stream or its type.
 */
export function* derivedFaults(database: Database, last: number): Generator<number, HistoryFault | null> {
  const open = openStretch(last);
  const { unindexed, astray, miscounted } = prepare(database);
  for (let stretch = 0; stretch < open; stretch += STRETCHES_AT_ONCE) {
    const [low, high] = [firstOf(stretch), Math.min(lastOf(stretch + STRETCHES_AT_ONCE - 1), firstOf(open) - 1)];
    const index = unindexed.get(low, high);
    if (index !== undefined) return faultOf('stream-index', index);
    const revision = astray.get(low, high);
    if (revision !== undefined) return faultOf('events', revision);
    const count = miscounted.get(low, high);
    if (count !== undefined) return faultOf('stretches', firstOf(count));
    yield high;
  }
  const tail = revisionFault(database);
  return tail ? faultOf('events', tail.position) : surplus(database);
}

function faultOf(part: FaultPart, position: number): HistoryFault {
  const at = positionOf(Math.max(1, position));
  return { part, position: at, met: at, kind: null };
}

interface Totals {
  readonly last: number;
  readonly indexed: number;
  readonly counted: number;
  readonly impossible: number;
}

/** Finds rows of the derived tables whose events are absent: the events were removed, or never existed. */
function surplus(database: Database): HistoryFault | null {
  const { last, indexed, counted, impossible } = database.prepare<[], Totals>(TOTALS).get()!;
  const next = positionOf(last + 1);
  const closed = Math.max(0, firstOf(openStretch(last)) - 1);
  const beyond = { position: next, met: null, kind: null };
  if (indexed !== closed)
    return { part: 'stream-index', ...beyond, kind: indexesBeyond(database, last) ? 'removed' : null };
  return counted !== closed || impossible > 0 ? { part: 'stretches', ...beyond } : null;
}

/** Whether the index names an event right after the last one. The end of the history was then cut off. */
function indexesBeyond(database: Database, last: number): boolean {
  const sql = 'SELECT 1 FROM stream_index WHERE position = ? LIMIT 1';
  return (
    database
      .prepare<[number], number>(sql)
      .pluck()
      .get(last + 1) !== undefined
  );
}

/** One statement, so that all its counts are of the same moment even while a writer works. */
const TOTALS = `
  SELECT last, (SELECT count(*) FROM stream_index) AS indexed, (SELECT total(events) FROM stretches) AS counted,
    (SELECT count(*) FROM stretches WHERE events < 1 OR stretch >= (last + 1) / ${lastOf(0) + 1}) AS impossible
  FROM (SELECT coalesce(max(position), 0) AS last FROM events)`;

function prepare(database: Database) {
  const first = (sql: string) => database.prepare<[number, number], number>(sql).pluck();
  const indexed = (revision: string) => `SELECT e.position FROM events e
    LEFT JOIN stream_index s ON s.stream = e.stream AND s.revision = ${revision} WHERE e.position BETWEEN ? AND ?`;
  return {
    unindexed: first(`${indexed('e.revision')} AND s.position IS NOT e.position ORDER BY e.position LIMIT 1`),
    astray: first(`${indexed('e.revision - 1')} AND (e.revision < 0
      OR e.revision > 0 AND (s.position IS NULL OR s.position >= e.position)) ORDER BY e.position LIMIT 1`),
    miscounted: first(`SELECT g.stretch FROM (
        SELECT position / ${lastOf(0) + 1} AS stretch, type, count(*) AS events FROM events
          WHERE position BETWEEN ? AND ? GROUP BY 1, 2
      ) g LEFT JOIN stretches s ON s.type = g.type AND s.stretch = g.stretch
      WHERE s.events IS NOT g.events ORDER BY g.stretch LIMIT 1`),
  };
}
