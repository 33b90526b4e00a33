import type { Actor } from '#access';
import { FIRST_VERSION, StreamDefinition, type EventStore } from '#event-store';
import { currentCorrelation, uuidV5, type Instant } from '#kernel';
import { incompleteImport } from './last-import';

/** A made-up territory was loaded: nobody in this history is real. */
export interface DemoLoaded {
  /** Of `packs`: the territory that the figures are taken from. */
  readonly pack: string;
}

export interface DemoEvent {
  readonly type: 'DemoLoaded';
  readonly data: DemoLoaded;
}

/** One event, the first of the history of a demonstration, before the rows that were made up. */
export const DEMO_STREAM = new StreamDefinition<DemoEvent>({
  category: 'demo',
  single: true,
  types: { DemoLoaded: FIRST_VERSION },
});

/** Whether the history is that of a demonstration: only its first event says so. */
export async function holdsDemo(store: EventStore): Promise<boolean> {
  const [first] = await store.readAll({ maxCount: 1 });
  return first !== undefined && DEMO_STREAM.has(first.type) && first.stream === DEMO_STREAM.name();
}

/** How far the history of a demonstration was recorded. */
export interface DemoProgress {
  /** When its first event was recorded. */
  readonly began: Instant;
  /** When its last event was recorded. */
  readonly until: Instant;
  /** Whether the last import was cut off while it was written. The next import finishes it. */
  readonly isCut: boolean;
}

/** Undefined where the history is not that of a demonstration. */
export async function demoProgress(store: EventStore): Promise<DemoProgress | undefined> {
  const [first] = await store.readAll({ maxCount: 1 });
  const head = await store.head();
  if (!first || !head || !(await holdsDemo(store))) return undefined;
  const isCut = (await incompleteImport(store, head.position)) !== undefined;
  return { began: first.metadata.recordedAt, until: head.recordedAt, isCut };
}

/** Makes an empty history that of a demonstration. The rows are then imported. */
export async function beginDemo(store: EventStore, pack: string, actor: Actor): Promise<void> {
  const metadata = { actor: actor.id, role: actor.role, ...currentCorrelation() };
  const event = DEMO_STREAM.write(
    { type: 'DemoLoaded', data: { pack } },
    { id: uuidV5(`DemoLoaded|${pack}`), metadata },
  );
  await store.append({ stream: DEMO_STREAM.name(), expected: 'none', events: [event] });
}
