export type { NumberKind, Vault, VaultSession } from './vault';
export { openSqliteVault, vaultExists, type VaultOptions } from './sqlite-vault';
export type { KeysReceiver } from './keys-receiver';
export type { KeyRecord, MovableKeys } from './movable-keys';
export { openSqliteKeysReceiver, openSqliteMovableKeys } from './sqlite-movable-keys';
