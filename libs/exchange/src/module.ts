export { ExchangeApiModule, ExchangeModule } from './exchange.module';
export { ImportDirectory, ImportDirectoryHandler } from './importing/import-directory.command';
export { RecordLease, RecordLeaseHandler } from './leases/record-lease.command';
