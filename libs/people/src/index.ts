export type { NumberKind, Vault, VaultSession } from './vault';
export { openSqliteVault, type VaultOptions } from './sqlite-vault';
