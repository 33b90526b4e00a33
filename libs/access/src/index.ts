export * from './actor';
export * from './masking';
export * from './rights';
export * from './scope';
