import { isCounting, START, type EventStore, type Position } from '#event-store';
import type { Clock } from '#kernel';
import type { ReadStore } from '#read-store';
import { countParked, withParked } from './parked';
import type { Projection } from './projection';

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly generation: string;
  /** The position of the checkpoint; null before the first one. */
  readonly position: Position | null;
  /** The position of the last event of the history; null where there is none. */
  readonly head: Position | null;
  /** Events of the projection's types that are not applied yet; null where the store cannot count them. */
  readonly lagEvents: number | null;
  /** The age of the oldest such event, in whole seconds. */
  readonly lagSeconds: number;
  /** Events that it could not apply. */
  readonly parked: number;
  /** A generation is being built beside the live one. */
  readonly rebuilding: boolean;
}

export interface StatusSources {
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
}

/** Only reads, so it also works beside a running service. */
export async function projectionStatus(projection: Projection, sources: StatusSources): Promise<ProjectionStatus> {
  const { eventStore, readStore, clock } = sources;
  const model = await readStore.active(withParked(projection.model));
  const checkpoint = await model.checkpoint();
  const { name, version } = projection.model;
  const generations = (await readStore.versions()).filter((one) => one.name === name && one.version === version);
  const after = checkpoint?.storeId === eventStore.storeId ? checkpoint.position : START;
  return {
    name,
    version,
    generation: model.generation,
    position: checkpoint?.position ?? null,
    head: (await eventStore.head())?.position ?? null,
    ...(await lag(projection, eventStore, after, clock)),
    parked: await countParked(model),
    rebuilding: generations.some((one) => one.generation > model.generation),
  };
}

async function lag(
  { types }: Projection,
  eventStore: EventStore,
  after: Position,
  clock: Clock,
): Promise<Pick<ProjectionStatus, 'lagEvents' | 'lagSeconds'>> {
  const [oldest] = await eventStore.readAll({ from: after, types, maxCount: 1 });
  if (!oldest) return { lagEvents: 0, lagSeconds: 0 };
  const milliseconds = Date.parse(clock.now()) - Date.parse(oldest.metadata.recordedAt);
  return {
    lagEvents: isCounting(eventStore) ? await eventStore.countAfter(after, types) : null,
    lagSeconds: Math.max(0, Math.floor(milliseconds / 1000)),
  };
}
