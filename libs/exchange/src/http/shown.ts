import { sleep, withTimeout } from '#concurrency';
import type { Position } from '#event-store';
import type { Installation } from '#installation';

/** After this time the caller gets an answer anyway: the lease is recorded. */
const TIMEOUT_MS = 10_000;
const POLL_MS = 50;

/** True when every projection has read the position; false where this takes too long. */
export function isShown(installation: Installation, position: Position): Promise<boolean> {
  return withTimeout(TIMEOUT_MS, (signal) => whenShown(installation, position, signal)).then(
    () => true,
    () => false,
  );
}

/** A process that does not run the projections looks at the checkpoints of the processes that do. */
async function whenShown(
  { engine, keepsModels }: Installation,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (keepsModels) return engine.waitForAll(position);
  while (!signal.aborted && !(await engine.showAll(position))) await sleep(POLL_MS, signal);
}
