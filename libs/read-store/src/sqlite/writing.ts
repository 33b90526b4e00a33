import type { Database } from 'better-sqlite3';
import { TimeSlice } from '#concurrency';
import { createPrivately, loadSqlite } from '#sqlite';
import { rowCount, RowRunner, type Rows } from './rows';
import { REGISTRY } from './schema';

/** The time that a connection waits for another one's transaction. */
export const WAIT_MS = 10_000;
/**
 * Opens a connection that writes. The log is moved into the file after `pagesOfLog` pages of 4 KiB: not often, because
 * each move waits for the disk.
 */
export function openToWrite(file: string, pagesOfLog = 4_000): Database {
  const Sqlite = loadSqlite();
  createPrivately(file);
  const database = new Sqlite(file, { timeout: WAIT_MS });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('cache_size = -32768');
  database.pragma(`wal_autocheckpoint = ${pagesOfLog}`);
  database.exec(REGISTRY);
  return database;
}

/** Writes rows, and yields to the rest of the process every few milliseconds. */
export async function writeInSlices(runner: RowRunner, portions: Iterable<readonly Rows[]>): Promise<void> {
  const slice = new TimeSlice();
  for (const portion of portions) {
    for (const rows of portion) {
      const run = runner.of(rows);
      const count = rowCount(rows);
      for (let row = 0; row < count; row++) run(row);
    }
    if (slice.isOver()) await slice.yield();
  }
}
