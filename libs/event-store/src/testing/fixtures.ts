import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VersionedEvent } from '../upcasters';

/** An event as it was written by one version of the program. */
export interface EventFixture extends VersionedEvent {
  readonly file: string;
}

/**
 * The recorded events of a folder, in files named `<type>.v<version>.json` or `<type>.v<version>.<variant>.json`. There
 * is one for every version ever written, and none is ever removed.
 */
export function eventFixtures<Fixture extends EventFixture = EventFixture>(folder: string): Fixture[] {
  return readdirSync(folder)
    .filter((file) => /^\w+\.v\d+(\.[\w-]+)?\.json$/.test(file))
    .sort()
    .map((file) => ({ file, ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object) }) as Fixture);
}
