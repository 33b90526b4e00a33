export { LeasedWork, type LeasedWorkOptions } from './leases/leased-work';
export type { Lease, Leases } from './leases/leases';
export { MongodbLeases } from './leases/mongodb-leases';
export type { ObservedPage, ProjectionObserver } from './observer';
export * from './projection';
export { ProcessingEngine, type EngineOptions } from './processing-engine';
export { ProjectionRunner, type RunnerOptions, type RunnerStatus } from './projection-runner';
export type { ProjectionStatus } from './status';
export type { ParkedEvent } from './parked';
