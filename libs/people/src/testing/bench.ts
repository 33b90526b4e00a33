import type { Vault } from '../vault';

/** The vaults of a test: `vault` is open, and `another` opens the same keys once more. */
export interface VaultBench {
  vault(): Vault;
  another(): Promise<Vault>;
}
