export { eventStoreContract, ManualClock, type MakeStore, type StoreUnderTest } from './contract';
export * from './examples';
export * from './fixtures';
export * from './seeded';
export * from './temporary';
