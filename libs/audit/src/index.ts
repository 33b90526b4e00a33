export * from './exports/history-table';
export * from './history/audit-histories';
export type { HistoryEntry } from './history/entry';
export { SUBJECT_KINDS, type AskedSubject, type Subject, type SubjectKind } from './history/subject';
export type { HistoryVerification } from './verify/verification';
export { HistoryVerifier, ThisThreadVerifier, WorkerVerifier } from './verify/verifier';
export { verifyPlace } from './verify/verify-place';
export { groundText } from './words/sentences';
