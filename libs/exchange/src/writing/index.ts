export { csvTable } from './csv';
export type { OutColumn, OutKind, OutValue, Table } from './table';
export { template } from './template';
export { xlsxTable } from './xlsx';
