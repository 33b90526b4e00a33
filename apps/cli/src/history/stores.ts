import { ConventionHistory, timeZoneOf } from '#convention';
import { isHistoryStore, NO_UPCASTERS, openEventStoreDb, openSqliteEventStore, type HistoryStore } from '#event-store';
import { CodedError, isCodedError, systemClock } from '#kernel';
import { keysDatabaseOf, masterKeyFileOf, placeOf, publishedService, type Place } from '#installation';
import {
  mongodbKeysReceiver,
  mongodbMovableKeys,
  mongodbVaultExists,
  openSqliteKeysReceiver,
  openSqliteMovableKeys,
  vaultExists,
  type KeysReceiver,
  type MovableKeys,
} from '#people';
import { Refused } from '../terminal';

/** The keys that are exported with a history, or received with it. */
export interface HistoryKeys {
  exist(): Promise<boolean>;
  /** The caller closes the keys, and also the keys of the receiver. */
  open(): MovableKeys;
  openReceiver(): KeysReceiver;
}

/** The stores that a history is exported from, or imported into. */
export interface HistoryStores {
  readonly store: HistoryStore;
  readonly keys: HistoryKeys;
  close(): Promise<void>;
}

/**
 * Opens the stores that the environment names, without projections. The events are on the server of `EVENTSTORE_URL` and the keys on the
 * server of `MONGODB_URL` where these are set, else both are in the folder. A `reader` works beside the process that holds the folder. A
 * `writer` locks every other process out of the folder, a service too, because its answers would change during the import. Events are
 * exported and imported as they were written, never upcast.
 * @throws Refused where a service holds the folder; CodedError as the openings of the stores
 */
export async function openHistoryStores(folder: string, mode: 'reader' | 'writer'): Promise<HistoryStores> {
  const place = placeOf(folder, process.env);
  const store = await openEvents(place, mode);
  try {
    const { keys, close } = await openKeys(place);
    return { store, keys, close: () => close().finally(() => store.close()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The time zone of the territory whose history the store has by now; the default one where no convention is recorded. */
export async function timeZoneIn({ store }: HistoryStores): Promise<string> {
  return timeZoneOf(await new ConventionHistory(store).latest());
}

async function openKeys(place: Place): Promise<{ keys: HistoryKeys; close(): Promise<void> }> {
  const { folder, masterKeyFile } = place;
  const onServer = await keysDatabaseOf(place);
  if (!onServer) {
    const keys = {
      exist: async () => vaultExists(folder),
      open: () => openSqliteMovableKeys(folder, 'reader'),
      openReceiver: () => openSqliteKeysReceiver({ folder, masterKeyFile }),
    };
    return { keys, close: async () => undefined };
  }
  const { database, close } = onServer;
  const keys = {
    exist: () => mongodbVaultExists(database),
    open: () => mongodbMovableKeys(database),
    openReceiver: () => mongodbKeysReceiver({ database, masterKeyFile: masterKeyFileOf(place) }),
  };
  return { keys, close };
}

async function openEvents(place: Place, mode: 'reader' | 'writer'): Promise<HistoryStore> {
  const { eventStoreUrl: url, folder } = place;
  const store = url
    ? await openEventStoreDb({ url, clock: systemClock, upcasters: NO_UPCASTERS })
    : openFolder(folder, mode);
  if (!isHistoryStore(store)) throw new CodedError('history-unmovable', 'this store does not give its history');
  return store;
}

function openFolder(folder: string, mode: 'reader' | 'writer') {
  try {
    return openSqliteEventStore({ folder, mode, clock: systemClock, upcasters: NO_UPCASTERS });
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(folder) : undefined;
    if (!service) throw error;
    throw new Refused(`Le service ${service.url} tient ce dossier : arrêtez-le avant d'y importer un historique.`);
  }
}
