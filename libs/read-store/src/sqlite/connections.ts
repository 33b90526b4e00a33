import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Turns } from '#kernel';
import { createPrivately, loadSqlite } from '#sqlite';
import { readOnly } from '../generation';
import { REGISTRY } from './schema';

const WAIT_MS = 10_000;

export interface SqliteReadStoreOptions {
  /** Holds `read.db`. */
  readonly folder: string;
  /** One `writer` in one process; `reader` sees its commits from the same or another process, and writes nothing. */
  readonly mode: 'writer' | 'reader';
}

/** The handles on `read.db`: one to write with, and one to read with that a long write does not hold up. */
export class Connections {
  private readonly Sqlite = loadSqlite();
  private readonly file: string;
  private readonly writing: Database | undefined;
  private reading: Database | undefined;
  private readonly turns = new Turns();

  constructor({ folder, mode }: SqliteReadStoreOptions) {
    this.file = join(folder, 'read.db');
    if (mode === 'reader') return;
    createPrivately(this.file);
    this.writing = new this.Sqlite(this.file, { timeout: WAIT_MS });
    this.writing.pragma('journal_mode = WAL');
    this.writing.pragma('synchronous = NORMAL');
    this.writing.pragma('cache_size = -32768');
    this.writing.pragma('wal_autocheckpoint = 4000');
    this.writing.exec(REGISTRY);
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

  /** Runs one transaction once those asked before have ended. The work may pause in its middle: see `breathe`. */
  write<T>(work: (database: Database) => Promise<T> | T): Promise<T> {
    const database = this.writing;
    if (!database) return Promise.reject(readOnly());
    return this.turns.run(() => transaction(database, work));
  }

  /** Waits for the writes under way. */
  async close(): Promise<void> {
    await this.turns.idle();
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
