export { ComplianceModule } from './compliance.module';
export { CountRehousings, type CountedRehousings, type RehousingShares } from './queries/count-rehousings';
export { ReportCompliance } from './queries/report-compliance';
export { ReportObjectives } from './queries/report-objectives';
