export { FragilityModule } from './fragility.module';
export * from './queries/leases-of-residence';
export { ReadResidenceSheet, type SheetWithLeases } from './queries/read-residence-sheet';
export { ReportCoverage } from './queries/report-coverage';
export { ReportFragility } from './queries/report-fragility';
export { ReportPriorityLists } from './queries/report-lists';
export { ReportReminders } from './queries/report-reminders';
export { EstablishPriorityList } from './recording/list-command';
export { RecordAgreement, RecordNote } from './recording/note-commands';
