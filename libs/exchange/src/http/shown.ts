import { sleep, withTimeout } from '#concurrency';
import type { Position } from '#event-store';
import type { Installation } from '#installation';

/** Beyond, the caller is answered all the same: what they wrote is recorded. */
const TIMEOUT_MS = 10_000;
const POLL_MS = 50;

/** True once every projection shows what stands at the position; false where it takes too long. */
export function isShown(installation: Installation, position: Position): Promise<boolean> {
  return withTimeout(TIMEOUT_MS, (signal) => whenShown(installation, position, signal)).then(
    () => true,
    () => false,
  );
}

/** A process that does not move the projections asks how far those are that do. */
async function whenShown(
  { engine, keepsModels }: Installation,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (keepsModels) return engine.waitForAll(position);
  while (!signal.aborted && !(await engine.showAll(position))) await sleep(POLL_MS, signal);
}
