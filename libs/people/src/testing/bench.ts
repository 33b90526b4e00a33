import type { Vault } from '../vault';

/** What the tests work with: `vault` was just opened, `another` opens the same keys once more. */
export interface VaultBench {
  vault(): Vault;
  another(): Promise<Vault>;
}
