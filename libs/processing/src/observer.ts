import type { ClearEvent, RecordedEvent } from '#event-store';
import type { ParkedEvent } from './parked';

/** Live: as events are recorded; else while the projection catches up with the past, or is rebuilt, and may read their clear part alone. */
export type PageOfEvents =
  | { readonly live: true; readonly events: readonly RecordedEvent[] }
  | { readonly live: false; readonly events: readonly ClearEvent[] };

/** One page of events that a projection takes in. */
export type ObservedPage = PageOfEvents & { readonly projection: string };

/** Looks on while projections work: what measures and traces them. It never throws of its own. */
export interface ProjectionObserver {
  /** Around the work on one page: it does the work, once, and ends as the work ends. */
  page?(page: ObservedPage, work: () => Promise<void>): Promise<void>;
  /** A checkpoint was written. */
  checkpoint?(projection: string): void;
  /** An event could not be applied and was set aside. */
  parked?(projection: string, event: ParkedEvent): void;
}
