import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Statement, Transaction } from 'better-sqlite3';
import { CodedError, type Uuid } from '#kernel';
import { bytesOf, uuidOf } from './id-bytes';
import type { Additions, Claim, Entry, KeysStore } from './keys-store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (household BLOB PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS numbers (entry BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS requests (week INTEGER, entry BLOB, content TEXT NOT NULL, PRIMARY KEY (week, entry)) WITHOUT ROWID;
`;

const BUSY_MS = 10_000;
const GLANCE_MS = 5;

/** Undoes what a session has written so far. */
class Conflict extends Error {}

/** `keys.db`, the keys of the embedded mode. */
export class SqliteKeys implements KeysStore {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly write: Transaction<(sessions: readonly Additions[]) => boolean[]>;

  constructor(private readonly database: Database) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('wal_autocheckpoint = 4000');
    database.exec(SCHEMA);
    this.statements = prepare(database);
    // Inside of the group's transaction it is a savepoint: a conflict undoes its own session alone.
    const insert = database.transaction((additions: Additions) => this.insert(additions));
    this.write = database.transaction((sessions: readonly Additions[]) =>
      sessions.map((additions) => unlessConflict(() => insert(additions))),
    );
    // From here on it is waited for in between other work: SQLite itself would hold the whole process.
    database.pragma('busy_timeout = 0');
  }

  secret(name: string, make: () => Buffer): Promise<Buffer> {
    const { selectSecret, insertSecret } = this.statements;
    return whenFree(() => {
      const found = selectSecret.get(name);
      if (found) return found;
      insertSecret.run(name, make());
      return selectSecret.get(name)!;
    });
  }

  find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>> {
    const { anyNumber, selectNumber } = this.statements;
    return whenFree(() => {
      const found = new Map<Entry, Uuid>();
      // Before the first number, an import has nothing to look for.
      if (anyNumber.get() === undefined) return found;
      for (const entry of entries) {
        const id = selectNumber.get(bytesOfEntry(entry));
        if (id) found.set(entry, uuidOf(id));
      }
      return found;
    });
  }

  wrappedKeys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>> {
    return whenFree(() => {
      const found = new Map<Uuid, Buffer>();
      for (const household of households) {
        const box = this.statements.selectKey.get(bytesOf(household));
        if (box) found.set(household, box);
      }
      return found;
    });
  }

  claimed(entry: Entry, week: number): Promise<string | undefined> {
    return whenFree(() => this.statements.selectClaim.get(bytesOfEntry(entry), week - 1, week));
  }

  /** In one durable transaction. */
  add(sessions: readonly Additions[]): Promise<readonly boolean[]> {
    return whenFree(() => this.write.immediate(sessions));
  }

  async close(): Promise<void> {
    this.database.close();
  }

  /** Entries go in by their order, so that a large import fills the pages one after the other. @throws Conflict */
  private insert({ wrappedKeys, numbers, claim }: Additions): void {
    const { insertKey, insertNumber } = this.statements;
    if (claim) this.insertClaim(claim);
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

function unlessConflict(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** Another process, or an import's thread, writes for a while: it is waited for without holding this one. */
async function whenFree<Result>(work: () => Result): Promise<Result> {
  const patienceEnds = performance.now() + BUSY_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') throw error;
      if (performance.now() > patienceEnds) throw keysBusy(error);
    }
    await wait(GLANCE_MS);
  }
}

function keysBusy(cause: unknown): CodedError {
  const message = 'Les clés sont tenues par un autre processus depuis plus de dix secondes : rien n’a été écrit.';
  return new CodedError('keys-busy', message, {}, { cause });
}

function prepare(database: Database) {
  const claims = 'SELECT content FROM requests WHERE entry = ? AND week IN (?, ?)';
  return {
    selectSecret: database.prepare('SELECT box FROM secrets WHERE name = ?').pluck() as Statement<[string], Buffer>,
    insertSecret: database.prepare('INSERT OR IGNORE INTO secrets (name, box) VALUES (?, ?)'),
    selectKey: database.prepare('SELECT box FROM keys WHERE household = ?').pluck() as Statement<[Buffer], Buffer>,
    insertKey: database.prepare('INSERT INTO keys (household, box) VALUES (?, ?)'),
    anyNumber: database.prepare('SELECT 1 FROM numbers LIMIT 1'),
    selectNumber: database.prepare('SELECT id FROM numbers WHERE entry = ?').pluck() as Statement<[Buffer], Buffer>,
    insertNumber: database.prepare('INSERT INTO numbers (entry, id) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    selectClaim: database.prepare(claims).pluck() as Statement<[Buffer, number, number], string>,
    insertClaim: database.prepare('INSERT INTO requests (week, entry, content) VALUES (?, ?, ?)'),
    dropClaims: database.prepare('DELETE FROM requests WHERE week < ?'),
  };
}

function bytesOfEntry(entry: Entry): Buffer {
  return Buffer.from(entry, 'latin1');
}
