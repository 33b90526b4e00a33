export { PrefectModule } from './prefect.module';
export { ReportPrefect, type HalfYearQuery } from './queries/report-prefect';
