export { csvLine, csvTable } from './csv';
export { dayOfSerial, serialOfDay } from './excel-days';
export {
  dataSheet,
  presentationSheet,
  sheet,
  type Definition,
  type Presentation,
  type Sheet,
  type Workbook,
} from './sheet';
export type { OutColumn, OutKind, OutValue, Table } from './table';
export { tableFile, xlsxTable, xlsxWorkbook } from './xlsx';
