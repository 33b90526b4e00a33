export { leasesContract } from './leases-contract';
export { ManualTime } from './manual-time';
export * from './test-batch';
