export * from './contract';
export * from './visits';
