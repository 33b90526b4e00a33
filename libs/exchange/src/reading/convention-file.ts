import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from './fault';
import { sizeText } from './limits';
import { comparableName } from './source';

export const CONVENTION_FILE = 'convention.json';
/** The schema of convention.json, for editors. It is in the same directory and is no file of the territory. */
export const CONVENTION_SCHEMA_FILE = 'convention.schema.json';

/** More than any convention needs, and less than one event can hold. */
const MOST_BYTES = 256 * 1024;

/** The convention.json of a directory. */
export interface ConventionText {
  /** Its name in the directory. */
  readonly name: string;
  /** Undefined where it cannot be read; a fault then says so. */
  readonly text: string | undefined;
}

/** The name of the convention.json of a directory, in capitals or not; undefined where there is none, or no such directory. */
export async function conventionName(directory: string): Promise<string | undefined> {
  const names = await readdir(directory).catch((): string[] => []);
  return names.sort().find((name) => comparableName(name) === CONVENTION_FILE);
}

/** The text of a directory's convention.json; undefined where there is none. */
export async function conventionText(directory: string, findings: Findings): Promise<ConventionText | undefined> {
  const name = await conventionName(directory);
  if (name === undefined) return undefined;
  const unreadable = (message: string): ConventionText => {
    findings.fault({ file: name, line: 0, column: '', value: '', message });
    return { name, text: undefined };
  };
  try {
    const path = join(directory, name);
    const { size } = await stat(path);
    if (size > MOST_BYTES) return unreadable(`fichier trop grand : ${sizeText(MOST_BYTES)} au plus sont acceptés`);
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    return unreadable(
      (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? 'un texte en UTF-8 est attendu'
        : 'ce fichier ne peut pas être lu : vérifiez qu’il en est un, et vos droits',
    );
  }
}
