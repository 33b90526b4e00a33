export * from './projection';
export * from './moment';
export { ProcessingEngine, type EngineOptions } from './processing-engine';
export { ProjectionRunner, type RunnerOptions, type RunnerStatus } from './projection-runner';
export type { ProjectionStatus } from './status';
export type { ParkedEvent } from './parked';
