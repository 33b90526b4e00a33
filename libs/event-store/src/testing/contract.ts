import { ManualClock, type Bench, type StoreUnderTest } from './bench';
import { appendContract } from './contract-append';
import { deletingContract } from './contract-delete';
import { historyContract } from './contract-history';
import { readContract } from './contract-read';
import { subscriptionContract } from './contract-subscribe';

/**
 * Makes a store that seems empty. It may first move the clock forward, past the events that its server holds from
 * earlier tests.
 */
export type MakeStore = (options: { readonly clock: ManualClock }) => Promise<StoreUnderTest>;

/**
 * The behaviour that every event store must have. Positions may have gaps.
 * @param longHistory the number of events of the longest history in the tests
 */
export function eventStoreContract(
  name: string,
  makeStore: MakeStore,
  { longHistory = 100_000 }: { readonly longHistory?: number } = {},
): void {
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
    readContract(bench, longHistory);
    subscriptionContract(bench);
    historyContract(bench);
    deletingContract(bench);
  });
}
