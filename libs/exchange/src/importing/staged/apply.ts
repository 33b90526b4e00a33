import { isWrongRevision, type EventStore, type StreamBatch } from '#event-store';

/** Appends under way at once: enough to hide the way to the server, few enough to stay in its queues. */
const AT_ONCE = 32;

/**
 * Appends batches in their order: those that begin with the same type of event go side by side, since nothing of one kind stands on
 * another of its kind; the next kind waits for them. A batch that is stored already is not stored again.
 * @returns how many were not written, because their stream had moved since they were planned
 */
export async function applyBatches(batches: readonly StreamBatch[], store: EventStore): Promise<number> {
  let overtaken = 0;
  for (const run of runsOfOneKind(batches)) {
    const left = run.values();
    const worker = async (): Promise<void> => {
      for (const lane of left) for (const batch of lane) if (!(await isApplied(batch, store))) overtaken += 1;
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, run.length) }, worker));
  }
  return overtaken;
}

async function isApplied(batch: StreamBatch, store: EventStore): Promise<boolean> {
  try {
    await store.append(batch);
    return true;
  } catch (error) {
    if (isWrongRevision(error)) return false;
    throw error;
  }
}

/** Runs of one kind, each as lanes: the batches of one stream keep their order. */
function runsOfOneKind(batches: readonly StreamBatch[]): StreamBatch[][][] {
  const runs: Map<string, StreamBatch[]>[] = [];
  let kind: string | undefined;
  for (const batch of batches) {
    if (batch.events[0]!.type !== kind) {
      kind = batch.events[0]!.type;
      runs.push(new Map());
    }
    const lanes = runs.at(-1)!;
    const lane = lanes.get(batch.stream);
    if (lane) lane.push(batch);
    else lanes.set(batch.stream, [batch]);
  }
  return runs.map((lanes) => [...lanes.values()]);
}
