export { ExchangeApiModule, ExchangeModule } from './exchange.module';
export { ImportDirectory, ImportDirectoryHandler } from './importing/import-directory.command';
export { RecordLeaseRow, RecordLeaseRowHandler } from './lease-rows/record-lease-row';
