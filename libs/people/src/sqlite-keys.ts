import { retry } from '#concurrency';
import { CodedError, type Uuid } from '#kernel';
import { BackgroundThread } from '#sqlite';
import type { Database, Statement } from 'better-sqlite3';
import { join } from 'node:path';
import { BUSY_MS, bytesOf, openKeysDatabase, uuidOf } from './keys-database';
import type { Additions, Entry, KeysStore, NumberMove, UsedKey } from './keys-store';
import type { KeysMessage } from './keys-worker';
import { bytesOfEntry, CLAIM_CONTENT, KeysWriter } from './keys-writer';
import { sentAdditions } from './sent-additions';

/** A busy database is tried again every few milliseconds. */
const UNTIL_FREE = { firstDelay: 5, longestDelay: 5, giveUpAfter: BUSY_MS, isPassing: isBusy };
const PROGRAM = join(__dirname, 'keys-worker.js');
/** From this number of numbers on, a separate thread writes and waits for the disk, so that a busy service can go on. */
const NUMBERS_FOR_A_THREAD = 16;
/** More numbers come from an import, which runs in its own thread already: they are not copied to another thread. */
const MOST_FOR_A_THREAD = 10_000;

export interface SqliteKeysOptions {
  readonly file: string;
  /** A separate thread writes commits that have at least this number of new numbers; default 16. */
  readonly numbersForThread?: number;
}

/** `keys.db`, the keys of the embedded mode. */
export class SqliteKeys implements KeysStore {
  private readonly database: Database;
  private readonly statements: ReturnType<typeof prepare>;
  private readonly numbers: BulkFind;
  private readonly writer: KeysWriter;
  private readonly thread: BackgroundThread<KeysMessage, readonly boolean[]> | undefined;
  private readonly numbersForThread: number;

  constructor({ file, numbersForThread = NUMBERS_FOR_A_THREAD }: SqliteKeysOptions) {
    this.database = openKeysDatabase(file);
    this.statements = prepare(this.database);
    this.numbers = new BulkFind(this.database);
    this.writer = new KeysWriter(this.database);
    this.numbersForThread = numbersForThread;
    if (BackgroundThread.isAvailable(PROGRAM)) this.thread = new BackgroundThread(PROGRAM, file);
    // From here on, `whenFree` waits for other writers, so that the process can work meanwhile: SQLite would block it.
    this.database.pragma('busy_timeout = 0');
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
    const { anyNumber } = this.statements;
    // Without any number, there is nothing to look up: this makes the first import faster.
    return whenFree(() => (anyNumber.get() === undefined ? new Map<Entry, Uuid>() : this.numbers.run(entries)));
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

  claimed(keys: readonly UsedKey[]): Promise<ReadonlyMap<Entry, string>> {
    return whenFree(() => {
      const found = new Map<Entry, string>();
      for (const { entry, week } of keys) {
        const content = this.statements.selectClaim.get(bytesOfEntry(entry), week - 1, week);
        if (content !== undefined) found.set(entry, content);
      }
      return found;
    });
  }

  /** Writes in one durable transaction. */
  add(sessions: readonly Additions[]): Promise<readonly boolean[]> {
    const { thread, writer } = this;
    const numbers = sessions.reduce((sum, session) => sum + session.numbers.size, 0);
    if (thread && numbers >= this.numbersForThread && numbers <= MOST_FOR_A_THREAD)
      return orBusy(thread.ask(sessions.map(sentAdditions)));
    return whenFree(() => writer.write(sessions));
  }

  /**
   * Deleted rows are overwritten in the database (`secure_delete`). The write-ahead log may still hold them until it is next emptied, as an
   * erasure does: this is called once for each lease, and an emptied log would cost each of them a wait for the disk.
   */
  deleteKeys(subjects: readonly Uuid[]): Promise<void> {
    const deleteAll = this.database.transaction(() => {
      for (const subject of subjects) this.statements.deleteKey.run(bytesOf(subject));
    });
    return whenFree(() => deleteAll.immediate());
  }

  moveNumber(entry: Entry, { from, to }: NumberMove): Promise<boolean> {
    const { selectNumber, deleteNumber, insertNumber } = this.statements;
    const bytes = bytesOfEntry(entry);
    const move = this.database.transaction((): boolean => {
      const found = selectNumber.get(bytes);
      if ((found && uuidOf(found)) !== from) return false;
      deleteNumber.run(bytes);
      if (to) insertNumber.run(bytes, bytesOf(to));
      return true;
    });
    return whenFree(() => move.immediate());
  }

  async close(): Promise<void> {
    await this.thread?.end('close');
    this.database.close();
  }
}

/** Runs the work, and waits without blocking this process while another process or the thread of an import writes. */
function whenFree<Result>(work: () => Result): Promise<Result> {
  return orBusy(retry(work, UNTIL_FREE));
}

/** @throws CodedError `keys-busy` where the keys are still locked after the wait */
async function orBusy<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw isBusy(error) ? keysBusy(error) : error;
  }
}

