import type { Clock } from '#kernel';
import { ManualClock, type Bench, type StoreUnderTest } from './bench';
import { appendContract } from './contract-append';
import { historyContract } from './contract-history';
import { readContract } from './contract-read';
import { subscriptionContract } from './contract-subscribe';

export type MakeStore = (options: { readonly clock: Clock }) => Promise<StoreUnderTest>;

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
    historyContract(bench);
  });
}
