import type { ReadModel, Selection, ValueCount, Where } from '#read-store';
import { ALLOCATION_COLUMNS } from './allocation-columns';
import type { AllocationFilter } from './allocation-filter';

/**
 * The filters whose values a list counts: those of one column that holds one value for each lease. Neither a public, which may be sensitive,
 * nor a QPV, of which a lease may be in several.
 */
export const FACET_WORDS = [
  'quartile',
  'note',
  'en_qpv',
  'code_insee',
  'code_secteur',
  'code_bailleur',
  'code_residence',
  'code_reservataire',
  'contingent',
  'delegue',
  'prioritaire',
  'reloge',
  'domicile_travail',
  'travailleur_essentiel',
  'type_demande',
  'composition',
  'typologie',
  'financement',
  'premiere_mise_en_location',
  'annulee',
  'corrigee',
] as const satisfies readonly (keyof typeof ALLOCATION_COLUMNS)[];
export type FacetWord = (typeof FACET_WORDS)[number];

/** Each is one more question to the store. */
export const MOST_FACETS = 6;

export interface FacetValue {
  /** As the filter writes it; null: leases without a value, which this filter cannot ask for. */
  readonly value: string | null;
  readonly count: number;
}

/** How many leases of the list have each value of a filter, whatever that filter itself asks for. */
export interface Facet {
  readonly filter: FacetWord;
  readonly values: readonly FacetValue[];
}

/** How the filters that can ask for leases without a value do it. */
const WITHOUT_VALUE: Readonly<Partial<Record<FacetWord, string>>> = {
  quartile: 'inconnu',
  note: 'aucune',
  travailleur_essentiel: 'inconnu',
  premiere_mise_en_location: 'inconnu',
  annulee: 'inconnu',
};

/** The filter without what it asks of one column: so each value of it can be counted. */
export function withoutFacet(filter: AllocationFilter, facet: FacetWord): AllocationFilter {
  const { [ALLOCATION_COLUMNS[facet].field]: _own, ...where } = filter.where;
  return { ...filter, where };
}

/** @param where without what the filter itself asks for */
export async function facetOf(
  word: FacetWord,
  selection: Pick<Selection, 'collection' | 'scope'> & { readonly where: Where },
  model: ReadModel,
): Promise<Facet> {
  const counts = await model.countBy(selection, ALLOCATION_COLUMNS[word].field);
  return { filter: word, values: counts.map((each) => facetValue(word, each)) };
}

function facetValue(word: FacetWord, { value, count }: ValueCount): FacetValue {
  if (value === null) return { value: WITHOUT_VALUE[word] ?? null, count };
  switch (ALLOCATION_COLUMNS[word].kind) {
    case 'flag':
      return { value: value === 1 ? 'O' : 'N', count };
    case 'application':
      return { value: value === 1 ? 'mutation' : 'premier_acces', count };
    default:
      return { value: String(value), count };
  }
}
