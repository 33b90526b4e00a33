import { setTimeout as wait } from 'node:timers/promises';
import type { Position } from '#event-store';
import type { Installation } from '#installation';

/** Beyond, whoever waits is answered all the same: what they wrote is recorded. */
const PATIENCE = 10_000;
const GLANCE = 50;

/** True once every projection shows what stands at the position; false where it takes too long. */
export async function isShown(installation: Installation, position: Position): Promise<boolean> {
  const patience = new AbortController();
  const { signal } = patience;
  const late = wait(PATIENCE, false, { signal, ref: false });
  late.catch(() => undefined);
  const shown = whenShown(installation, position, signal).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([shown, late]);
  } finally {
    patience.abort();
  }
}

/** Whoever does not move the projections looks how far the processes are that do. */
async function whenShown(
  { engine, keepsModels }: Installation,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (keepsModels) return engine.waitForAll(position);
  while (!signal.aborted) {
    const statuses = await engine.statusAll();
    if (statuses.every((status) => status.position !== null && status.position >= position)) return;
    await wait(GLANCE);
  }
}
