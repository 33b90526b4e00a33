export { halfYearDocument } from './exports/half-year-document';
export * from './exports/half-year-table';
export * from './figures/half-year';
export * from './figures/target';
