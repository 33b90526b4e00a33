import type { Uuid } from '#kernel';
import { loadSqlite } from '#sqlite';
import type { Database } from 'better-sqlite3';

/** An id as 16 bytes, as the database of the keys stores it. */
export function bytesOf(id: Uuid): Buffer {
  return Buffer.from(id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24), 'hex');
}

export function uuidOf(bytes: Buffer): Uuid {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (household BLOB PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS numbers (entry BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS requests (week INTEGER, entry BLOB, content TEXT NOT NULL, PRIMARY KEY (week, entry)) WITHOUT ROWID;
`;

/** The longest wait for another process, or for the thread of an import. */
export const BUSY_MS = 10_000;

/** Opens a connection that writes `keys.db`, and creates the tables. Commits are durable, and deleted data is overwritten. */
export function openKeysDatabase(file: string): Database {
  const Sqlite = loadSqlite();
  const database = new Sqlite(file, { timeout: BUSY_MS });
  // Numbers are stored by their digests, each on a different page. With small pages a commit writes the fewest bytes.
  database.pragma('page_size = 1024');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  // The data to undo a transaction stays in memory: SQLite would otherwise create a file for it each time.
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -16384');
  // 64 MiB of log. With a long log, a page is moved into the file once for many numbers, and the waits for the disk are
  // four times less frequent.
  database.pragma('wal_autocheckpoint = 64000');
  database.exec(SCHEMA);
  return database;
}
