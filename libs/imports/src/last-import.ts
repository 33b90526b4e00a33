import type { EventStore, NewEvent, Position, RecordedAs } from '#event-store';
import type { Instant, Uuid } from '#kernel';
import { IMPORTS_STREAM, type ImportEvent, type ImportStarted } from './events';

/** An import that was started and not completed. `revision` is that of its `ImportStarted`. */
export interface StartedImport extends ImportStarted {
  readonly revision: number;
  readonly metadata: NewEvent['metadata'];
}

export type LastImport =
  | (StartedImport & { readonly completed: false; readonly recordedAt: Instant })
  | { readonly completed: true; readonly import: Uuid; readonly revision: number };

const LOOKED_BACK = 64;

/** The last import that was written in stages, up to the position where one is given; null where there was none. */
export async function lastImport(store: EventStore, asOf?: Position): Promise<LastImport | null> {
  for (let from: number | undefined; ;) {
    const page = await store.readStream(IMPORTS_STREAM.name(), {
      direction: 'backward',
      ...(from !== undefined && { from }),
      maxCount: LOOKED_BACK,
    });
    const last = page.find(({ position }) => asOf === undefined || position <= asOf);
    if (last) return readAs(IMPORTS_STREAM.read(last));
    const oldest = page.at(-1);
    if (!oldest || oldest.revision === 0) return null;
    from = oldest.revision - 1;
  }
}

function readAs(event: RecordedAs<ImportEvent>): LastImport {
  const { revision, metadata } = event;
  if (event.type === 'ImportCompleted') return { completed: true, import: event.data.import, revision };
  return { ...event.data, completed: false, revision, metadata, recordedAt: metadata.recordedAt };
}

/** An import that was started and is not complete. Reports must mention it. */
export interface IncompleteImport {
  readonly import: Uuid;
  readonly since: Instant;
}

/** The running or interrupted import at a position (null: an empty history); undefined where all imports are complete. */
export async function incompleteImport(
  store: EventStore,
  asOf: Position | null,
): Promise<IncompleteImport | undefined> {
  const last = asOf === null ? null : await lastImport(store, asOf);
  return last && !last.completed ? { import: last.import, since: last.recordedAt } : undefined;
}
