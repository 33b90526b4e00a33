import type { ChainWriter, ChainWriterOptions, EventStore } from '#event-store';
import { CodedError, type Clock } from '#kernel';
import type { Db } from '#mongodb';
import type { Vault } from '#people';
import type { CommandSender, ProcessingEngine, ProcessManager, ProcessRunner, ProcessStatus } from '#processing';
import type { ReadStore } from '#read-store';
import type { Closing } from './closing';
import type { Mode, VaultSource } from './parts';
import { usesFolder, type Place } from './place';

/** A process manager, and what does its commands in an installation. */
export interface ProcessDefinition {
  readonly manager: ProcessManager;
  sender(installation: Installation): CommandSender;
}

/** It reads, and tells where it is; nothing follows from it before it is run. */
export interface InstalledProcess extends Pick<ProcessDefinition, 'sender'> {
  readonly runner: ProcessRunner;
}

export interface InstallationParts {
  readonly place: Place;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly engine: ProcessingEngine;
  readonly processes: readonly InstalledProcess[];
  readonly vaultSource: VaultSource;
  /** Makes what extends the chain; undefined where the store chains each event as it is written. */
  readonly chain: ((options: ChainWriterOptions) => ChainWriter) | undefined;
  readonly sharedDatabase: Db | undefined;
  readonly closing: Closing;
}

/**
 * One installation of Mixité, opened: its stores, its vault and its projections. A class, so that Nest can inject it by its type.
 * `writer` holds the folder's lock, where something stands in the folder: there is one at a time. `reader` stands beside it, in another
 * process, and writes nothing.
 */
export class Installation {
  readonly place: Place;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly engine: ProcessingEngine;
  readonly processes: readonly InstalledProcess[];
  /** The database on which several processes agree who works at what; undefined where there is one process. */
  readonly sharedDatabase: Db | undefined;
  private openedVault: Promise<Vault> | undefined;

  constructor(private readonly parts: InstallationParts) {
    ({
      place: this.place,
      mode: this.mode,
      clock: this.clock,
      eventStore: this.eventStore,
      readStore: this.readStore,
      engine: this.engine,
      processes: this.processes,
      sharedDatabase: this.sharedDatabase,
    } = parts);
  }

  get folder(): string {
    return this.place.folder;
  }

  /** Whether this process, and no other, holds what stands in the folder. */
  get holdsFolder(): boolean {
    return this.mode === 'writer' && usesFolder(this.place);
  }

  /** Whether the projections are moved by this process alone; else by whoever holds their leases, and the others look on. */
  get keepsModels(): boolean {
    return this.mode === 'writer' && this.sharedDatabase === undefined;
  }

  /** What extends the chain of this store; undefined where the store chains each event as it is written. */
  chainWriter(options: ChainWriterOptions = {}): ChainWriter | undefined {
    return this.parts.chain?.(options);
  }

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
    const { exists, open } = this.parts.vaultSource;
    if (!(await exists()) && (await this.eventStore.head())) throw keysLost(this.folder);
    return open();
  }

  /** Where each process manager is, whoever runs it. */
  processStatuses(): Promise<readonly ProcessStatus[]> {
    return Promise.all(this.processes.map(({ runner }) => runner.status()));
  }

  /** Stops the projections after the batch under way, then closes the stores and lets the lock go. */
  async close(): Promise<void> {
    await Promise.all([this.engine.stop(), ...this.processes.map(({ runner }) => runner.stop())]);
    await (await this.openedVault)?.close();
    await this.parts.closing.run();
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
