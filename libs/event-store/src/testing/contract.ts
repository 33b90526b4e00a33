import { instantOf, type Clock, type Instant } from '#kernel';
import type { EventStore } from '../port';
import { appendContract } from './contract-append';
import { readContract } from './contract-read';
import { subscriptionContract } from './contract-subscribe';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes the store and opens it again on the same events. */
  reopen?(): Promise<EventStore>;
  destroy(): Promise<void>;
}

export type MakeStore = (options: { readonly clock: Clock }) => Promise<StoreUnderTest>;

/** A clock that tests move, in milliseconds since 1970. */
export class ManualClock implements Clock {
  constructor(public time = Date.UTC(2024, 0, 1)) {}

  now(): Instant {
    return instantOf(this.time);
  }
}

/** What every test of the contract works with: a fresh store each time. */
export interface Bench {
  readonly clock: ManualClock;
  store(): EventStore;
  underTest(): StoreUnderTest;
}

/** The behaviour that every event store must have. Positions may have gaps; the store must have been empty. */
export function eventStoreContract(name: string, makeStore: MakeStore): void {
  describe(`event store contract: ${name}`, () => {
    const clock = new ManualClock();
    let underTest: StoreUnderTest;
    beforeEach(async () => {
      clock.time = Date.UTC(2024, 0, 1);
      underTest = await makeStore({ clock });
    });
    afterEach(() => underTest.destroy());

    const bench: Bench = { clock, store: () => underTest.store, underTest: () => underTest };
    appendContract(bench);
    readContract(bench);
    subscriptionContract(bench);
  });
}
