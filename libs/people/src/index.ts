export type { KeyRing, NumberKind, RequestKey, Vault, VaultSession, Wanted } from './vault';
export { openSqliteVault, vaultExists, type VaultOptions } from './sqlite-vault';
export { keysDatabaseName, mongodbVaultExists, openMongodbVault, type MongodbVaultOptions } from './mongodb-vault';
export type { KeysReceiver } from './keys-receiver';
export type { KeyRecord, MovableKeys } from './movable-keys';
export { mongodbKeysReceiver, mongodbMovableKeys } from './mongodb-movable-keys';
export { openSqliteKeysReceiver, openSqliteMovableKeys } from './sqlite-movable-keys';
