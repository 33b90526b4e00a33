export { csvLine, csvTable } from './csv';
export { dayOfSerial, serialOfDay } from './excel-days';
export type { OutColumn, OutKind, OutValue, Table } from './table';
export { xlsxTable } from './xlsx';
