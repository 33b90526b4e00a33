export { FragilityModule } from './fragility.module';
export * from './queries/leases-of-residence';
export { ReadResidenceSheet, type SheetWithLeases } from './queries/read-residence-sheet';
export { ReportCoverage, ReportFragility, ReportPriorityLists, ReportReminders } from './queries/reports';
export { EstablishPriorityList } from './recording/list-command';
export { RecordAgreement, RecordNote } from './recording/note-commands';
