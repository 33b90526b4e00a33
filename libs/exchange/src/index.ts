export * from './files';
export * from './reading';
export * from './importing';
export { template, templateOf } from './template';
