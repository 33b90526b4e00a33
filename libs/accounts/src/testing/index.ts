export { accountContract, type MakeAccountStores } from './contract';
export { secretStoreContract } from './secret-store-contract';
