export { type PlannedBatch } from './apply';
export { finishInterruptedImport, writeStaged } from './staged-import';
