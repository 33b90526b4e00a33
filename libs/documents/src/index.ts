export type { Block, PrintedColumn, PrintedDocument, PrintedTable } from './document';
export {
  frenchCount,
  frenchDay,
  frenchDecimal,
  frenchEuros,
  frenchHundredths,
  frenchInstant,
  frenchMonth,
  frenchRate,
  frenchSiren,
  frenchSquareMetres,
  NONE,
} from './french';
export { headFacts, recordedByText, referenceOf, stateText, type Fact, type Issuer, type Source } from './head';
export { letterPaper, type LetterPaper } from './letter-paper';
export {
  leasesLine,
  objectivesLine,
  reportPaper,
  tableBlock,
  unknownQuartilesFact,
  unknownQuartilesText,
  type ReportPaper,
} from './report-paper';
export { printPdf } from './print-pdf';
export { roleText } from './roles';
