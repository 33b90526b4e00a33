import type { Database, Statement, Transaction } from 'better-sqlite3';
import { bytesOf } from './id-bytes';
import type { Additions, Claim, Entry } from './keys-store';

/** Undoes what a session has written so far. */
class Conflict extends Error {}

/** Writes what sessions add to `keys.db`. */
export class KeysWriter {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly transaction: Transaction<(sessions: readonly Additions[]) => boolean[]>;

  constructor(database: Database) {
    this.statements = prepare(database);
    // Inside of the group's transaction it is a savepoint: a conflict undoes its own session alone.
    const insert = database.transaction((additions: Additions) => this.insert(additions));
    this.transaction = database.transaction((sessions: readonly Additions[]) =>
      sessions.map((additions) => unlessConflict(() => insert(additions))),
    );
  }

  /** In one durable transaction; says for each session whether it could. */
  write(sessions: readonly Additions[]): boolean[] {
    return this.transaction.immediate(sessions);
  }

  /** Entries go in by their order, so that a large import fills the pages one after the other. @throws Conflict */
  private insert({ wrappedKeys, numbers, claims }: Additions): void {
    const { insertKey, insertNumber } = this.statements;
    for (const claim of claims) this.insertClaim(claim);
    for (const [household, box] of wrappedKeys()) insertKey.run(bytesOf(household), box);
    for (const entry of [...numbers.keys()].sort())
      if (insertNumber.run(bytesOfEntry(entry), bytesOf(numbers.get(entry)!)).changes === 0) throw new Conflict();
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

export function bytesOfEntry(entry: Entry): Buffer {
  return Buffer.from(entry, 'latin1');
}

/** The content of a claim taken in one of two weeks. */
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
    insertKey: database.prepare('INSERT INTO keys (household, box) VALUES (?, ?)'),
    insertNumber: database.prepare('INSERT INTO numbers (entry, id) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    selectClaim: database.prepare(CLAIM_CONTENT).pluck() as Statement<[Buffer, number, number], string>,
    insertClaim: database.prepare('INSERT INTO requests (week, entry, content) VALUES (?, ?, ?)'),
    dropClaims: database.prepare('DELETE FROM requests WHERE week < ?'),
  };
}
