export { FlowModule } from './flow.module';
export { ReportFlow } from './queries/report-flow';
