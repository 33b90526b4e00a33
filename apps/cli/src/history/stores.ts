import { isHistoryStore, openEventStoreDb, openSqliteEventStore, type HistoryStore } from '#event-store';
import { CodedError, isCodedError, systemClock } from '#kernel';
import { publishedService } from '#installation';
import {
  openSqliteKeysReceiver,
  openSqliteMovableKeys,
  vaultExists,
  type KeysReceiver,
  type MovableKeys,
} from '#people';
import { Refused } from '../terminal';

/** The stores that a history leaves, or arrives in. */
export interface HistoryStores {
  readonly store: HistoryStore;
  keysExist(): boolean;
  /** To be closed by the caller, as the receiver's keys. */
  openKeys(): MovableKeys;
  openKeysReceiver(): KeysReceiver;
  close(): Promise<void>;
}

/**
 * The stores that the environment names, without their projections: events on the server of `EVENTSTORE_URL` where it is set, else in
 * the folder; keys in the folder. `reader` stands beside whoever works with them; `writer` keeps everybody else out of a folder, a
 * service as well: what it answers would change under its feet.
 * @throws Refused beside a service; CodedError as `openSqliteEventStore` and `openEventStoreDb`
 */
export async function openHistoryStores(folder: string, mode: 'reader' | 'writer'): Promise<HistoryStores> {
  const store = await openEvents(folder, mode);
  const masterKeyFile = process.env['MIXITE_MASTER_KEY_FILE'];
  return {
    store,
    keysExist: () => vaultExists(folder),
    openKeys: () => openSqliteMovableKeys(folder, 'reader'),
    openKeysReceiver: () => openSqliteKeysReceiver({ folder, masterKeyFile }),
    close: () => store.close(),
  };
}

async function openEvents(folder: string, mode: 'reader' | 'writer'): Promise<HistoryStore> {
  const url = process.env['EVENTSTORE_URL'];
  const store = url ? await openEventStoreDb({ url, clock: systemClock }) : openFolder(folder, mode);
  if (!isHistoryStore(store)) throw new CodedError('history-unmovable', 'this store does not give its history');
  return store;
}

function openFolder(folder: string, mode: 'reader' | 'writer') {
  try {
    return openSqliteEventStore({ folder, mode, clock: systemClock });
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(folder) : undefined;
    if (!service) throw error;
    throw new Refused(`Le service ${service.url} tient ce dossier : arrêtez-le avant d'y importer un historique.`);
  }
}
