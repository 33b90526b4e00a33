export {
  footText,
  noticesOf,
  stateText,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type PrintedTable,
  type Source,
} from './document';
export { frenchCount, frenchDay, frenchDecimal, frenchInstant, frenchMonth, frenchRate, NONE } from './french';
export { printPdf } from './print-pdf';
