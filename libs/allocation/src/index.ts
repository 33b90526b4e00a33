export * from './allocation';
export * from './events';
export * from './derived-facts';
export * from './why';
export { HOUSEHOLD_COLUMNS } from './household-columns';
export * from './recording/lease-reference';
export * from './recording/lease-kind';
export {
  LEASE_OUTCOMES,
  LeaseRecorder,
  type HasMovedOn,
  type LeaseOutcome,
  type LeaseReceipt,
  type RecordLease,
} from './recording/lease-recorder';
export * from './recording/live-leases';
export { planRevision } from './recording/plan-revisions';
export * from './sealed-form';
export * from './verbs/live-lease';
export * from './verbs/record-lease';
export * from './verbs/revise-facts';
