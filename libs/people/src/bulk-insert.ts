import type { Database, Statement } from 'better-sqlite3';

/** The number of rows in one statement, so that they share the cost of the call. */
const ROWS = 64;

/** Inserts rows of two blobs, many with one statement. Rows whose key exists already are skipped. */
export class BulkInsert {
  private readonly many: Statement<unknown[]>;
  private readonly one: Statement<unknown[]>;

  /** `into`: the table and its columns, as `keys (household, box)`. */
  constructor(database: Database, into: string) {
    const inserting = (rows: number): Statement<unknown[]> =>
      database.prepare(`INSERT INTO ${into} VALUES ${Array(rows).fill('(?, ?)').join(', ')} ON CONFLICT DO NOTHING`);
    this.many = inserting(ROWS);
    this.one = inserting(1);
  }

  /** Inserts the rows in the given order. @returns whether all were inserted; stops soon after a row that was not */
  run(rows: Iterable<readonly [Buffer, Buffer]>): boolean {
    let waiting: Buffer[] = [];
    for (const [first, second] of rows) {
      waiting.push(first, second);
      if (waiting.length < 2 * ROWS) continue;
      if (this.many.run(waiting).changes < ROWS) return false;
      waiting = [];
    }
    for (let at = 0; at < waiting.length; at += 2)
      if (this.one.run(waiting[at]!, waiting[at + 1]!).changes === 0) return false;
    return true;
  }
}
