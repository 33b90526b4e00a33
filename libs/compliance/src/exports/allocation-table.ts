import {
  presentationSheet,
  sheet,
  type OutColumn,
  type OutKind,
  type OutValue,
  type Table,
  type Workbook,
} from '#tables';
import {
  ALLOCATION_COLUMNS,
  ALLOCATION_WORDS,
  type AllocationRow,
  type AllocationWord,
} from '../lists/allocation-columns';
import type { AllocationExport } from '../lists/allocation-lists';
import { isLabelled, LABELLED, type ListLabels } from '../lists/list-labels';
import { COLUMN_TITLES, LABEL_TITLES } from './column-titles';
import type { Criterion } from './list-criteria';

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

/** What a file shows: these columns in this order, and names in the place of codes where labels are given. */
export interface TableChoice {
  readonly columns: readonly AllocationWord[];
  readonly labels?: ListLabels | undefined;
}

export const WHOLE_TABLE: TableChoice = { columns: ALLOCATION_WORDS };

/** The list for people, under French titles. Its rows are read only once, so there is no sheet with the names of the CSV. */
export function allocationWorkbook(
  list: Pick<AllocationExport, 'pages'>,
  choice: TableChoice,
  criteria: readonly Criterion[],
): Workbook {
  return workbookOf(allocationTable(list, choice), choice, criteria);
}

/** A table of leases, what made it, and what its columns are in the CSV. */
export function workbookOf<Row>(table: Table<Row>, choice: TableChoice, criteria: readonly Criterion[]): Workbook {
  const definitions = choice.columns.map((word) => ({
    name: titleOf(word, choice),
    text: 'Colonne de la liste ; son nom dans le CSV est à côté.',
    code: headerOf(word, choice),
  }));
  const facts = presentationSheet({ title: LIST_TITLE, facts: criteria, definitions });
  return { sheets: [sheet(table, 2), { ...facts, name: 'Critères' }] };
}

export const LIST_TITLE = 'Liste des attributions';

/** The list as a table. Its columns are those of the list, under the same names. */
export function allocationTable(
  { pages }: Pick<AllocationExport, 'pages'>,
  choice: TableChoice = WHOLE_TABLE,
): Table<AllocationRow> {
  return { name: 'Attributions', columns: tableColumns(choice), rows: rowsOf(pages) };
}

export function tableColumns(choice: TableChoice): readonly OutColumn<AllocationRow>[] {
  return choice.columns.map((word) => columnOf(word, choice));
}

/** `mixite-attributions-2024-01-31`, without the extension. The day is that of the instant that the list shows. */
export function allocationFileName({ asOf }: AllocationExport): string {
  return asOf === null ? 'mixite-attributions' : `mixite-attributions-${asOf.slice(0, 10)}`;
}

function columnOf(word: AllocationWord, choice: TableChoice): OutColumn<AllocationRow> {
  return {
    header: headerOf(word, choice),
    title: titleOf(word, choice),
    kind: KINDS[ALLOCATION_COLUMNS[word].kind],
    value: (row) => cellOf(word, row, choice),
  };
}

function headerOf(word: AllocationWord, { labels }: TableChoice): string {
  return labels && isLabelled(word) ? LABELLED[word] : word;
}

function titleOf(word: AllocationWord, { labels }: TableChoice): string {
  return labels && isLabelled(word) ? LABEL_TITLES[word] : COLUMN_TITLES[word];
}

function cellOf(word: AllocationWord, row: AllocationRow, { labels }: TableChoice): OutValue {
  const value = row[word];
  const named = (code: string): string => (labels && isLabelled(word) ? labels[word](code) : code);
  if (typeof value === 'object' && value !== null) return value.map(named).join('|');
  // A spreadsheet reads `2-4` as the second of April.
  if (typeof value === 'string') return word === 'quartile' ? value.replace('-', ' à ') : named(value);
  return value;
}

async function* rowsOf(pages: AllocationExport['pages']): AsyncGenerator<AllocationRow> {
  for await (const page of pages) yield* page;
}
