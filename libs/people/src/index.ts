export type { NumberKind, Vault, VaultSession } from './vault';
export { openSqliteVault, vaultExists, type VaultOptions } from './sqlite-vault';
