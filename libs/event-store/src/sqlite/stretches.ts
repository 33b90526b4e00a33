import type { Database, Statement } from 'better-sqlite3';

/**
 * The number of positions of a stretch: stretch n holds the positions n × 256 to n × 256 + 255. Events are counted by
 * type in each stretch.
 */
const LENGTH = 256;

/**
 * The counts of each whole stretch, written in the transaction that writes its last event. They replace an index of the
 * types. An index would change one more page at every commit, the counts only at one event in 256; a reader walks at
 * most 256 events for each stretch.
 */
export const STRETCHES_SCHEMA = `
  CREATE TABLE stretches (
    type TEXT NOT NULL,
    stretch INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (type, stretch)
  ) STRICT, WITHOUT ROWID;
`;

export function stretchOf(position: number): number {
  return Math.floor(position / LENGTH);
}

export function firstOf(stretch: number): number {
  return stretch * LENGTH;
}

export function lastOf(stretch: number): number {
  return stretch * LENGTH + LENGTH - 1;
}

/** The stretch that has no counts yet, where this position is the last of all. */
export function openStretch(last: number): number {
  return stretchOf(last + 1);
}

/** Writes the counts of a stretch when it is full. */
export class StretchWriter {
  private readonly count: Statement<[number, number, number]>;

  constructor(database: Database) {
    this.count = database.prepare(
      'INSERT INTO stretches SELECT type, ?, count(*) FROM events WHERE position BETWEEN ? AND ? GROUP BY type',
    );
  }

  /** The writer calls this after each event, in the same transaction. */
  wrote(position: number): void {
    const stretch = stretchOf(position);
    if (position === lastOf(stretch)) this.count.run(stretch, firstOf(stretch), position);
  }
}

/** Finds and counts the events of some types, up to a position that the reader knows to be written. */
export class StretchReader {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.statements = prepare(database);
  }

  /**
   * The stretches from `low` to `high` that hold such events, in rising order. The open stretch is included without
   * being sure.
   */
  holding(types: string, low: number, high: number, last: number): number[] {
    const open = openStretch(last);
    const found = this.statements.holding.all(types, low, Math.min(high, open - 1));
    return high >= open && low <= open ? [...found, open] : found;
  }

  countAfter(types: string, after: number, last: number): number {
    const begun = stretchOf(after);
    const open = openStretch(last);
    const { walked, counted } = this.statements;
    if (begun >= open) return walked.get(types, after + 1, last)!;
    const rest = walked.get(types, after + 1, lastOf(begun))!;
    return rest + counted.get(types, begun + 1, open - 1)! + walked.get(types, firstOf(open), last)!;
  }
}

function prepare(database: Database) {
  const among = 'type IN (SELECT value FROM json_each(?))';
  const closed = `FROM stretches WHERE ${among} AND stretch BETWEEN ? AND ?`;
  const prepared = <Result>(sql: string): Statement<[string, number, number], Result> =>
    database.prepare<[string, number, number], Result>(sql).pluck();
  return {
    holding: prepared<number>(`SELECT DISTINCT stretch ${closed} ORDER BY stretch`),
    counted: prepared<number>(`SELECT coalesce(sum(events), 0) ${closed}`),
    walked: prepared<number>(`SELECT count(*) FROM events WHERE ${among} AND position BETWEEN ? AND ?`),
  };
}
