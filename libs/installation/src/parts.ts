import {
  acquireWriterLock,
  openEventStoreDb,
  openSqliteEventStore,
  type EventStore,
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
import { openMongoReadStore, openSqliteReadStore, type ReadStore } from '#read-store';
import type { Closing } from './closing';
import type { Instruments } from './instruments';
import { masterKeyFileOf, usesFolder, type Place } from './place';

/** `writer` takes the folder's lock, where something stands there; `reader` stands beside whoever holds it, and writes nothing. */
export type Mode = 'writer' | 'reader';

/** Where the keys are, before they are opened. */
export interface VaultSource {
  exists(): Promise<boolean>;
  open(): Promise<Vault>;
}

/** Opens the parts of an installation where its place says; each adds to the closing how it is closed. */
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
    // The embedded event store takes the lock by itself.
    if (this.mode === 'reader' || this.place.eventStoreUrl === undefined || !usesFolder(this.place)) return;
    const lock = acquireWriterLock(this.place.folder);
    this.closing.add(() => lock.release());
  }

  /** @throws CodedError as the stores' openings */
  async eventStore(upcasters: Upcasters, { onCommitted }: Instruments = {}): Promise<EventStore> {
    const { clock, mode, place } = this;
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

  /** The database of the read models, and of what processes agree on; undefined where they are in the folder. */
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

  /** Apart from the read models: by its server where one is named, else by its database. */
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
