export { leasesContract } from './leases-contract';
export { ManualTime } from './manual-time';
export { processContract } from './process-contract';
export { type ProcessStores } from './process-setting';
export { Reactions, RECORDED_AT } from './reactions';
export * from './test-batch';
