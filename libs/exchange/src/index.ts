export * from './files';
export * from './reading';
export * from './importing';
export { LeaseRecorder, type LeaseRecorderStores, type LeaseReport, type ToldLease } from './leases/lease-recorder';
export type { LeaseReceipt } from './leases/receipt';
export { template, templateOf } from './template';
