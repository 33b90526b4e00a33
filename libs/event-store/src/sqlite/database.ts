import type { Database } from 'better-sqlite3';
import { CodedError, newUuid } from '#kernel';
import { loadSqlite } from '#sqlite';
import { eventsFileToRead, eventsFileToWrite, storeAbsent, usable } from './folder';
import { LATE_TIMES_SCHEMA } from './late-times';
import { STREAM_INDEX_SCHEMA } from './stream-index';
import { STRETCHES_SCHEMA } from './stretches';

/** What an acknowledged append survives: `full` survives a power cut, `normal` only the end of the process. */
export type Durability = 'full' | 'normal';

/**
 * Only development versions wrote formats 1 and 2: these updated the index of the streams with every event and could
 * not receive a history.
 */
const FORMAT = 3;

/**
 * The short fields of a row come first, so that filtering by type does not load the long fields. Positions have no gap.
 * No index is updated at every commit: each index would change one more page, which must be written and waited for.
 */
export const SCHEMA = `
  CREATE TABLE store (id TEXT NOT NULL, receiving INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    metadata TEXT NOT NULL,
    people TEXT,
    data TEXT NOT NULL
  ) STRICT;
  ${STREAM_INDEX_SCHEMA}
  ${STRETCHES_SCHEMA}
  ${LATE_TIMES_SCHEMA}
`;

/**
 * The bytes of a page, chosen when the file is created. A commit writes the page that it fills, and more pages where
 * that page is full. With 4 KiB, SQLite's default, one commit in five writes more pages; with 8 KiB, one in ten. With
 * 16 KiB each commit writes too many bytes.
 */
const PAGE_SIZE = 8_192;
/** Checkpoints are rare (one for 16 MiB of log) because each waits for the disk twice. */
const PAGES_OF_LOG = 2_000;

/** Opens the connection that writes, and creates the schema where it is absent. */
export function openToWrite(folder: string, durability: Durability): Database {
  const Sqlite = loadSqlite();
  const file = eventsFileToWrite(folder);
  return usable(folder, () => {
    const database = new Sqlite(file, { timeout: 10_000 });
    database.pragma(`page_size = ${PAGE_SIZE}`);
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${durability}`);
    database.pragma('cache_size = -65536');
    database.pragma(`wal_autocheckpoint = ${PAGES_OF_LOG}`);
    database.pragma('journal_size_limit = 67108864');
    database.transaction(() => createSchema(database)).immediate();
    refuseOtherFormat(database, folder);
    return database;
  });
}

/** Opens a connection that sees only committed data. */
export function openToRead(folder: string): Database {
  const Sqlite = loadSqlite();
  const file = eventsFileToRead(folder);
  return usable(folder, () => {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    if (formatOf(database) === 0) {
      database.close();
      throw storeAbsent(folder);
    }
    refuseOtherFormat(database, folder);
    database.pragma('cache_size = -32768');
    return database;
  });
}

export function storeIdOf(database: Database): string {
  return database.prepare<[], string>('SELECT id FROM store').pluck().get()!;
}

function createSchema(database: Database): void {
  if (formatOf(database) > 0) return;
  database.exec(SCHEMA);
  database.prepare('INSERT INTO store (id) VALUES (?)').run(newUuid());
  database.pragma(`user_version = ${FORMAT}`);
}

function formatOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

function refuseOtherFormat(database: Database, folder: string): void {
  const format = formatOf(database);
  if (format === FORMAT) return;
  database.close();
  if (format > FORMAT)
    throw new CodedError('store-newer', `the data of ${folder} is of a newer version`, {
      folder,
    });
  const message = `the data of ${folder} is of a trial version`;
  throw new CodedError('store-older', message, { folder });
}
