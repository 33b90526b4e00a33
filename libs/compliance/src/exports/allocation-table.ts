import type { OutColumn, OutKind, OutValue, Table } from '#tables';
import {
  ALLOCATION_COLUMNS,
  ALLOCATION_WORDS,
  type AllocationRow,
  type AllocationWord,
} from '../lists/allocation-columns';
import type { AllocationExport } from '../lists/allocation-lists';

type ColumnKind = (typeof ALLOCATION_COLUMNS)[AllocationWord]['kind'];

const KINDS: Readonly<Record<ColumnKind, OutKind>> = {
  text: 'text',
  day: 'day',
  integer: 'integer',
  flag: 'yes-no',
  application: 'text',
  list: 'text',
  publics: 'text',
};

/** The list as a table. Its columns are those of the list, under the same names. */
export function allocationTable({ pages }: AllocationExport): Table<AllocationRow> {
  return { name: 'Attributions', columns: ALLOCATION_WORDS.map(columnOf), rows: rowsOf(pages) };
}

/** `mixite-attributions-2024-01-31`, without the extension. The day is that of the instant that the list shows. */
export function allocationFileName({ asOf }: AllocationExport): string {
  return asOf === null ? 'mixite-attributions' : `mixite-attributions-${asOf.slice(0, 10)}`;
}

function columnOf(word: AllocationWord): OutColumn<AllocationRow> {
  return { header: word, kind: KINDS[ALLOCATION_COLUMNS[word].kind], value: (row) => cellOf(word, row) };
}

function cellOf(word: AllocationWord, row: AllocationRow): OutValue {
  const value = row[word];
  if (typeof value === 'object' && value !== null) return value.join('|');
  // A spreadsheet reads `2-4` as the second of April.
  return word === 'quartile' && typeof value === 'string' ? value.replace('-', ' à ') : value;
}

async function* rowsOf(pages: AllocationExport['pages']): AsyncGenerator<AllocationRow> {
  for await (const page of pages) yield* page;
}
