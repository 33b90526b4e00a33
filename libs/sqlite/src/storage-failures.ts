import { CodedError } from '#kernel';

/** The French sentence of each failure of a disk or of a file of SQLite, by code. */
export const STORAGE_SENTENCES = {
  'data-damaged':
    'Un fichier de l’historique ou de ses clés est endommagé. Restaurez une sauvegarde ; « mixite audit verify » montre jusqu’où l’historique tient.',
  'disk-full': 'Le disque est plein : ce qui était en cours n’a pas été écrit. Libérez de la place, puis recommencez.',
  'disk-failing': 'Le disque ne répond pas comme il faut : ce qui était en cours n’a pas été écrit.',
  'write-denied':
    'Un fichier ou un dossier ne peut pas être ouvert ou écrit : vérifiez son chemin et vos droits sur lui.',
} as const;

type FailureCode = keyof typeof STORAGE_SENTENCES;

const SQLITE: Readonly<Record<string, FailureCode>> = {
  CORRUPT: 'data-damaged',
  NOTADB: 'data-damaged',
  FULL: 'disk-full',
  IOERR: 'disk-failing',
  READONLY: 'write-denied',
  CANTOPEN: 'write-denied',
  PERM: 'write-denied',
};

const SYSTEM: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-failing',
  EROFS: 'write-denied',
  EACCES: 'write-denied',
  EPERM: 'write-denied',
  EISDIR: 'write-denied',
  ENOTDIR: 'write-denied',
};

/**
 * The failure of the disk behind an error of SQLite or of the system, with one sentence for the user; undefined where the error is another
 * one. Codes: `data-damaged`, `disk-full`, `disk-failing`, `write-denied`.
 */
export function storageFailure(error: unknown): CodedError | undefined {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== 'string') return undefined;
  const failure = code.startsWith('SQLITE_') ? SQLITE[code.split('_')[1]!] : SYSTEM[code];
  if (!failure) return undefined;
  const where = typeof path === 'string' ? ` (${path})` : '';
  return new CodedError(failure, `${STORAGE_SENTENCES[failure]}${where}`, {}, { cause: error });
}

/** Whether SQLite found that a file is damaged, or that it is no database. */
export function isDamaged(error: unknown): boolean {
  return storageFailure(error)?.code === 'data-damaged';
}
