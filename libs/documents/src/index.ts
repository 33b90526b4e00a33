export { noticesOf, type Block, type PrintedColumn, type PrintedDocument, type PrintedTable } from './document';
export { footText, stateText, type Source } from './foot';
export { frenchCount, frenchDay, frenchDecimal, frenchInstant, frenchMonth, frenchRate, NONE } from './french';
export { printPdf } from './print-pdf';
