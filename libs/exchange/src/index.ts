export * from './files';
export * from './reading';
export * from './importing';
export * from './writing';
export { LeaseRecorder, type LeaseRecorderStores, type LeaseReport, type ToldLease } from './leases/lease-recorder';
export type { LeaseReceipt } from './leases/receipt';
export { RecordLease, RecordLeaseHandler } from './leases/record-lease.command';
export { ExchangeApiModule, ExchangeModule } from './exchange.module';
