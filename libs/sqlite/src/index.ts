export * from './background-thread';
export * from './storage-failures';
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { CodedError } from '#kernel';

export type Sqlite = typeof BetterSqlite3;

/** SQLite is an optional dependency, so it cannot be imported statically. */
const requireOptional = createRequire(__filename);

/**
 * The SQLite binding. It is loaded only when the embedded mode needs it; the servers mode runs without it.
 * @throws CodedError `sqlite-missing`
 */
export function loadSqlite(): Sqlite {
  try {
    const Database = requireOptional('better-sqlite3') as Sqlite;
    new Database(':memory:').close();
    return Database;
  } catch (error) {
    throw new CodedError('sqlite-missing', 'better-sqlite3 is not installed', {}, { cause: error });
  }
}

/**
 * Creates an empty file that only its owner may read, where it is absent: SQLite would create it readable by others. An
 * existing file is not opened: closing any descriptor of it drops every lock that the process holds on it.
 */
export function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
