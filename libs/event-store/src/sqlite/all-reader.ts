import type { Database } from 'better-sqlite3';
import { firstOf, lastOf, stretchOf, StretchReader } from './stretches';

/** Rows walked for each row asked, before the counts of the stretches are used to find the rest. */
const WALKED_PER_ROW = 4;

export interface AllQuery {
  /** The read starts after (forward) or before (backward) this position. */
  readonly from: number;
  /** The last position written when the read began. Events committed during the read are after it. */
  readonly last: number;
  readonly types?: readonly string[];
  readonly maxCount: number;
}

interface Walk {
  /** The positions `low` and `high` are both inclusive. */
  readonly low: number;
  readonly high: number;
  readonly types: string;
  readonly maxCount: number;
}

/**
 * Reads all events in one direction. With a type filter it first walks a bounded part, which is enough for frequent
 * types. It finds the rest in the stretches that hold such events. No call walks the whole history.
 */
export class AllReader<Values> {
  private readonly statements: ReturnType<typeof prepare<Values>>;
  private readonly stretches: StretchReader;

  constructor(
    database: Database,
    private readonly direction: 'forward' | 'backward',
    /** The columns to select: the values of a row have the same order. */
    columns: string,
  ) {
    this.statements = prepare<Values>(database, columns, direction === 'forward' ? 'ASC' : 'DESC');
    this.stretches = new StretchReader(database);
  }

  read({ from, last, types, maxCount }: AllQuery): Values[] {
    const forward = this.direction === 'forward';
    const low = forward ? from + 1 : 1;
    const high = forward ? last : Math.min(from - 1, last);
    if (!types) return this.statements.every.all(low, high, maxCount);
    const walked = WALKED_PER_ROW * maxCount;
    const all = { low, high, types: JSON.stringify(types), maxCount };
    const [near, far] = forward
      ? [
          { ...all, high: Math.min(high, low + walked - 1) },
          { ...all, low: low + walked },
        ]
      : [
          { ...all, low: Math.max(low, high - walked + 1) },
          { ...all, high: high - walked },
        ];
    const rows = this.walk(near);
    if (rows.length === maxCount || far.low > far.high) return rows;
    return rows.concat(this.sparse({ ...far, maxCount: maxCount - rows.length }, last));
  }

  private sparse({ low, high, types, maxCount }: Walk, last: number): Values[] {
    const stretches = this.stretches.holding(types, stretchOf(low), stretchOf(high), last);
    if (this.direction === 'backward') stretches.reverse();
    const rows: Values[] = [];
    for (const stretch of stretches) {
      const within = { low: Math.max(low, firstOf(stretch)), high: Math.min(high, lastOf(stretch)), types };
      rows.push(...this.walk({ ...within, maxCount: maxCount - rows.length }));
      if (rows.length === maxCount) break;
    }
    return rows;
  }

  private walk({ low, high, types, maxCount }: Walk): Values[] {
    return this.statements.walk.all(low, high, types, maxCount);
  }
}

function prepare<Values>(database: Database, columns: string, order: 'ASC' | 'DESC') {
  const select = `SELECT ${columns} FROM events WHERE position BETWEEN ? AND ?`;
  const end = `ORDER BY position ${order} LIMIT ?`;
  const among = 'type IN (SELECT value FROM json_each(?))';
  return {
    every: database.prepare<[number, number, number], Values>(`${select} ${end}`).raw(),
    walk: database.prepare<[number, number, string, number], Values>(`${select} AND ${among} ${end}`).raw(),
  };
}
