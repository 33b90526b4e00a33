import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VersionedData } from '../upcasters';

/** An event as it was written by one version of the program. */
export interface EventFixture extends VersionedData {
  readonly type: string;
  readonly file: string;
}

/** The recorded events of a folder, `<type>.v<version>.json`: one of every version ever written, never removed. */
export function eventFixtures(folder: string): EventFixture[] {
  return readdirSync(folder)
    .filter((file) => /^\w+\.v\d+\.json$/.test(file))
    .sort()
    .map((file) => ({ file, ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<EventFixture, 'file'>) }));
}
