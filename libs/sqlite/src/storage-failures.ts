import { CodedError } from '#kernel';

/** The failures of a disk or of a file of SQLite, by code. */
const FAILURES = {
  'data-damaged': 'a file is damaged',
  'disk-full': 'the disk is full',
  'disk-failing': 'the disk fails',
  'write-denied': 'a file or a folder cannot be opened or written',
} as const;

type FailureCode = keyof typeof FAILURES;

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
 * The failure of the disk behind an error of SQLite or of the system, undefined where the error is another one. Codes: `data-damaged`, `disk-full`, `disk-failing`, `write-denied`.
 */
export function storageFailure(error: unknown): CodedError | undefined {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== 'string') return undefined;
  const failure = code.startsWith('SQLITE_') ? SQLITE[code.split('_')[1]!] : SYSTEM[code];
  if (!failure) return undefined;
  const [where, params] = typeof path === 'string' ? [` (${path})`, { path }] : ['', {}];
  return new CodedError(failure, `${FAILURES[failure]}${where}`, params, { cause: error });
}

/** Whether SQLite found that a file is damaged, or that it is no database. */
export function isDamaged(error: unknown): boolean {
  return storageFailure(error)?.code === 'data-damaged';
}
