import type { OutColumn, OutKind, OutValue, Table } from './table';

export interface SheetColumn {
  readonly header: string;
  readonly kind: OutKind;
}

/** One sheet of a workbook. The values of a row are in the order of the columns. */
export interface Sheet {
  /** The text of the tab. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly OutValue[]> | AsyncIterable<readonly OutValue[]>;
  /** The first columns that stay visible and are printed on every page. Default: none. */
  readonly fixedColumns?: number;
  /** The header has buttons to filter and to sort. Default: yes. */
  readonly isFiltered?: boolean;
}

/** A workbook that people open. */
export interface Workbook {
  /** In the order of the tabs. The workbook opens on the first one. */
  readonly sheets: readonly Sheet[];
  /** The table of the CSV file, for programs: the last tab, and the part `sheet1.xml`. */
  readonly data?: Sheet;
}

/** What a workbook shows beside its figures. */
export interface Presentation {
  readonly title: string;
  /** The territory, the period, the instant…: a name and a value each. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The figures and the columns that need an explanation. */
  readonly definitions: readonly Definition[];
}

export interface Definition {
  readonly name: string;
  readonly text: string;
  /** The code of a figure, or the name of a column in files for programs. */
  readonly code?: string;
}

/** The table as the CSV has it: the same headers in the same order, O and N for yes and no. */
export function dataSheet<Row>(table: Table<Row>): Sheet {
  return { ...sheetOf(table, ({ header }) => header, valueOf), fixedColumns: 0 };
}

/** The table for people: its headers are the French titles, and yes and no are whole words. */
export function sheet<Row>(table: Table<Row>, fixedColumns = 0): Sheet {
  return { ...sheetOf(table, ({ title, header }) => title ?? header, spokenValueOf), fixedColumns };
}

/** The title sheet of a workbook: what it is about, then what its figures mean. */
export function presentationSheet({ title, facts, definitions }: Presentation): Sheet {
  const columns = ['Rubrique', 'Contenu', 'Code'].map((header) => ({ header, kind: 'text' as const }));
  const rows = [
    ['Document', title, null],
    ...facts.map(([name, value]) => [name, value, null]),
    ...definitions.map(({ name, text, code }) => [name, text, code ?? null]),
  ];
  return { name: 'Présentation', columns, rows, isFiltered: false };
}

function sheetOf<Row>(
  { name, columns, rows }: Table<Row>,
  headerOf: (column: OutColumn<Row>) => string,
  cellOf: (column: OutColumn<Row>, row: Row) => OutValue,
): Sheet {
  return {
    name,
    columns: columns.map((column) => ({ header: headerOf(column), kind: column.kind })),
    rows: { [Symbol.asyncIterator]: () => mapped(rows, (row) => columns.map((column) => cellOf(column, row))) },
  };
}

function valueOf<Row>(column: OutColumn<Row>, row: Row): OutValue {
  return column.value(row);
}

function spokenValueOf<Row>(column: OutColumn<Row>, row: Row): OutValue {
  const value = column.value(row);
  return typeof value === 'boolean' ? (value ? 'oui' : 'non') : value;
}

/** The rows, converted one at a time. */
async function* mapped<Row, To>(rows: Iterable<Row> | AsyncIterable<Row>, to: (row: Row) => To): AsyncGenerator<To> {
  for await (const row of rows) yield to(row);
}
