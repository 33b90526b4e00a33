export * from './events';
export * from './rehousing';
export * from './verbs/record-rehousing';
export * from './figures/progress';
export * from './figures/rehousing-figure';
export { REHOUSING_MODEL } from './projections/model';
export { rehousingProjection } from './projections/rehousing-projection';
export * from './report';
export * from './exports/report-table';
