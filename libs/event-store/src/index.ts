export * from './chain';
export * from './errors';
export * from './event';
export * from './port';
export * from './upcasters';
export { acquireWriterLock, type WriterLock } from './sqlite/lock';
export { openSqliteEventStore, type SqliteEventStoreOptions } from './sqlite/store';
export * from './sqlite/verify/verify';
