import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivately } from '#sqlite';
import { openVault } from './key-vault';
import { loadMasterKey } from './master-key';
import { SqliteKeys } from './sqlite-keys';
import type { Vault } from './vault';

export interface VaultOptions {
  /** The folder of `keys.db`, and of `master.key` unless another file is named. */
  readonly folder: string;
  readonly masterKeyFile?: string;
}

/** Whether the folder holds keys already. */
export function vaultExists(folder: string): boolean {
  return existsSync(fileIn(folder));
}

/** The file of the master key: `master.key` in the folder, unless another file is named. */
export function masterKeyFileOf({ folder, masterKeyFile }: VaultOptions): string {
  return masterKeyFile ?? join(folder, 'master.key');
}

/**
 * The vault of the embedded mode: `keys.db` in a folder. Creates the database where it is absent, and then also the
 * master key where that is absent.
 * @throws CodedError `sqlite-missing`, `master-key-wrong`, and those of `loadMasterKey`
 */
export async function openSqliteVault(options: VaultOptions): Promise<Vault> {
  const file = fileIn(options.folder);
  const isNew = !existsSync(file);
  const master = loadMasterKey(masterKeyFileOf(options), isNew);
  createPrivately(file);
  return openVault(new SqliteKeys({ file }), master);
}

function fileIn(folder: string): string {
  return join(folder, 'keys.db');
}
