export * from './events';
export { NamedListReads, type ReadingStores } from './named-list-reads';
export type { Reading } from './verbs/record-reading';
