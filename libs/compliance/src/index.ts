export * from './declared';
export type { Bearing } from './effects/bearing';
export type { ObjectiveEffect, Stand } from './effects/effects';
export { changedLease, type LeaseSource } from './effects/changed-lease';
export { ObjectiveEffects, type Effects } from './effects/objective-effects';
export * from './figures/allocation-fact';
export * from './figures/figure';
export * from './indicators/events';
export { IndicatorLists, type Indicator, type Indicators, type IndicatorsQuery } from './indicators/indicator-lists';
export {
  isMasked,
  maskedFigure,
  MASKED_TEXT,
  type MaskedFigure,
  type ShownFigure,
  type ShownReport,
} from './masking/shown-report';
export { isSmall, LEAST_SHOWN, suppressed, type Sum } from './masking/suppression';
export * from './projections/compliance-projection';
export { type EntityDocument, type EntityKind, type ResidenceState } from './projections/entities';
export { decodeListCursor, encodeListCursor, staleCursor } from './lists/list-cursor';
export { leasesOfHousehold, type LeaseOfHousehold } from './leases-of-household';
export * from './projections/model';
export * from './report';
export * from './report/compliance-report';
export { CONTINGENT_LABELS } from './report/report-groups';
export { objectivesDocument } from './exports/objectives-document';
export * from './exports/objectives-table';
export { objectivesWorkbook } from './exports/objectives-workbook';
export { complianceDocument } from './exports/report-document';
export * from './exports/report-table';
export { complianceWorkbook } from './exports/report-workbook';
export { plainDecimal, whyText } from './exports/why-words';
export { figureWords, objectiveWords, REHOUSING_FIGURE_NAMES, targetWords } from './exports/words';
export type { ObjectiveLine } from './objectives/line';
export type { CountedRehousings, RehousingShares } from './objectives/rehousing-counts';
export { missingToFloor } from './objectives/missing';
export type { ShownObjectives } from './objectives/masked-objectives';
export { ObjectivesReports, type ObjectivesQuery } from './objectives/objectives-report';
export type { ObjectivesReport } from './objectives/reported';
export { entitiesAt, placeOfEntity, type NamedEntity } from './report/report-groups';
