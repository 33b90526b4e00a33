import {
  acquireWriterLock,
  openEventStoreDb,
  openSqliteEventStore,
  type EventStore,
  type OnCommitted,
  type Upcasters,
} from '#event-store';
import type { Clock } from '#kernel';
import { connectMongo, type Db } from '#mongodb';
import {
  keysDatabaseName,
  mongodbVaultExists,
  openMongodbVault,
  openSqliteVault,
  vaultExists,
  type Vault,
} from '#people';
import type { ProjectionObserver } from '#processing';
import { openMongoReadStore, openSqliteReadStore, type ReadStore } from '#read-store';
import type { Closing } from './closing';
import { refuseLostHistory } from './lost-history';
import { masterKeyFileOf, usesFolder, type Place } from './place';

/** `writer` takes the lock of the folder, where some data is there. `reader` reads beside the process that holds the lock, and writes nothing. */
export type Mode = 'writer' | 'reader';

/** What measures and traces the work of an installation. An instrument that is absent costs nothing. */
export interface Instruments {
  /** Called after each group of appends that is committed, where the store groups them. */
  readonly onCommitted?: OnCommitted;
  /** Wraps the event store, so that its calls are measured and traced. */
  readonly watch?: (store: EventStore) => EventStore;
  readonly projections?: ProjectionObserver;
}

/** The keys before they are opened. */
export interface VaultSource {
  exists(): Promise<boolean>;
  open(): Promise<Vault>;
}

/** Opens the parts of an installation at its place. Each part adds the step that closes it to `closing`. */
export class Parts {
  private mongo: Promise<Db> | undefined;

  constructor(
    private readonly place: Place,
    private readonly mode: Mode,
    private readonly clock: Clock,
    private readonly closing: Closing,
  ) {}

  /** @throws CodedError `store-locked` */
  lockFolder(): void {
    // The embedded event store takes the lock itself.
    if (this.mode === 'reader' || this.place.eventStoreUrl === undefined || !usesFolder(this.place)) return;
    const lock = acquireWriterLock(this.place.folder);
    this.closing.add(() => lock.release());
  }

  /** @throws CodedError `history-lost`; as the stores' openings */
  async eventStore(upcasters: Upcasters, { onCommitted }: Instruments = {}): Promise<EventStore> {
    const { clock, mode, place } = this;
    if (place.eventStoreUrl === undefined) refuseLostHistory(place.folder);
    const store =
      place.eventStoreUrl === undefined
        ? openSqliteEventStore({ folder: place.folder, mode, clock, upcasters, onCommitted })
        : await openEventStoreDb({ url: place.eventStoreUrl, clock, upcasters });
    this.closing.add(() => store.close());
    return store;
  }

  /** @throws CodedError as the stores' openings */
  async readStore(): Promise<ReadStore> {
    const { mode, place } = this;
    const store =
      place.mongoUrl === undefined
        ? openSqliteReadStore({ folder: place.folder, mode })
        : openMongoReadStore({ database: await this.database(), mode: 'writer' });
    this.closing.add(() => store.close());
    return store;
  }

  /** The database of the read models and of the leases; undefined where the read models are in the folder. */
  async sharedDatabase(): Promise<Db | undefined> {
    return this.place.mongoUrl === undefined ? undefined : this.database();
  }

  vault(): VaultSource {
    const { place } = this;
    if (place.mongoUrl === undefined) {
      const { folder, masterKeyFile } = place;
      return { exists: async () => vaultExists(folder), open: () => openSqliteVault({ folder, masterKeyFile }) };
    }
    return {
      exists: async () => mongodbVaultExists(await this.keysDatabase()),
      open: async () =>
        openMongodbVault({ database: await this.keysDatabase(), masterKeyFile: masterKeyFileOf(place) }),
    };
  }

  private database(): Promise<Db> {
    return (this.mongo ??= this.connect(this.place.mongoUrl!));
  }

  /** The keys are apart from the read models: on a server of their own where one is named, else in another database. */
  async keysDatabase(): Promise<Db> {
    if (this.place.mongoKeysUrl !== undefined) return this.connect(this.place.mongoKeysUrl);
    const database = await this.database();
    return database.client.db(keysDatabaseName(database.databaseName));
  }

  private async connect(url: string): Promise<Db> {
    const connection = await connectMongo({ url });
    this.closing.add(() => connection.close());
    return connection.database;
  }
}
