import type { EventStore } from '#event-store';
import type { Clock } from '#kernel';
import type { Vault } from '#people';
import type { ProcessingEngine } from '#processing';
import type { ReadStore } from '#read-store';

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
    private readonly openVault: () => Vault,
  ) {}

  private openedVault: Vault | undefined;

  /** Opened when first asked for: most readers never need it. */
  get vault(): Vault {
    this.openedVault ??= this.openVault();
    return this.openedVault;
  }

  /** Stops the projections after the batch under way, then closes the stores and lets the lock go. */
  async close(): Promise<void> {
    await this.engine.stop();
    this.openedVault?.close();
    await this.readStore.close();
    await this.eventStore.close();
  }
}
