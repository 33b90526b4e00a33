export { incompleteImport, type IncompleteImport } from './last-import';
export { finishInterruptedImport, writeStaged } from './staged-import';
