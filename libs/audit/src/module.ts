export { AuditModule } from './audit.module';
export { ReadAuditHistory } from './history/read-audit-history';
