export type { MakeAccountStores } from './account-bench';
export { accountContract } from './contract';
export { secretStoreContract } from './secret-store-contract';
export { accepting, smtpTestServer, type SmtpTestServer } from './smtp-server';
