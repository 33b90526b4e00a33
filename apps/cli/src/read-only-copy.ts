import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a report needs. The keys stay where they are: nothing that is sealed can be read from the copy. */
const FILES = ['events.db', 'events.db-wal', 'read.db', 'read.db-wal'];

/**
 * Copies the events and the read models of a folder that cannot be written, such as an auditor's: SQLite must write beside a file in order
 * to read it. The copy is removed when the process ends.
 * @returns the folder of the copy; undefined where the files cannot be read either
 */
export function copyToRead(folder: string): string | undefined {
  const copy = mkdtempSync(join(tmpdir(), 'mixite-lecture-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  try {
    for (const name of FILES) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    return copy;
  } catch {
    return undefined;
  }
}
