import { codesOf, kindsOf, type Actor, type ScopeKind } from '#access';
import type { Letterhead } from '#convention';
import { frenchCount, frenchDay, frenchInstant, headFacts, roleText } from '#documents';
import type { Day, Instant } from '#kernel';
import type { Position } from '#event-store';
import { ALLOCATION_WORDS, type AllocationWord } from '../lists/allocation-columns';
import { isLabelled, type ListLabels } from '../lists/list-labels';
import { COLUMN_TITLES } from './column-titles';
import { figureWords } from './words';

/** A name and a value: a line of the criteria. */
export type Criterion = readonly [name: string, value: string];

/** What made a file: its filters in words, its period, its state, who asked for it and when. */
export interface FileCriteria {
  /** The parameters of the request, as the list has them. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly total: number;
  readonly actor: Pick<Actor, 'role' | 'scope'>;
  readonly madeAt: Instant;
  readonly labels: ListLabels;
  readonly letterhead: Letterhead;
  readonly state: { readonly asOf: Instant | null; readonly position: Position | null };
}

/** The column whose labels name the codes of a scope. */
const BODIES = {
  landlord: 'code_bailleur',
  holder: 'code_reservataire',
  commune: 'code_insee',
} as const satisfies Record<ScopeKind, keyof ListLabels>;

/** Parameters that filter nothing, or that have a line of their own. */
const OTHERS = [
  'from',
  'to',
  'figure',
  'part',
  'sort',
  'as-of',
  'wait',
  'format',
  'columns',
  'labels',
  'limit',
  'cursor',
];

const VALUES: Readonly<Record<string, string>> = {
  O: 'oui',
  N: 'non',
  premier_acces: 'premier accès',
  '2-4': 'entre 2 et 4',
  '3-4': 'entre 3 et 4',
  couple_enfants: 'couple avec enfants',
};

export function listCriteria(made: FileCriteria): readonly Criterion[] {
  const { query, columns, total, madeAt, letterhead, state } = made;
  const { timeZone } = letterhead.territory;
  const about: Criterion[] = [
    ['Lignes', frenchCount(total)],
    ['Période', periodText(query)],
    ...figureOf(made),
    ...filtersOf(made),
    ['Ordre', orderText(query['sort'])],
    ['Colonnes', columns.join(', ')],
  ];
  return [
    ...headFacts(letterhead, state, about),
    ...(state.position === null ? [] : [['Position', state.position] as const]),
    ['Demandé par', whoText(made)],
    ['Établi le', frenchInstant(madeAt, timeZone)],
    ['Paramètres', parametersText(query)],
  ];
}

/** The same as a text, for a CSV that is to say of itself nothing but its rows. */
export function criteriaText(title: string, criteria: readonly Criterion[]): string {
  return ['\ufeff' + title, '', ...criteria.map(([name, value]) => `${name} : ${value}`), ''].join('\r\n');
}

function periodText({ from, to }: FileCriteria['query']): string {
  const [first, last] = [from, to].map((day) => (typeof day === 'string' ? frenchDay(day as Day) : undefined));
  if (first && last) return `baux signés du ${first} au ${last}`;
  if (first) return `baux signés depuis le ${first}`;
  return last ? `baux signés jusqu’au ${last}` : 'toutes les dates de signature';
}

function figureOf({ query: { figure, part }, letterhead }: FileCriteria): readonly Criterion[] {
  if (typeof figure !== 'string') return [];
  const { name, definition } = figureWords(figure, letterhead.publics);
  const counted = part === 'numerateur' ? 'ce que compte son numérateur' : 'ce que compte son dénominateur';
  return [['Chiffre', `${name} (${figure}), ${counted}. ${definition}`]];
}

function filtersOf({ query, labels }: FileCriteria): readonly Criterion[] {
  return ALLOCATION_WORDS.filter((word) => query[word] !== undefined && !OTHERS.includes(word)).map((word) => {
    const values = [query[word]].flat().map((value) => valueText(word, String(value), labels));
    return [filterName(word), values.join(' ou ')];
  });
}

function filterName(word: AllocationWord): string {
  return COLUMN_TITLES[word].replace(/^Code (?:de la |du |INSEE de la )|^SIREN ou code du /, '').replace(/^./, upper);
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

/** « Nom (code) » */
function valueText(word: AllocationWord, value: string, labels: ListLabels): string {
  if (!isLabelled(word)) return VALUES[value] ?? value;
  const label = labels[word](value);
  return label === value ? value : `${label} (${value})`;
}

function orderText(sort: unknown): string {
  const words = typeof sort === 'string' ? sort.split(',') : ['date_bail'];
  return words
    .map((word) => {
      const title = COLUMN_TITLES[word.replace('-', '') as AllocationWord];
      return `${title}, ${word.startsWith('-') ? 'décroissant' : 'croissant'}`;
    })
    .join(' ; puis ');
}

/** The role and the body, and no person's name. */
function whoText({ actor: { role, scope }, labels }: FileCriteria): string {
  const bodies = kindsOf(scope).flatMap((kind) =>
    codesOf(scope, kind).map((code) => valueText(BODIES[kind], code, labels)),
  );
  return bodies.length === 0 ? roleText(role) : `${roleText(role)} : ${bodies.join(', ')}`;
}

/** What to give the list to see the same lines. */
function parametersText(query: FileCriteria['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (!['format', 'columns', 'labels', 'wait', 'limit', 'cursor'].includes(name))
      for (const each of [value].flat()) if (each !== undefined) parameters.append(name, String(each));
  return parameters.size === 0 ? 'aucun' : parameters.toString();
}
