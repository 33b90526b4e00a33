import type { ReadStore } from '../port';
import { describeFinding } from './contract-find';
import { describeGenerations } from './contract-generations';
import { describePages } from './contract-pages';
import { describeScopes } from './contract-scopes';
import { describeWriting } from './contract-write';

/** Makes a new, empty store for one test, and a function that closes and removes it. */
export type MakeReadStore = () => Promise<{ store: ReadStore; destroy: () => Promise<void> }>;

export interface ReadStoreContractOptions {
  /** The number of documents in the tests of pages and of overlapping commits: fewer where a server scans all of them. */
  readonly rows?: number;
}

/** The behaviour that every read store must have. No test relies on a transaction over several documents. */
export function readStoreContract(
  name: string,
  makeStore: MakeReadStore,
  { rows = 3_000 }: ReadStoreContractOptions = {},
): void {
  describe(`${name} as a read store`, () => {
    let made: Awaited<ReturnType<MakeReadStore>>;
    beforeEach(async () => {
      made = await makeStore();
    });
    afterEach(() => made.destroy());
    const store = (): ReadStore => made.store;

    describeWriting(store, rows);
    describeFinding(store);
    describePages(store, rows);
    describeScopes(store);
    describeGenerations(store);
  });
}
