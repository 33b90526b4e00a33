export { BesideModule } from './beside.module';
export { FlowOfVacancy, type FlowOfOrientation } from './queries/flow-of-vacancy';
export { ReadVacancy, ReadVacancyHistory } from './queries/read-vacancy';
export { DeclareDwellingFree, RunVacancy, TryVacancy } from './recording/vacancy-commands';
export {
  CountQpvCommissions,
  QPV_FIGURE_COLUMNS,
  qpvFigureRows,
  qpvFiguresTable,
  type QpvFigures,
} from './qpv-commissions/qpv-figures';
export type { RefusalsFilter } from './refusals/refusals-projection';
export { ReportRefusals, type RefusalsReport } from './refusals/refusals-report';
export { REFUSAL_COLUMNS, refusalsTable } from './refusals/refusals-table';
