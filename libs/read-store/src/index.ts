export { cursorAt, eachDocument, reversed } from './pages';
export * from './port';
export { openSqliteReadStore } from './sqlite/store';
export type { SqliteReadStoreOptions } from './sqlite/connections';
export { openMongoReadStore, type MongoReadStoreOptions } from './mongodb/store';
