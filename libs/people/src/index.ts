export type { KeyRing, NumberKind, RequestKey, Vault, VaultSession, Wanted } from './vault';
export { openSqliteVault, vaultExists, type VaultOptions } from './sqlite-vault';
export { keysDatabaseName, mongodbVaultExists, openMongodbVault, type MongodbVaultOptions } from './mongodb-vault';
