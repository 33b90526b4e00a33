import { constants, accessSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EVENTS = 'events.db';
/** What a report needs. The keys stay where they are: nothing that is sealed can be read from the copy. */
const FILES = [EVENTS, 'events.db-wal', 'read.db', 'read.db-wal'];

/**
 * Copies the events and the read models of a folder that cannot be written, such as an auditor's: SQLite must write beside a file in order
 * to read it. The copy is removed when the process ends.
 * @returns the folder of the copy; undefined where the events cannot be read either: an empty copy would look like an empty history
 */
export function copyToRead(folder: string): string | undefined {
  if (!isReadable(join(folder, EVENTS))) return undefined;
  const copy = mkdtempSync(join(tmpdir(), 'mixite-lecture-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const name of FILES) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  return copy;
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
