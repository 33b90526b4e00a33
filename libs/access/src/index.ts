export * from './actor';
export * from './rights';
export * from './scope';
