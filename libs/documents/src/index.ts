export {
  noticesOf,
  textsOf,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type PrintedTable,
} from './document';
export {
  frenchCount,
  frenchDay,
  frenchDecimal,
  frenchInstant,
  frenchMonth,
  frenchRate,
  frenchSiren,
  NONE,
  unknownQuartilesText,
} from './french';
export { headFacts, headOf, recordedByText, referenceOf, stateText, type Fact, type Issuer, type Source } from './head';
export { printPdf } from './print-pdf';
