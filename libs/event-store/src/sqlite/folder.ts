import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CodedError, isCodedError } from '#kernel';

const EVENTS_FILE = 'events.db';

/** The file of the events, in a folder made ready for a writer. @throws CodedError `folder-unusable` */
export function eventsFileToWrite(folder: string): string {
  return privateFile(folder, EVENTS_FILE);
}

/**
 * A file that its owner alone may read, created empty where it is absent, with its folder.
 *
 * It is created exclusively and never opened again here: closing a descriptor of a file drops every lock that the process
 * holds on it, SQLite's included.
 * @throws CodedError `folder-unusable`
 */
export function privateFile(folder: string, name: string): string {
  const file = join(folder, name);
  return usable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    try {
      closeSync(openSync(file, 'wx', 0o600));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    return file;
  });
}

/** The file of the events of a folder that must hold some. @throws CodedError `store-absent`, `folder-unusable` */
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

/** Runs what opens files of the folder: whatever fails is said to be the folder's, in one sentence. */
export function usable<Result>(folder: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (isCodedError(error)) throw error;
    throw new CodedError(
      'folder-unusable',
      `Le dossier de données ${folder} ne peut pas être utilisé : vérifiez qu'il s'agit d'un dossier, ses droits et son contenu.`,
      { folder },
      { cause: error },
    );
  }
}

export function storeAbsent(folder: string): CodedError {
  return new CodedError(
    'store-absent',
    `Le dossier ${folder} ne contient encore aucune donnée : importez d'abord des fichiers.`,
    {
      folder,
    },
  );
}

function errorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
