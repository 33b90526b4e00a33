import type { Db } from '#mongodb';
import { openVault } from './key-vault';
import { loadMasterKey } from './master-key';
import { MongodbKeys } from './mongodb-keys';
import type { Vault } from './vault';

export interface MongodbVaultOptions {
  /** Of the keys alone: it is backed up apart, and for other readers than the rest. */
  readonly database: Db;
  /** The same file for every process. It is not made here: two processes would each make one. */
  readonly masterKeyFile: string;
}

/** Where the keys stand unless they have a server of their own: beside the read models, apart from them. */
export function keysDatabaseName(database: string): string {
  return `${database}_keys`;
}

/** Whether the database holds keys already. */
export async function mongodbVaultExists(database: Db): Promise<boolean> {
  return (await database.collection('secrets').findOne({})) !== null;
}

/**
 * The vault of the servers mode, shared by every process. The connection stays its opener's.
 * @throws CodedError `master-key-wrong`, and as `loadMasterKey`
 */
export async function openMongodbVault({ database, masterKeyFile }: MongodbVaultOptions): Promise<Vault> {
  return openVault(new MongodbKeys(database), loadMasterKey(masterKeyFile, false));
}
