import type { ChainWriter, ChainWriterOptions, EventStore } from '#event-store';
import { CodedError, type Clock } from '#kernel';
import type { PipelineStores } from '#deciding';
import type { Db } from '#mongodb';
import type { Vault } from '#people';
import type { CommandSender, ProcessingEngine, ProcessManager, ProcessRunner, ProcessStatus } from '#processing';
import type { ReadStore } from '#read-store';
import type { Closing } from './closing';
import type { Mode, VaultSource } from './parts';
import { usesFolder, type Place } from './place';

/** A process manager, and what sends its commands in an installation. */
export interface ProcessDefinition {
  readonly manager: ProcessManager;
  sender(installation: Installation): CommandSender;
}

/** A process manager of an opened installation. Its status can be read at any time; it sends commands only once it is run. */
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
  /** Makes the writer that extends the chain; undefined where the store chains each event when it is appended. */
  readonly chain: ((options: ChainWriterOptions) => ChainWriter) | undefined;
  readonly sharedDatabase: Db | undefined;
  /** Opens the database of the keys; undefined where the keys are in the folder. */
  readonly keysDatabase: (() => Promise<Db>) | undefined;
  readonly closing: Closing;
}

/**
 * An opened installation of Mixité: its stores, its vault and its projections. It is a class, so that Nest can inject it by its type.
 * A `writer` holds the lock of the folder, where some data is in the folder: there is one writer at a time. A `reader` is another process
 * that reads at the same time, and writes nothing.
 */
export class Installation {
  readonly place: Place;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly eventStore: EventStore;
  readonly readStore: ReadStore;
  readonly engine: ProcessingEngine;
  readonly processes: readonly InstalledProcess[];
  /** The database with the leases of several processes; undefined where there is only one process. */
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

  /** Whether this process holds the data in the folder. No other process can hold it at the same time. */
  get holdsFolder(): boolean {
    return this.mode === 'writer' && usesFolder(this.place);
  }

  /** Whether this process alone moves the projections forward. If not, the processes that hold their leases do it, and the others only read. */
  get keepsModels(): boolean {
    return this.mode === 'writer' && this.sharedDatabase === undefined;
  }

  /** The writer that extends the chain of this store; undefined where the store chains each event when it is appended. */
  chainWriter(options: ChainWriterOptions = {}): ChainWriter | undefined {
    return this.parts.chain?.(options);
  }

  /**
   * Opens the vault at the first call, once: most readers never need it.
   * @throws CodedError `keys-lost` where there are events but no keys, and as the opening of the vault
   */
  vault(): Promise<Vault> {
    this.openedVault ??= this.openVault().catch((error: unknown) => {
      this.openedVault = undefined;
      throw error;
    });
    return this.openedVault;
  }

  private async openVault(): Promise<Vault> {
    if (await this.hasLostKeys()) throw keysLost(this.folder);
    return this.parts.vaultSource.open();
  }

  /** Whether there are events but no keys: what is sealed can no longer be read, and nothing can be sealed. */
  async hasLostKeys(): Promise<boolean> {
    return !(await this.parts.vaultSource.exists()) && (await this.eventStore.head()) !== null;
  }

  /**
   * The error for which the keys that are there cannot be used: their file is damaged, or their master key is gone. Null where they can be
   * used, and where there are none.
   */
  async keysFailure(): Promise<unknown> {
    if (!(await this.parts.vaultSource.exists())) return null;
    try {
      await this.vault();
      return null;
    } catch (error) {
      return error;
    }
  }

  /** The database of the keys, for what must be lost neither with the read models nor told with the history; undefined where keys are in the folder. */
  async keysDatabase(): Promise<Db | undefined> {
    return this.parts.keysDatabase?.();
  }

  /** Takes this step when the installation closes, before the stores close. */
  beforeClose(step: () => Promise<unknown>): void {
    this.parts.closing.add(step);
  }

  /** What a command pipeline needs of the installation. The vault is opened when it is first needed. */
  get pipelineStores(): PipelineStores {
    return { store: this.eventStore, clock: this.clock, vault: () => this.vault() };
  }

  /** The status of each process manager, even where another process runs it. */
  processStatuses(): Promise<readonly ProcessStatus[]> {
    return Promise.all(this.processes.map(({ runner }) => runner.status()));
  }

  /** Stops the projections after the batch under way, then closes the stores and releases the lock. */
  async close(): Promise<void> {
    await Promise.all([this.engine.stop(), ...this.processes.map(({ runner }) => runner.stop())]);
    await (await this.openedVault)?.close();
    await this.parts.closing.run();
  }
}

/** With new keys, every household and lease would be recorded a second time, beside those that can no longer be opened. */
function keysLost(folder: string): CodedError {
  return new CodedError('keys-lost', `the keys of the history in ${folder} are lost`, { folder });
}
