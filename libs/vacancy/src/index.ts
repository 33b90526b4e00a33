export * from './circumstances';
export { consequenceSender } from './consequences/consequence-sender';
export { consequencesProcess } from './consequences/consequences-process';
export { deadlinesProcess } from './deadlines/deadlines-process';
export { lapseSender } from './deadlines/lapse-sender';
export * from './events';
export * from './french-holidays';
export * from './motives';
export * from './qpv-commissions/qpv-commission';
export { CLAIM_STREAMS, claimOf } from './recording/claims';
export { hasMovedOn, type CancelledLease } from './recording/leases/moved-on';
export * from './transitions';
export * from './vacancy';
export * from './words';
export * from './working-days';
export * from './applications/application';
export * from './duties/duty';
export * from './duties/suits';
export * from './sittings/sitting';
export { refusalsProjection } from './refusals/refusals-projection';
export { sittingsProjection } from './papers/sitting-index';
export { DEFAULT_WORDING } from './papers/letters/default-wording';
export {
  faultsOf as faultsOfTemplate,
  LETTER_CODES,
  LETTER_KINDS,
  LETTER_TEMPLATE_STREAMS,
  type LetterCode,
  type LetterTemplateFacts,
  type TemplateFault,
} from './papers/letters/templates';
export { COMPOSITION_NAMES } from './papers/words';
export { findingText } from './criteria/criterion-words';
export { CriteriaRecorder } from './criteria/criteria-recorder';
export { ApplicationRecorder } from './applications/application-recorder';
export { QpvCommissionRecorder } from './qpv-commissions/qpv-commission-recorder';
export { VACANCY_MODEL } from './projections/model';
export { vacancyProjection } from './projections/vacancies-projection';
export { TASK_STREAMS } from './tasks/task';
export { SittingRecorder, type SittingReceipt } from './sittings/sitting-recorder';
export { BASIS_COLUMNS, DECLARATION_COLUMNS, DWELLING_COLUMNS, ORIENTATION_COLUMNS, PROPOSED_COLUMNS } from './columns';
export { ProcessRows, type DesignationRow, type RowOutcome, type VacancyRow } from './rows/process-rows';
