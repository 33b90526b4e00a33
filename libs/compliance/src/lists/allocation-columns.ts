import type { AllocationDocument } from '../projections/model';
import type { ListedPublics } from './publics';

/** A value as JSON shows it; files write `O` and `N` for yes and no, and a list separated by `|`. */
export type CellValue = string | number | boolean | readonly string[] | null;

/** One allocation as lists show it: with the column names of the files, without personal data. */
export type AllocationRow = { readonly [Word in AllocationWord]: CellValue };

interface ColumnDefinition {
  /** The field of the document. A list may filter and sort by these fields only. */
  readonly field: keyof AllocationDocument;
  readonly kind: 'text' | 'day' | 'integer' | 'flag' | 'application' | 'list' | 'publics';
  readonly sortable?: true;
}

/**
 * The columns of lists, in their order. `identifiant` is the random internal id. The numbers of applications and of
 * allocations are sealed, so lists neither show them nor sort by them.
 */
export const ALLOCATION_COLUMNS = {
  identifiant: { field: 'allocation', kind: 'text' },
  date_bail: { field: 'day', kind: 'day', sortable: true },
  date_caleol: { field: 'commissionOn', kind: 'day', sortable: true },
  code_residence: { field: 'residence', kind: 'text', sortable: true },
  code_insee: { field: 'commune', kind: 'text', sortable: true },
  code_secteur: { field: 'sector', kind: 'text', sortable: true },
  code_bailleur: { field: 'landlord', kind: 'text', sortable: true },
  code_qpv: { field: 'districts', kind: 'list' },
  en_qpv: { field: 'inQpv', kind: 'flag' },
  note: { field: 'note', kind: 'integer', sortable: true },
  typologie: { field: 'dwellingType', kind: 'text', sortable: true },
  financement: { field: 'financing', kind: 'text', sortable: true },
  premiere_mise_en_location: { field: 'firstLetting', kind: 'flag' },
  annulee: { field: 'cancelled', kind: 'flag' },
  code_reservataire: { field: 'holder', kind: 'text', sortable: true },
  contingent: { field: 'contingent', kind: 'text', sortable: true },
  delegue: { field: 'delegated', kind: 'flag' },
  type_demande: { field: 'transfer', kind: 'application' },
  quartile: { field: 'quartile', kind: 'text', sortable: true },
  prioritaire: { field: 'priority', kind: 'flag' },
  reloge: { field: 'rehoused', kind: 'flag' },
  domicile_travail: { field: 'homeWork', kind: 'flag' },
  travailleur_essentiel: { field: 'essentialWorker', kind: 'flag' },
  composition: { field: 'composition', kind: 'text' },
  publics: { field: 'publics', kind: 'publics' },
  corrigee: { field: 'corrected', kind: 'flag' },
} as const satisfies Readonly<Record<string, ColumnDefinition>>;

export type AllocationWord = keyof typeof ALLOCATION_COLUMNS;
export const ALLOCATION_WORDS = Object.keys(ALLOCATION_COLUMNS) as readonly AllocationWord[];

const definitions: Readonly<Record<AllocationWord, ColumnDefinition>> = ALLOCATION_COLUMNS;
export const SORT_WORDS: readonly AllocationWord[] = ALLOCATION_WORDS.filter((word) => definitions[word].sortable);

export function rowOf(document: AllocationDocument, publics: ListedPublics): AllocationRow {
  const row: Partial<Record<AllocationWord, CellValue>> = {};
  for (const word of ALLOCATION_WORDS) row[word] = cellOf(definitions[word], document, publics);
  return row as AllocationRow;
}

function cellOf({ field, kind }: ColumnDefinition, document: AllocationDocument, publics: ListedPublics): CellValue {
  if (kind === 'publics') return publics.of(document.publics);
  const value = document[field];
  if (value === null) return null;
  if (kind === 'flag') return value === 1;
  if (kind === 'application') return value === 1 ? 'mutation' : 'premier_acces';
  return value;
}
