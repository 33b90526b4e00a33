import { setTimeout as wait } from 'node:timers/promises';
import type { Position } from '#event-store';
import { reachPosition, type Installation } from '#installation';

/** Beyond, whoever waits is answered all the same: what they wrote is recorded. */
const PATIENCE = 10_000;

/** True once every projection shows what stands at the position; false where it takes too long. */
export async function isShown(installation: Installation, position: Position): Promise<boolean> {
  const patience = new AbortController();
  const { signal } = patience;
  const late = wait(PATIENCE, false, { signal, ref: false });
  late.catch(() => undefined);
  const all = installation.engine
    .all()
    .map(({ projection }) => reachPosition(installation, projection, position, signal));
  const shown = Promise.all(all).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([shown, late]);
  } finally {
    patience.abort();
  }
}
