import type { Database, Statement, Transaction } from 'better-sqlite3';
import { bytesOf } from './keys-database';
import type { Additions, Claim, Entry } from './keys-store';

/** Undoes the transaction or the savepoint of a session. */
class Conflict extends Error {}

/** Writes the additions of sessions to `keys.db`. */
export class KeysWriter {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly keys: BulkInsert;
  private readonly numbers: BulkInsert;
  private readonly together: Transaction<(sessions: readonly Additions[]) => void>;
  private readonly apart: Transaction<(sessions: readonly Additions[]) => boolean[]>;

  constructor(database: Database) {
    this.statements = prepare(database);
    this.keys = new BulkInsert(database, 'keys (household, box)');
    this.numbers = new BulkInsert(database, 'numbers (entry, id)');
    this.together = database.transaction((sessions: readonly Additions[]) => this.insert(sessions));
    // Inside the transaction of the group this is a savepoint: a conflict undoes only its own session.
    const insert = database.transaction((additions: Additions) => this.insert([additions]));
    this.apart = database.transaction((sessions: readonly Additions[]) =>
      sessions.map((additions) => unlessConflict(() => insert(additions))),
    );
  }

  /**
   * Writes in one durable transaction, and returns for each session whether it was written. First it tries without
   * savepoints: conflicts are rare, and savepoints copy each page that they change.
   */
  write(sessions: readonly Additions[]): boolean[] {
    if (unlessConflict(() => this.together.immediate(sessions))) return sessions.map(() => true);
    return sessions.length === 1 ? [false] : this.apart.immediate(sessions);
  }

  /** Entries are inserted in their order, so that a large import fills the pages one after the other. @throws Conflict */
  private insert(sessions: readonly Additions[]): void {
    for (const { claims } of sessions) for (const claim of claims) this.insertClaim(claim);
    if (!this.keys.run(keyRows(sessions)) || !this.numbers.run(numberRows(sessions))) throw new Conflict();
  }

  private insertClaim({ entry, content, week }: Claim): void {
    const { selectClaim, insertClaim, dropClaims } = this.statements;
    const bytes = bytesOfEntry(entry);
    const taken = selectClaim.get(bytes, week - 1, week);
    if (taken !== undefined && taken !== content) throw new Conflict();
    if (taken !== undefined) return;
    insertClaim.run(week, bytes, content);
    dropClaims.run(week - 1);
  }
}

function* keyRows(sessions: readonly Additions[]): Generator<readonly [Buffer, Buffer]> {
  for (const { wrappedKeys } of sessions) for (const [household, box] of wrappedKeys()) yield [bytesOf(household), box];
}

function* numberRows(sessions: readonly Additions[]): Generator<readonly [Buffer, Buffer]> {
  for (const { numbers } of sessions)
    for (const entry of [...numbers.keys()].sort()) yield [bytesOfEntry(entry), bytesOf(numbers.get(entry)!)];
}

export function bytesOfEntry(entry: Entry): Buffer {
  return Buffer.from(entry, 'latin1');
}

/** Selects the content of a claim made in one of two weeks. */
export const CLAIM_CONTENT = 'SELECT content FROM requests WHERE entry = ? AND week IN (?, ?)';

function unlessConflict(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

function prepare(database: Database) {
  return {
    selectClaim: database.prepare(CLAIM_CONTENT).pluck() as Statement<[Buffer, number, number], string>,
    insertClaim: database.prepare('INSERT INTO requests (week, entry, content) VALUES (?, ?, ?)'),
    dropClaims: database.prepare('DELETE FROM requests WHERE week < ?'),
  };
}

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
