export { vaultContract, type VaultPlace } from './contract';
