import type { EventStore } from '#event-store';
import { CodedError, type Clock } from '#kernel';
import type { Vault } from '#people';
import type { ProcessingEngine } from '#processing';
import type { ReadStore } from '#read-store';

/** Where the keys are, before they are opened. */
export interface VaultSource {
  exists(): Promise<boolean>;
  open(): Promise<Vault>;
}

/**
 * One installation of Mixité, opened: its stores, its vault and its projections. A class, so that Nest can inject it by its type.
 * `writer` holds the folder's lock: there is one at a time. `reader` stands beside it, in another process, and writes nothing.
 */
export class Installation {
  constructor(
    readonly folder: string,
    readonly mode: 'writer' | 'reader',
    readonly clock: Clock,
    readonly eventStore: EventStore,
    readonly readStore: ReadStore,
    readonly engine: ProcessingEngine,
    private readonly vaultSource: VaultSource,
  ) {}

  private openedVault: Promise<Vault> | undefined;

  /**
   * Opened when first asked for, once: most readers never need it.
   * @throws CodedError `keys-lost` where the history holds sealed facts and the keys are gone, and as the vault's opening
   */
  vault(): Promise<Vault> {
    this.openedVault ??= this.openVault().catch((error: unknown) => {
      this.openedVault = undefined;
      throw error;
    });
    return this.openedVault;
  }

  private async openVault(): Promise<Vault> {
    const { exists, open } = this.vaultSource;
    if (!(await exists()) && (await this.eventStore.head())) throw keysLost(this.folder);
    return open();
  }

  /** Stops the projections after the batch under way, then closes the stores and lets the lock go. */
  async close(): Promise<void> {
    await this.engine.stop();
    await (await this.openedVault)?.close();
    await this.readStore.close();
    await this.eventStore.close();
  }
}

/** New keys would record every household and lease a second time, beside those that no longer open. */
function keysLost(folder: string): CodedError {
  return new CodedError(
    'keys-lost',
    `Le dossier ${folder} contient un historique mais plus ses clés (keys.db) : restaurez-les avant d'écrire.`,
    { folder },
  );
}
