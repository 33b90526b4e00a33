import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Mutex } from '#concurrency';
import { loadSqlite } from '#sqlite';
import { readOnly } from '../generation';
import { damageOf, rememberingDamage, setAsideUnsound } from './damage';
import { RowRunner, type Rows } from './rows';
import { openToWrite, WAIT_MS, writeInSlices } from './writing';
import { WritingThread } from './writing-thread';

/**
 * From this number of rows on, a commit is written by a separate thread: it belongs to a replay or to a busy service. A
 * single lease needs no thread.
 */
const ROWS_FOR_A_THREAD = 20;

export interface SqliteReadStoreOptions {
  /** The folder of `read.db`. */
  readonly folder: string;
  /** There is one `writer`, in one process. A `reader`, in the same or another process, sees its commits and writes nothing. */
  readonly mode: 'writer' | 'reader';
  /** A separate thread writes commits that have at least this number of rows; default 20. */
  readonly rowsForThread?: number;
}

/**
 * The connections to `read.db`: one for writing, one for reading that a long write does not delay, and a thread for
 * large writes.
 */
export class Connections {
  private readonly Sqlite = loadSqlite();
  /** The new name of a damaged or foreign `read.db`, which a new one replaces. */
  readonly setAside: string | undefined;
  private readonly file: string;
  private readonly rowsForThread: number;
  private readonly writing: Database | undefined;
  private readonly runner: RowRunner | undefined;
  private readonly thread: WritingThread | undefined;
  private reading: Database | undefined;
  private readonly mutex = new Mutex();

  constructor({ folder, mode, rowsForThread = ROWS_FOR_A_THREAD }: SqliteReadStoreOptions) {
    this.file = join(folder, 'read.db');
    this.rowsForThread = rowsForThread;
    if (mode === 'reader') return;
    this.setAside = setAsideUnsound(this.file);
    this.writing = openToWrite(this.file);
    this.runner = new RowRunner(this.writing);
    if (WritingThread.isAvailable) this.thread = new WritingThread(this.file);
  }

  /** The connection for reading; undefined while the writer has not created the file. */
  get reader(): Database | undefined {
    if (!this.reading && existsSync(this.file)) {
      const database = new this.Sqlite(this.file, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
      if (this.guard(() => hasRegistry(database))) this.reading = database;
      else database.close();
    }
    return this.reading;
  }

  /** Runs work that reads the file. @throws CodedError `read-store-damaged` */
  guard<Result>(work: () => Result): Result {
    return rememberingDamage(this.file, work);
  }

  get isWriter(): boolean {
    return this.writing !== undefined;
  }

  /** Runs one transaction after the earlier ones have ended. The work may wait in the middle of the transaction. */
  write<T>(work: (database: Database) => Promise<T> | T): Promise<T> {
    const database = this.writing;
    if (!database) return Promise.reject(readOnly());
    return this.guarded(() => transaction(database, work));
  }

  /**
   * Writes rows in one transaction, portion by portion, after the earlier transactions have ended. A separate thread
   * writes large commits.
   */
  writeRows(portions: Iterable<readonly Rows[]>, rows: number): Promise<void> {
    const { writing, runner, thread } = this;
    if (!writing || !runner) return Promise.reject(readOnly());
    return this.guarded(() =>
      thread && rows >= this.rowsForThread
        ? thread.write(portions)
        : transaction(writing, () => writeInSlices(runner, portions)),
    );
  }

  /** Writes after the earlier writes have ended. @throws CodedError `read-store-damaged` */
  private async guarded<Result>(write: () => Promise<Result>): Promise<Result> {
    try {
      return await this.mutex.runExclusive(write);
    } catch (error) {
      throw damageOf(this.file, error) ?? error;
    }
  }

  /** Waits for the running writes. */
  async close(): Promise<void> {
    await this.mutex.waitForUnlock();
    await this.thread?.close();
    this.reading?.close();
    this.writing?.close();
  }
}

async function transaction<T>(database: Database, work: (database: Database) => Promise<T> | T): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = await work(database);
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function hasRegistry(database: Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'collections'").get() !== undefined;
}
