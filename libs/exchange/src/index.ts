export * from './files';
export * from './reading';
export * from './importing';
export { LeaseRows, type LeaseReport, type LeaseRow } from './lease-rows/lease-rows';
export { template, templateOf } from './template';
