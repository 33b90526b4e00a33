import { CodedError } from '#kernel';
import { loadSqlite } from '#sqlite';
import { LOCK_FILE, privateFile, usable } from './folder';

/** The lock of the one process that may write in a data folder. It protects every file of the folder. */
export interface WriterLock {
  readonly folder: string;
  release(): void;
}

/**
 * Locks the folder for writing until `release`, or until the process ends in any way. The lock is a transaction that
 * ends with its process, so a crash leaves no lock behind. The folder is created where it is absent.
 * @throws CodedError `store-locked` where another writer holds it, `folder-unusable`, `sqlite-missing`
 */
export function acquireWriterLock(folder: string): WriterLock {
  const Sqlite = loadSqlite();
  const file = privateFile(folder, LOCK_FILE);
  const database = usable(folder, () => new Sqlite(file, { timeout: 0 }));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw storeLocked(folder, error);
    return usable(folder, () => {
      throw error;
    });
  }
  return { folder, release: () => void database.close() };
}

function storeLocked(folder: string, cause: unknown): CodedError {
  return new CodedError('store-locked', `another process writes to the data folder ${folder}`, { folder }, { cause });
}
