import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Mutex } from '#concurrency';
import { loadSqlite } from '#sqlite';
import { readOnly } from '../generation';
import { RowRunner, type Rows } from './rows';
import { openToWrite, WAIT_MS, writeInSlices } from './writing';
import { WritingThread } from './writing-thread';

/** A commit of so many rows is a replay, or a service under load: it is worth a thread. One lease alone is not. */
const ROWS_FOR_A_THREAD = 20;

export interface SqliteReadStoreOptions {
  /** Holds `read.db`. */
  readonly folder: string;
  /** One `writer` in one process; `reader` sees its commits from the same or another process, and writes nothing. */
  readonly mode: 'writer' | 'reader';
  /** Rows a commit from which a thread of its own writes them; default 20. */
  readonly rowsForThread?: number;
}

/** The handles on `read.db`: one to write with, one to read with that a long write does not hold up, and a thread for large writes. */
export class Connections {
  private readonly Sqlite = loadSqlite();
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
    this.writing = openToWrite(this.file);
    this.runner = new RowRunner(this.writing);
    if (WritingThread.isAvailable) this.thread = new WritingThread(this.file);
  }

  /** The handle that reads, undefined while the writer has not made the file. */
  get reader(): Database | undefined {
    if (!this.reading && existsSync(this.file)) {
      const database = new this.Sqlite(this.file, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
      if (hasRegistry(database)) this.reading = database;
      else database.close();
    }
    return this.reading;
  }

  get isWriter(): boolean {
    return this.writing !== undefined;
  }

  /** Runs one transaction once those asked before have ended. The work may pause in its middle. */
  write<T>(work: (database: Database) => Promise<T> | T): Promise<T> {
    const database = this.writing;
    if (!database) return Promise.reject(readOnly());
    return this.mutex.runExclusive(() => transaction(database, work));
  }

  /** Writes rows in one transaction, portion by portion, once those asked before have ended: a few here, many in a thread of their own. */
  writeRows(portions: Iterable<readonly Rows[]>, rows: number): Promise<void> {
    const { writing, runner, thread } = this;
    if (!writing || !runner) return Promise.reject(readOnly());
    return this.mutex.runExclusive(() =>
      thread && rows >= this.rowsForThread
        ? thread.write(portions)
        : transaction(writing, () => writeInSlices(runner, portions)),
    );
  }

  /** Waits for the writes under way. */
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
