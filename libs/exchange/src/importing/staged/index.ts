export { finishInterruptedImport, writeStaged } from './staged-import';
