export { importDirectory, type ImportOptions } from './import-directory';
export { Importer, ThisThreadImporter } from './importer';
export type { ImportStores } from './plan-import';
export type { FileCount, ImportReport } from './report';
export { WorkerImporter } from './worker-importer';
