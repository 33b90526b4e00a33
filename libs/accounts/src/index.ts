export { NO_ACCOUNT, type Account, type AccountStatus } from './account';
export { recordDemoPeople } from './demo/demo-people';
export { ACCOUNT_STREAMS, type AccountEvent, type Grant } from './events';
export {
  AccountOffice,
  type AccountStores,
  type Invitation,
  type Invited,
  type ListedUser,
} from './recording/account-office';
export { namesOfPersons } from './recording/persons';
export { SignIn, type Present } from './recording/sign-in';
export { openMongodbSecretStore } from './secrets/mongodb-secret-store';
export { type SecretStore } from './secrets/secret-store';
export { openSqliteSecretStore } from './secrets/sqlite-secret-store';
