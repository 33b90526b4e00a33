import { setTimeout as wait } from 'node:timers/promises';
import type { Position } from '#event-store';
import type { Installation } from '#installation';

/** Beyond, whoever waits is answered all the same: what they wrote is recorded. */
const PATIENCE = 10_000;

/** True once every projection shows what stands at the position; false where it takes too long. */
export async function isShown({ engine }: Installation, position: Position): Promise<boolean> {
  const patience = new AbortController();
  const late = wait(PATIENCE, false, { signal: patience.signal, ref: false });
  late.catch(() => undefined);
  const shown = engine.waitForAll(position).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([shown, late]);
  } finally {
    patience.abort();
  }
}
