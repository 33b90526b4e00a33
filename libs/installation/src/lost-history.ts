import { statSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '#kernel';

/**
 * Refuses a folder whose history is gone while what was derived from it is there: a new history would begin beside the
 * keys and the read models of the old one. `read.db` is always made after `events.db`, so it alone shows that there
 * was one. @throws CodedError `history-lost`
 */
export function refuseLostHistory(folder: string): void {
  const sizeOf = (name: string): number => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  const isGone = sizeOf('events.db') === 0 && sizeOf('events.db-wal') === 0;
  if (isGone && sizeOf('read.db') > 0)
    throw new CodedError('history-lost', `the folder ${folder} has read models and no events`, { folder });
}
