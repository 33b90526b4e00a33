import type { RecordedEvent } from '#event-store';
import type { ParkedEvent } from './parked';

/** One page of events that a projection takes in. */
export interface ObservedPage {
  readonly projection: string;
  readonly events: readonly RecordedEvent[];
  /** It comes as events are recorded; false while the projection catches up with the past, or is rebuilt. */
  readonly live: boolean;
}

/** Looks on while projections work: what measures and traces them. It never throws of its own. */
export interface ProjectionObserver {
  /** Around the work on one page: it does the work, once, and ends as the work ends. */
  page?(page: ObservedPage, work: () => Promise<void>): Promise<void>;
  /** A checkpoint was written. */
  checkpoint?(projection: string): void;
  /** An event could not be applied and was set aside. */
  parked?(projection: string, event: ParkedEvent): void;
}
