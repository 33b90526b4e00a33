export * from './files';
export * from './reading';
