import { instantOf, type Clock, type Instant } from '#kernel';
import type { EventStore } from '../port';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens it again with the same events. */
  reopen?(): Promise<EventStore>;
  destroy(): Promise<void>;
}

/** A clock that the tests set, in milliseconds since 1970. */
export class ManualClock implements Clock {
  constructor(public time = Date.UTC(2024, 0, 1)) {}

  now(): Instant {
    return instantOf(this.time);
  }
}

/** The clock and the store of a contract test: each test gets a new store. */
export interface Bench {
  readonly clock: ManualClock;
  store(): EventStore;
  underTest(): StoreUnderTest;
}
