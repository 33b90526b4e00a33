export * from './exports/half-year-table';
export * from './figures/half-year';
export * from './figures/target';
export { ReportPrefect, type HalfYearQuery } from './queries/report-prefect';
export { PrefectModule } from './prefect.module';
