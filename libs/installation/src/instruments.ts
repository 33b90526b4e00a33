import type { EventStore, OnCommitted } from '#event-store';
import type { ProjectionObserver } from '#processing';

/** What looks on while an installation works: measures and traces. Where one is absent, nothing is spent on it. */
export interface Instruments {
  /** Told of each group of appends that is committed, where the store groups them. */
  readonly onCommitted?: OnCommitted;
  /** The event store as the rest is to use it: the same, looked at. */
  readonly watch?: (store: EventStore) => EventStore;
  readonly projections?: ProjectionObserver;
}
