export { ComplianceModule } from './compliance.module';
export type { CountedRehousings, RehousingShares } from './objectives/rehousing-counts';
export { CountRehousings } from './queries/count-rehousings';
export { ReportSeries } from './queries/report-series';
export { ReportCompliance } from './queries/report-compliance';
export { ReadObjective } from './queries/read-objective';
export { ListIndicators } from './queries/list-indicators';
export { ReportObjectives } from './queries/report-objectives';
export { ReadSigningDays, type SigningDays } from './queries/read-signing-days';
