export { ExchangeModule } from './exchange.module';
export { ImportDirectory, ImportDirectoryHandler } from './importing/import-directory.command';
export {
  LeaseRows,
  RecordLeaseRow,
  RecordLeaseRowHandler,
  type LeaseReport,
  type LeaseRow,
} from './lease-rows/lease-rows';
