export * from './events';
export { TokenKeys } from './keys/token-keys';
export { issueFirstTokens, tokenOfficeOf } from './recording/first-tokens';
export { namesOfActors } from './recording/holder-names';
export { tokenChecksOf } from './recording/installed-checks';
export { TokenChecks } from './recording/token-checks';
export {
  LONGEST_NAME,
  MOST_DAYS,
  TokenOffice,
  type GivenToken,
  type IssuedToken,
  type ListedToken,
  type TokenStores,
} from './recording/token-office';
