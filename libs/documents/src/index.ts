export type { Block, PrintedColumn, PrintedDocument, PrintedTable } from './document';
export { footText, stateText, type Source } from './foot';
export { frenchCount, frenchDay, frenchDecimal, frenchInstant, frenchMonth, frenchRate, NONE } from './french';
export { printPdf } from './print-pdf';
