import type { Db } from '#mongodb';
import { openVault } from './key-vault';
import { loadMasterKey } from './master-key';
import { MongodbKeys } from './mongodb-keys';
import type { Vault } from './vault';

export interface MongodbVaultOptions {
  /** A database only for the keys. It has its own backups, which other people may read than those of the rest. */
  readonly database: Db;
  /** The same file for every process. It is not created here: two processes would each create one. */
  readonly masterKeyFile: string;
}

/** The default name of the keys' database: on the same server as the read models, but separate. */
export function keysDatabaseName(database: string): string {
  return `${database}_keys`;
}

/** Whether the database holds keys already. */
export async function mongodbVaultExists(database: Db): Promise<boolean> {
  return (await database.collection('secrets').findOne({})) !== null;
}

/**
 * The vault of the servers mode, shared by all processes. The caller closes the connection.
 * @throws CodedError `master-key-wrong`, and those of `loadMasterKey`
 */
export async function openMongodbVault({ database, masterKeyFile }: MongodbVaultOptions): Promise<Vault> {
  return openVault(new MongodbKeys(database), loadMasterKey(masterKeyFile, false));
}
