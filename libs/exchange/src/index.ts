export * from './files';
export * from './reading';
export * from './importing';
