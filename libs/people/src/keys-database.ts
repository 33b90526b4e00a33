import type { Database } from 'better-sqlite3';
import { loadSqlite } from '#sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (household BLOB PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS numbers (entry BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS requests (week INTEGER, entry BLOB, content TEXT NOT NULL, PRIMARY KEY (week, entry)) WITHOUT ROWID;
`;

/** How long another process, or an import's thread, is waited for. */
export const BUSY_MS = 10_000;

/** A handle that writes `keys.db`, its tables made: durable, and what is deleted is overwritten. */
export function openKeysDatabase(file: string): Database {
  const Sqlite = loadSqlite();
  const database = new Sqlite(file, { timeout: BUSY_MS });
  // Numbers go in by their digests, each on another page: small ones are what a commit writes least of.
  database.pragma('page_size = 1024');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  // What a transaction may have to undo is kept in memory: SQLite would write it to a file that it creates each time.
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -16384');
  // 64 MiB: what a long log saves is pages that are folded back once for many numbers, and waits that come four times less often.
  database.pragma('wal_autocheckpoint = 64000');
  database.exec(SCHEMA);
  return database;
}
