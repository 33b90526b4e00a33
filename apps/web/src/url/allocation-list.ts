import type { Dictionary, DictionaryList } from '../api/dictionary';
import type { paths } from '../api/schema';
import type { Filter, Option } from './filters';
import { stringifySearch, type Search } from './search';

export type AllocationQuery = NonNullable<paths['/api/allocations']['get']['parameters']['query']>;

/** Parameters of the list that are no filter, or that have a place of their own on the page. */
type OtherName = 'from' | 'to' | 'figure' | 'part' | 'sort' | 'as-of' | 'wait' | 'cursor' | 'limit' | 'facets';
type FilterName = Exclude<keyof AllocationQuery, OtherName>;

/** The page's own words in the address, which the API does not know: columns, codes, the saved view. */
const OWN = ['colonnes', 'codes', 'vue'] as const;

export const PAGE_SIZES = ['50', '100', '200'] as const;
export const PAGE_SIZE = '100';

/** What the address asks of the API, but for the page: the same for the list, its figures and its files. */
export function listQuery(search: Search): Search {
  const query: Record<string, Search[string]> = { ...search };
  for (const name of [...OWN, 'cursor', 'limit']) delete query[name];
  return query;
}

/** What one page of the list asks: its lines, and how many of the whole list are of each quartile. */
export function pageQuery(search: Search): AllocationQuery {
  const { cursor, limit = PAGE_SIZE } = search;
  const page = { limit, facets: ['quartile'], ...(cursor === undefined ? {} : { cursor }) };
  return { ...listQuery(search), ...page } as unknown as AllocationQuery;
}

/** What a file of the list holds. */
export interface ListFile {
  readonly format: string;
  /** None: all of them. */
  readonly columns: readonly string[];
  /** The names of the territory in the place of codes. */
  readonly hasLabels: boolean;
}

/** The address of the file of exactly the list that the page shows. */
export function exportAddress(search: Search, { format, columns, hasLabels }: ListFile): string {
  const labels = hasLabels ? 'true' : undefined;
  return `/api/allocations/export${stringifySearch({ ...listQuery(search), format, columns, labels })}`;
}

type Described = Omit<Filter, 'name' | 'options'> & {
  readonly options: readonly Option[] | DictionaryList;
};

const option = (value: string, label = value): Option => ({ value, label });
const YES_NO = [option('O', 'oui'), option('N', 'non')];
const YES_NO_UNKNOWN = [...YES_NO, option('inconnu')];

export const QUARTILE_OPTIONS: readonly Option[] = [
  option('1', '1er'),
  option('2', '2e'),
  option('3', '3e'),
  option('4', '4e'),
  option('2-4', '2e à 4e'),
  option('3-4', '3e ou 4e'),
  option('inconnu'),
];

export const APPLICATION_OPTIONS = [option('premier_acces', 'premier accès'), option('mutation')];

export const COMPOSITION_OPTIONS = [
  option('seul', 'personne seule'),
  option('couple'),
  option('couple_enfants', 'couple avec enfants'),
  option('monoparentale', 'famille monoparentale'),
  option('nombreuse', 'famille nombreuse'),
  option('autre', 'autre'),
];

export const FINANCING_OPTIONS = ['PLAI', 'PLUS', 'PLS', 'PLI'].map((code) => option(code));
export const DWELLING_OPTIONS = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'].map((code) => option(code));

/** Every filter of the API, in the order of the page. The compiler holds the two together. */
const DESCRIBED: Readonly<Record<FilterName, Described>> = {
  code_insee: { label: 'Commune', options: 'communes', isUsual: true },
  code_bailleur: { label: 'Bailleur', options: 'landlords', isUsual: true },
  code_reservataire: { label: 'Réservataire', options: 'holders', isUsual: true },
  en_qpv: { label: 'En QPV', options: YES_NO, takesOne: true, isUsual: true },
  note: {
    label: 'Note de fragilité',
    options: [...['1', '2', '3', '4', '5'].map((note) => option(note)), option('aucune', 'sans note')],
    alone: 'aucune',
    isUsual: true,
  },
  quartile: { label: 'Quartile', options: QUARTILE_OPTIONS, alone: 'inconnu', isUsual: true },
  code_residence: { label: 'Résidence', options: 'residences' },
  code_secteur: { label: 'Secteur', options: 'sectors' },
  code_qpv: { label: 'QPV', options: 'districts', takesOne: true },
  contingent: { label: 'Contingent', options: 'contingents' },
  delegue: { label: 'Délégué à une commune', options: YES_NO, takesOne: true },
  prioritaire: { label: 'Public prioritaire', options: YES_NO, takesOne: true },
  publics: { label: 'Public de la convention', options: 'publics', takesOne: true },
  reloge: { label: 'Relogement ANRU ou ORCOD', options: YES_NO, takesOne: true },
  domicile_travail: { label: 'Lien domicile-travail', options: YES_NO, takesOne: true },
  travailleur_essentiel: { label: 'Travailleur essentiel', options: YES_NO_UNKNOWN, takesOne: true },
  type_demande: { label: 'Type de demande', options: APPLICATION_OPTIONS, takesOne: true },
  composition: { label: 'Composition du ménage', options: COMPOSITION_OPTIONS },
  typologie: { label: 'Typologie', options: DWELLING_OPTIONS },
  financement: { label: 'Financement', options: [...FINANCING_OPTIONS, option('AUTRE', 'autre')] },
  premiere_mise_en_location: { label: 'Première mise en location', options: YES_NO_UNKNOWN, takesOne: true },
  annulee: { label: 'Annulée', options: YES_NO_UNKNOWN, takesOne: true },
  corrigee: { label: 'Corrigée ou annulée', options: YES_NO, takesOne: true },
};

/** The filters of the list, with the names of the territory where they are known. */
export function allocationFilters(dictionary: Dictionary | undefined): readonly Filter[] {
  return Object.entries(DESCRIBED)
    .map(([name, { options, ...described }]) => ({ ...described, name, options: optionsOf(options, dictionary) }))
    .filter(({ options, isUsual }) => isUsual || dictionary === undefined || options.length > 0);
}

function optionsOf(options: Described['options'], dictionary: Dictionary | undefined): readonly Option[] {
  if (typeof options !== 'string') return options;
  const entries = dictionary?.[options].map(({ id, label }) => option(id, label)) ?? [];
  return entries.sort((one, other) => one.label.localeCompare(other.label, 'fr'));
}
