export { ManualClock, type StoreUnderTest } from './bench';
export { eventStoreContract, type MakeStore } from './contract';
export { historyOf } from './contract-history';
export * from './examples';
export * from './fixtures';
export * from './seeded';
export * from './temporary';
