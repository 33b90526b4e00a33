import { sleep, withTimeout } from '#concurrency';
import { START, type Position } from '#event-store';
import { CodedError } from '#kernel';
import type { Projection } from '#processing';
import type { Installation } from './installation';

export interface ReachOptions {
  /** A position that the caller knows of. */
  readonly atLeast?: Position | undefined;
  /** Once it is aborted, the caller gets an error at once: the process must stop. */
  readonly signal?: AbortSignal | undefined;
}

/** After this time the reader gets the error `projection-late` instead of waiting longer for an answer. */
const TIMEOUT_MS = 30_000;
const POLL_MS = 50;

/**
 * Resolves once the read model of the projection shows the head that the history has now. So a caller who wrote the position `atLeast`
 * through another process can read it here.
 * @throws CodedError `unknown-position` where `atLeast` is beyond the head, `projection-late`, `projection-stopped`
 */
export async function reachHead(
  installation: Installation,
  projection: Projection,
  { atLeast, signal }: ReachOptions = {},
): Promise<void> {
  await reachPosition(installation, projection, await headAtLeast(installation, atLeast), signal);
}

/**
 * For a reading of the history itself, which shows everything as soon as it is recorded.
 * @returns the position of the head
 * @throws CodedError `unknown-position` where `atLeast` is beyond the head
 */
export async function headAtLeast({ eventStore }: Installation, atLeast: Position | undefined): Promise<Position> {
  const head = (await eventStore.head())?.position ?? START;
  if (atLeast !== undefined && atLeast > head)
    throw new CodedError('unknown-position', 'the history does not go as far as this position', { position: atLeast });
  return head;
}

/** Resolves once the read model of the projection shows the position. @throws CodedError `projection-late`, `projection-stopped` */
export async function reachPosition(
  installation: Installation,
  projection: Projection,
  position: Position,
  signal?: AbortSignal,
): Promise<void> {
  if (position === START) return;
  await withTimeout(
    TIMEOUT_MS,
    (late) => reached(installation, projection, position, signal ? AbortSignal.any([late, signal]) : late),
    projectionLate,
  );
}

/** A process that does not move the projection forward reads again and again how far it is. */
async function reached(
  { engine, keepsModels }: Installation,
  { model }: Projection,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  const runner = engine.runner(model.name);
  if (keepsModels) return runner.waitFor(position);
  while (!(await runner.shows(position))) {
    await sleep(POLL_MS, signal);
    if (signal.aborted) throw new CodedError('projection-stopped', `the wait for ${model.name} was ended`);
  }
}

function projectionLate(): CodedError {
  return new CodedError('projection-late', 'the projection is not at the head yet');
}