function isBusy(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'SQLITE_BUSY';
}

function keysBusy(cause: unknown): CodedError {
  const message = 'another process holds the keys for more than ten seconds: nothing was written';
  return new CodedError('keys-busy', message, {}, { cause });
}

function prepare(database: Database) {
  return {
    selectSecret: database.prepare('SELECT box FROM secrets WHERE name = ?').pluck() as Statement<[string], Buffer>,
    insertSecret: database.prepare('INSERT OR IGNORE INTO secrets (name, box) VALUES (?, ?)'),
    selectKey: database.prepare('SELECT box FROM keys WHERE household = ?').pluck() as Statement<[Buffer], Buffer>,
    selectNumber: database.prepare('SELECT id FROM numbers WHERE entry = ?').pluck() as Statement<[Buffer], Buffer>,
    deleteNumber: database.prepare<[Buffer]>('DELETE FROM numbers WHERE entry = ?'),
    insertNumber: database.prepare<[Buffer, Buffer]>('INSERT INTO numbers (entry, id) VALUES (?, ?)'),
    deleteKey: database.prepare<[Buffer]>('DELETE FROM keys WHERE household = ?'),
    anyNumber: database.prepare('SELECT 1 FROM numbers LIMIT 1'),
    selectClaim: database.prepare(CLAIM_CONTENT).pluck() as Statement<[Buffer, number, number], string>,
  };
}

/** The number of entries in one statement, so that they share the cost of the call. */
const ENTRIES = 64;
/** Fewer entries than this are looked up one by one. */
const WORTH_A_STATEMENT = 8;

/** Finds the ids of many entries with few statements. */
export class BulkFind {
  private readonly many: Statement<Buffer[], readonly [Buffer, Buffer]>;
  private readonly one: Statement<[Buffer], Buffer>;

  constructor(database: Database) {
    const places = Array(ENTRIES).fill('?').join(', ');
    this.many = database
      .prepare<Buffer[], readonly [Buffer, Buffer]>(`SELECT entry, id FROM numbers WHERE entry IN (${places})`)
      .raw();
    this.one = database.prepare<[Buffer], Buffer>('SELECT id FROM numbers WHERE entry = ?').pluck();
  }

  /** The ids of the entries that have one. */
  run(entries: readonly Entry[]): Map<Entry, Uuid> {
    const found = new Map<Entry, Uuid>();
    for (let at = 0; at < entries.length; at += ENTRIES) {
      const some = entries.slice(at, at + ENTRIES);
      if (some.length < WORTH_A_STATEMENT) this.findEach(some, found);
      else this.findTogether(some, found);
    }
    return found;
  }

  private findEach(entries: readonly Entry[], found: Map<Entry, Uuid>): void {
    for (const entry of entries) {
      const id = this.one.get(bytesOfEntry(entry));
      if (id) found.set(entry, uuidOf(id));
    }
  }

  /** Fills the unused parameters with the first entry again. */
  private findTogether(entries: readonly Entry[], found: Map<Entry, Uuid>): void {
    const asked = entries.map(bytesOfEntry);
    while (asked.length < ENTRIES) asked.push(asked[0]!);
    for (const [entry, id] of this.many.all(...asked)) found.set(entry.toString('latin1'), uuidOf(id));
  }
}
