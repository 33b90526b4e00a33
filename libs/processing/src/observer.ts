import type { ClearEvent, RecordedEvent } from '#event-store';
import type { ParkedEvent } from './parked';

/** Live: the events come as they are recorded. Else the projection catches up or is rebuilt, and may read only the clear part of the events. */
export type PageOfEvents =
  | { readonly live: true; readonly events: readonly RecordedEvent[] }
  | { readonly live: false; readonly events: readonly ClearEvent[] };

/** One page of events that a projection applies. */
export type ObservedPage = PageOfEvents & { readonly projection: string };

/** Observes projections at work, to measure and trace them. It never throws an error of its own. */
export interface ProjectionObserver {
  /** Wraps the work on one page: it calls `work` once, and settles as `work` does. */
  page?(page: ObservedPage, work: () => Promise<void>): Promise<void>;
  /** A checkpoint was written. */
  checkpoint?(projection: string): void;
  /** An event could not be applied and was set aside. */
  parked?(projection: string, event: ParkedEvent): void;
}
