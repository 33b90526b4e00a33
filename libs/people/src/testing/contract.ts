import type { Vault } from '../vault';
import type { VaultBench } from './bench';
import { claimContract } from './contract-claims';
import { conflictContract } from './contract-conflicts';
import { sealingContract } from './contract-sealing';

/** An empty place for the keys of one test. */
export interface VaultPlace {
  /** Opens the vault there. Each call plays the part of another process. The suite closes every vault that it opens. */
  open(): Promise<Vault>;
  destroy(): Promise<void>;
}

/** The behaviour that every vault must have, with any store of keys. */
export function vaultContract(name: string, makePlace: () => Promise<VaultPlace>): void {
  describe(`vault contract: ${name}`, () => {
    let place: VaultPlace;
    let opened: Vault[];
    const another = async (): Promise<Vault> => {
      const vault = await place.open();
      opened.push(vault);
      return vault;
    };
    beforeEach(async () => {
      opened = [];
      place = await makePlace();
      await another();
    });
    afterEach(async () => {
      for (const vault of opened) await vault.close();
      await place.destroy();
    });

    const bench: VaultBench = { vault: () => opened[0]!, another };
    sealingContract(bench);
    conflictContract(bench);
    claimContract(bench);

    it('makes its secrets once, even when several processes open it at the same time', async () => {
      const fresh = await makePlace();
      const vaults = await Promise.all([fresh.open(), fresh.open(), fresh.open()]);
      expect(new Set(vaults.map((vault) => vault.digest('a|b'))).size).toBe(1);
      expect(vaults[0]!.digest('a|b')).not.toBe(bench.vault().digest('a|b'));
      for (const vault of vaults) await vault.close();
      await fresh.destroy();
    });
  });
}
