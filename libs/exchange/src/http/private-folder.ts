import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'incoming';

/**
 * Gives a folder that only its owner can open, and always removes it after the work. It is inside the data folder: uploads name people,
 * and must not be in a folder that others share.
 */
export async function withPrivateFolder<Result>(
  dataFolder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = join(dataFolder, NAME);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(parent, 'import-'));
  try {
    await chmod(folder, 0o700);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders of a process that was killed. */
export async function sweepPrivateFolders(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, NAME), { recursive: true, force: true });
}
