export { handlingOf, type Aggregate } from './aggregate';
export { followerOf, type Fold, type Follower } from './follower';
export * from './handling';
export { CommandPipeline, type PipelineStores } from './pipeline';
export * from './retry';
export * from './row-kind';
export { sentNow, type Sending, type Sent } from './sent';
export { rowEventId, storedEvents, type Storing } from './stored-events';
