import { isHistoryStore, openSqliteEventStore, type HistoryStore } from '#event-store';
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
 * The stores of a data folder, without their projections. `reader` stands beside whoever works with them; `writer` keeps everybody
 * else out, a service as well: what it answers would change under its feet.
 * @throws Refused beside a service; CodedError as `openSqliteEventStore`
 */
export function openHistoryStores(folder: string, mode: 'reader' | 'writer'): HistoryStores {
  const store = openEvents(folder, mode);
  const masterKeyFile = process.env['MIXITE_MASTER_KEY_FILE'];
  return {
    store,
    keysExist: () => vaultExists(folder),
    openKeys: () => openSqliteMovableKeys(folder, 'reader'),
    openKeysReceiver: () => openSqliteKeysReceiver({ folder, masterKeyFile }),
    close: () => store.close(),
  };
}

function openEvents(folder: string, mode: 'reader' | 'writer'): HistoryStore {
  const store = openOrRefuse(folder, mode);
  if (!isHistoryStore(store)) throw new CodedError('history-unmovable', 'this store does not give its history');
  return store;
}

function openOrRefuse(folder: string, mode: 'reader' | 'writer') {
  try {
    return openSqliteEventStore({ folder, mode, clock: systemClock });
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(folder) : undefined;
    if (!service) throw error;
    throw new Refused(`Le service ${service.url} tient ce dossier : arrêtez-le avant d'y importer un historique.`);
  }
}
