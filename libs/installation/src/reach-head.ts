import { setTimeout as wait } from 'node:timers/promises';
import { START, type Position } from '#event-store';
import { CodedError } from '#kernel';
import type { Projection } from '#processing';
import type { Installation } from './installation';

/** Beyond, a reader is told to come back rather than left without an answer. */
const PATIENCE = 30_000;
const GLANCE = 50;

/**
 * Resolves once the projection's read model shows the head of the history as of this call, and so every position that anybody was given before:
 * whoever wrote `atLeast` through another process reads it here.
 * @throws CodedError `unknown-position` where `atLeast` is beyond the head, `projection-late`, `projection-stopped`
 */
export async function reachHead(installation: Installation, projection: Projection, atLeast?: Position): Promise<void> {
  const head = (await installation.eventStore.head())?.position ?? START;
  if (atLeast !== undefined && atLeast > head)
    throw new CodedError('unknown-position', 'the history does not go as far as this position', { position: atLeast });
  if (head === START) return;
  const patience = new AbortController();
  const { signal } = patience;
  const late = wait(PATIENCE, undefined, { signal, ref: false }).then(() => {
    throw new CodedError('projection-late', 'Les chiffres ne sont pas encore à jour : réessayez dans un instant.');
  });
  // Given up below, it rejects with nobody listening.
  late.catch(() => undefined);
  try {
    await Promise.race([reached(installation, projection, head, signal), late]);
  } finally {
    patience.abort();
  }
}

/** Whoever does not move the projection looks how far the process is that does. */
async function reached(
  { engine, eventStore, keepsModels, readStore }: Installation,
  { model, types }: Projection,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (keepsModels) return engine.runner(model.name).waitFor(position);
  while (!signal.aborted) {
    const from = (await (await readStore.active(model)).checkpoint())?.position ?? START;
    if (from >= position) return;
    // Whoever moves it is not told of events of other types: they keep it behind the head, and it shows it all the same.
    const [missing] = await eventStore.readAll({ from, types, maxCount: 1 });
    if (!missing || missing.position > position) return;
    await wait(GLANCE);
  }
}
