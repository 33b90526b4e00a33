import { dirname, join, resolve } from 'node:path';

/** Where the data of an installation is: in a folder, and partly or wholly on servers. */
export interface Place {
  readonly folder: string;
  /** `esdb://…`: the events are on that server. */
  readonly eventStoreUrl?: string;
  /** `mongodb://…`: the read models and the keys are on that server. */
  readonly mongoUrl?: string;
  /** `mongodb://…`: the keys are on a server of their own. */
  readonly mongoKeysUrl?: string;
  /** Default: `master.key` in the folder. */
  readonly masterKeyFile?: string;
  /** Default: `token.key` beside the master key. */
  readonly tokenKeyFile?: string;
}

/** The place that the environment names: EVENTSTORE_URL, MONGODB_URL, MONGODB_KEYS_URL, MIXITE_MASTER_KEY_FILE, MIXITE_TOKEN_KEY_FILE. */
export function placeOf(folder: string, environment: NodeJS.ProcessEnv): Place {
  const given = (name: string): string | undefined => environment[name] || undefined;
  return {
    folder,
    eventStoreUrl: given('EVENTSTORE_URL'),
    mongoUrl: given('MONGODB_URL'),
    mongoKeysUrl: given('MONGODB_KEYS_URL'),
    masterKeyFile: given('MIXITE_MASTER_KEY_FILE'),
    tokenKeyFile: given('MIXITE_TOKEN_KEY_FILE'),
  };
}

/** The place of a process that has no command line: the folder too is named by the environment, by MIXITE_DATA_DIR. */
export function placeOfEnvironment(environment: NodeJS.ProcessEnv): Place {
  return placeOf(resolve(environment['MIXITE_DATA_DIR'] ?? 'mixite-data'), environment);
}

/** Whether some data of the place is in its folder. If so, one process at a time may write there. */
export function usesFolder({ eventStoreUrl, mongoUrl }: Place): boolean {
  return eventStoreUrl === undefined || mongoUrl === undefined;
}

export function masterKeyFileOf({ masterKeyFile, folder }: Place): string {
  return masterKeyFile ?? join(folder, 'master.key');
}

/** The file of the keys that sign tokens. */
export function tokenKeyFileOf(place: Place): string {
  return place.tokenKeyFile ?? join(dirname(masterKeyFileOf(place)), 'token.key');
}
