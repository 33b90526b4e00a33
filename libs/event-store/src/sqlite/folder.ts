import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodedError, isCodedError } from '#kernel';
import { createPrivately, isDamaged, storageFailure } from '#sqlite';

const EVENTS_FILE = 'events.db';
export const LOCK_FILE = 'lock.db';

/** The path of the events file. Creates the folder and the file where they are absent. @throws CodedError `folder-unusable` */
export function eventsFileToWrite(folder: string): string {
  return privateFile(folder, EVENTS_FILE);
}

/**
 * The path of a file that only its owner may read. Creates the folder and an empty file where they are absent.
 * @throws CodedError `folder-unusable`
 */
export function privateFile(folder: string, name: string): string {
  const file = join(folder, name);
  return usable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    createPrivately(file);
    return file;
  });
}

/**
 * Refuses a folder in which no process of Mixité has begun to write: to read there must not create it.
 * @throws CodedError `store-absent`, `folder-unusable`
 */
export function refuseAbsentStore(folder: string): void {
  if ([EVENTS_FILE, LOCK_FILE].some((name) => existsSync(join(folder, name)))) return;
  usable(folder, () => {
    // A file of that name is another mistake, and says so.
    if (existsSync(folder)) readdirSync(folder);
    throw storeAbsent(folder);
  });
}

/** The path of the events file of a folder where it must exist. @throws CodedError `store-absent`, `folder-unusable` */
export function eventsFileToRead(folder: string): string {
  const file = join(folder, EVENTS_FILE);
  return usable(folder, () => {
    try {
      statSync(file);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw storeAbsent(folder);
      throw error;
    }
    accessSync(dirname(file), constants.R_OK | constants.X_OK);
    return file;
  });
}

/**
 * Runs a function that opens files of the folder. An error without a code becomes `data-damaged` or `folder-unusable`,
 * with one sentence for the user.
 */
export function usable<Result>(folder: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (isCodedError(error)) throw error;
    if (isDamaged(error)) throw storageFailure(error)!;
    throw new CodedError('folder-unusable', `the data folder ${folder} cannot be used`, { folder }, { cause: error });
  }
}

export function storeAbsent(folder: string): CodedError {
  return new CodedError('store-absent', `the folder ${folder} holds no data yet`, {
    folder,
  });
}

function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
