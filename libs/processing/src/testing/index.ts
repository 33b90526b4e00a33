<<<<<<< HEAD
=======
>>>>>>> 93be348 (Add process managers and durable timers: fed like projections, each effect once)
export * from './test-batch';
export { ManualTime } from './manual-time';
export { Reactions } from './reactions';
export { leasesContract } from './leases-contract';
export { processContract } from './process-contract';
export { type ProcessStores } from './process-setting';
