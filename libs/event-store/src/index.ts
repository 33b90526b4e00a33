export * from './chain';
export * from './errors';
export * from './event';
export * from './history';
export * from './port';
export * from './upcasters';
export { acquireWriterLock, type WriterLock } from './sqlite/lock';
export { openSqliteEventStore, type SqliteEventStoreOptions } from './sqlite/store';
export { verifySqliteChain, type ChainVerdict } from './sqlite/verify';
