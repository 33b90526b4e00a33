export { ReportRehousing } from './queries/report-rehousing';
export { RehousingModule } from './rehousing.module';
