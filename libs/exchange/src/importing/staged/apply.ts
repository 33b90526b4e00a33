import { isWrongRevision, type EventStore, type StreamBatch } from '#event-store';

/** How many appends are under way at once: enough to hide the latency of the server, few enough for its queues. */
const AT_ONCE = 32;

/** A batch of an import. */
export interface PlannedBatch extends StreamBatch {
  /** The stream of another batch of this import: where that one was overtaken, this one is not written either. */
  readonly needs?: string;
}

/**
 * Appends batches in their order. Batches that begin with the same type of event do not depend on each other and are appended at the
 * same time; those of the next type wait for them. A batch that is stored already is not stored again.
 * @param overtaken receives the streams of the batches that were not written, because others had written there after the planning, or to
 * the stream that they need
 * @returns how many batches were not written
 */
export async function applyBatches(
  batches: readonly PlannedBatch[],
  store: EventStore,
  overtaken: Set<string> = new Set(),
): Promise<number> {
  let left = 0;
  for (const run of runsOfOneKind(batches)) {
    const lanes = run.values();
    const worker = async (): Promise<void> => {
      for (const lane of lanes)
        for (const batch of lane) {
          const isHeld = batch.needs !== undefined && overtaken.has(batch.needs);
          if (!isHeld && (await isApplied(batch, store))) continue;
          overtaken.add(batch.stream);
          left += 1;
        }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, run.length) }, worker));
  }
  return left;
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

/** Runs of batches of one type. Each run is a list of lanes; a lane holds the batches of one stream, in their order. */
function runsOfOneKind(batches: readonly PlannedBatch[]): PlannedBatch[][][] {
  const runs: Map<string, PlannedBatch[]>[] = [];
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
