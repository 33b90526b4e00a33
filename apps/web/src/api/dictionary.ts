import { useAsOfParameter } from '../url/as-of';
import { queries } from './client';
import type { components } from './schema';

/** What the codes of the territory stand for. */
export type Dictionary = components['schemas']['TerritoryDto'];

/** The lists of the dictionary whose entries have a code and a name. */
export type DictionaryList =
  | 'communes'
  | 'sectors'
  | 'districts'
  | 'landlords'
  | 'contingents'
  | 'holders'
  | 'residences'
  | 'publics'
  | 'occupations';

/** One cached answer for all pages; undefined until it is there. Meanwhile codes are shown. */
export function useDictionary(): Dictionary | undefined {
  const asOf = useAsOfParameter();
  return queries.useQuery('get', '/api/territory', { params: { query: asOf } }).data;
}

/** The name of a code; the code itself where it has none. */
export type NameOf = (list: DictionaryList, code: string) => string;

const indexes = new WeakMap<Dictionary, ReadonlyMap<string, string>>();

export function namesIn(dictionary: Dictionary | undefined): NameOf {
  if (!dictionary) return (_list, code) => code;
  const index = indexes.get(dictionary) ?? indexOf(dictionary);
  indexes.set(dictionary, index);
  return (list, code) => index.get(`${list} ${code}`) ?? code;
}

const LISTS: readonly DictionaryList[] = [
  'communes',
  'sectors',
  'districts',
  'landlords',
  'contingents',
  'holders',
  'residences',
  'publics',
  'occupations',
];

function indexOf(dictionary: Dictionary): ReadonlyMap<string, string> {
  return new Map(LISTS.flatMap((list) => dictionary[list].map(({ id, label }) => [`${list} ${id}`, label] as const)));
}
