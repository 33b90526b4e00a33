export { ComplianceModule } from './compliance.module';
export { ReportCompliance } from './queries/report-compliance';
export { ReportObjectives } from './queries/report-objectives';
