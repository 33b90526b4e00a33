import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CodedError } from '#kernel';
import { isDamaged, loadSqlite } from '#sqlite';

/** The files that SQLite keeps for one database. */
const PARTS = ['', '-wal', '-shm'];

/** Every table of `read.db` is listed in these two. */
const REGISTRY_CHECKS = [
  'SELECT name, version, generation, active, store_id, position FROM models LIMIT 1',
  'SELECT model, collection, shape FROM collections LIMIT 1',
];

/**
 * Sets a `read.db` aside that is damaged or that is another program's: everything in a read store is derived from the events, so the
 * projections can build it again. The file is renamed, never deleted.
 * @returns the new name; undefined where the file is sound or absent
 */
export function setAsideUnsound(file: string): string | undefined {
  if (!existsSync(file) || (!existsSync(mark(file)) && isSound(file))) return undefined;
  const aside = freeName(file);
  for (const part of PARTS) if (existsSync(file + part)) renameSync(file + part, aside + part);
  rmSync(mark(file), { force: true });
  return aside;
}

/** Runs work on the file. Damage that it meets is remembered beside the file. @throws CodedError `read-store-damaged` */
export function rememberingDamage<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw damageOf(file, error) ?? error;
  }
}

/** The error of a damaged `read.db`; undefined where the error is another one. The next writer sets the file aside. */
export function damageOf(file: string, error: unknown): CodedError | undefined {
  if (!isDamaged(error)) return undefined;
  writeFileSync(mark(file), '', { mode: 0o600 });
  return new CodedError(
    'read-store-damaged',
    'read.db is damaged: the next writer builds it again',
    {},
    { cause: error },
  );
}

function mark(file: string): string {
  return `${file}.damaged`;
}

function freeName(file: string): string {
  for (let number = 1; ; number += 1) {
    const name = file.replace(/\.db$/, `-ecarte-${number}.db`);
    if (!existsSync(name)) return name;
  }
}

/** The first pages and the registry are read. Damage further inside is found when it is met. */
function isSound(file: string): boolean {
  const Sqlite = loadSqlite();
  let database;
  try {
    database = new Sqlite(file, { timeout: 10_000 });
    const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_master').pluck().get();
    if (tables === 0) return true;
    for (const check of REGISTRY_CHECKS) database.prepare(check).get();
    return true;
  } catch (error) {
    if (isDamaged(error) || (error as { code?: unknown }).code === 'SQLITE_ERROR') return false;
    throw error;
  } finally {
    database?.close();
  }
}
