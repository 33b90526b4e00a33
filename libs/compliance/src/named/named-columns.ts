import type { SealedAllocationFacts } from '#allocation';
import type { OutColumn } from '#tables';
import { ALLOCATION_WORDS, type AllocationRow, type AllocationWord } from '../lists/allocation-columns';

/** The sealed columns that a named list adds: they tell whose lease it is, and which. No income, no category. */
const FIELDS = {
  numero_attribution: 'allocationNumber',
  numero_unique: 'householdNumber',
  reference_logement: 'dwellingReference',
} as const satisfies Readonly<Record<string, keyof SealedAllocationFacts>>;

export type NamingWord = keyof typeof FIELDS;
export const NAMING_WORDS = Object.keys(FIELDS) as readonly NamingWord[];
export type NamedWord = NamingWord | AllocationWord;
export const NAMED_WORDS: readonly NamedWord[] = [...NAMING_WORDS, ...ALLOCATION_WORDS];

const TITLES: Readonly<Record<NamingWord, string>> = {
  numero_attribution: 'Numéro d’attribution',
  numero_unique: 'Numéro unique',
  reference_logement: 'Référence du logement',
};

/** A row with its sealed columns; they are null where the household was erased. */
export type NamedRow = AllocationRow & Readonly<Record<NamingWord, string | null>>;

export function namedRow(row: AllocationRow, sealed: SealedAllocationFacts | undefined): NamedRow {
  const names = NAMING_WORDS.map((word) => [word, sealed?.[FIELDS[word]] ?? null] as const);
  return { ...row, ...(Object.fromEntries(names) as Record<NamingWord, string | null>) };
}

export function isNaming(word: NamedWord): word is NamingWord {
  return Object.hasOwn(FIELDS, word);
}

export function namingColumn(word: NamingWord): OutColumn<NamedRow> {
  return { header: word, title: TITLES[word], kind: 'text', value: (row) => row[word] };
}
