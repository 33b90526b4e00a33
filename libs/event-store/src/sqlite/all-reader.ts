import type { Database, Statement } from 'better-sqlite3';
import { EVENT_COLUMNS, type EventRow } from './codec';

/** Rows walked for each one asked, before the type index is used instead. */
const WALKED_PER_ROW = 4;

export interface AllQuery {
  /** Exclusive. */
  readonly from: number;
  /** Inclusive: what is committed while the parts of the answer are read lies beyond it. */
  readonly until: number;
  readonly types?: readonly string[];
  readonly maxCount: number;
}

/**
 * Reads all events in one direction. With a type filter it first walks a bounded stretch, which is all that dense types need;
 * what is still missing comes from the index of each type. No call walks the whole history.
 */
export class AllReader {
  private readonly step: 1 | -1;
  private readonly statements: ReturnType<typeof prepare>;

  constructor(database: Database, direction: 'forward' | 'backward') {
    this.step = direction === 'forward' ? 1 : -1;
    this.statements = prepare(database, direction === 'forward' ? ['>', '<=', 'ASC'] : ['<', '>=', 'DESC']);
  }

  read({ from, until, types, maxCount }: AllQuery): EventRow[] {
    if (!types) return this.statements.every.all(from, until, maxCount);
    const end = from + this.step * WALKED_PER_ROW * maxCount;
    const walkedTo = this.beyond(end, until) ? until : end;
    const rows = this.statements.walk.all(from, walkedTo, JSON.stringify(types), maxCount);
    if (rows.length === maxCount || walkedTo === until) return rows;
    return rows.concat(this.sparse({ from: walkedTo, until, types, maxCount: maxCount - rows.length }));
  }

  private sparse({ from, until, types = [], maxCount }: AllQuery): EventRow[] {
    const positions = [...new Set(types)]
      .flatMap((type) => this.statements.ofType.all(type, from, until, maxCount))
      .sort((a, b) => (a - b) * this.step)
      .slice(0, maxCount);
    return this.statements.at.all(JSON.stringify(positions));
  }

  private beyond(position: number, limit: number): boolean {
    return (position - limit) * this.step >= 0;
  }
}

type Comparison = readonly [after: string, until: string, order: string];

function prepare(database: Database, [after, until, order]: Comparison) {
  const between = `position ${after} ? AND position ${until} ?`;
  const end = `ORDER BY position ${order} LIMIT ?`;
  const select = `SELECT ${EVENT_COLUMNS} FROM events`;
  const among = 'IN (SELECT value FROM json_each(?))';
  // The unary plus keeps the walk on the table: with the type index it would have to sort all events of these types.
  const walk = `${select} WHERE ${between} AND +type ${among} ${end}`;
  const ofType = `SELECT position FROM events WHERE type = ? AND ${between} ${end}`;
  return {
    every: database.prepare(`${select} WHERE ${between} ${end}`) as Statement<[number, number, number], EventRow>,
    walk: database.prepare(walk) as Statement<[number, number, string, number], EventRow>,
    ofType: database.prepare(ofType).pluck() as Statement<[string, number, number, number], number>,
    at: database.prepare(`${select} WHERE position ${among} ORDER BY position ${order}`) as Statement<
      [string],
      EventRow
    >,
  };
}
