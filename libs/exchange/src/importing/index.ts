export { importDirectory, type ImportOptions } from './import-directory';
export { runImportThread } from './import-thread';
export { Importer, ThisThreadImporter } from './importer';
export type { ImportStores } from './plan-import';
export type { FileCount, ImportReport } from './report';
export { WorkerImporter } from './worker-importer';
