export * from './background-thread';
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { CodedError } from '#kernel';

export type Sqlite = typeof BetterSqlite3;

/** An optional dependency cannot be a static import. */
const requireOptional = createRequire(__filename);

/**
 * The SQLite binding, loaded when the embedded mode needs it: servers mode runs without.
 * @throws CodedError `sqlite-missing`
 */
export function loadSqlite(): Sqlite {
  try {
    const Database = requireOptional('better-sqlite3') as Sqlite;
    new Database(':memory:').close();
    return Database;
  } catch (error) {
    throw new CodedError(
      'sqlite-missing',
      'Le module SQLite est absent : installez un compilateur C++ et Python (Debian : apt-get install build-essential python3), puis relancez « npm ci ».',
      {},
      { cause: error },
    );
  }
}

/**
 * Creates the file empty, for its owner alone, where it is absent: SQLite would create it for others to read. A file that exists
 * is not opened: closing any descriptor of it drops every lock that the process holds on it.
 */
export function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
