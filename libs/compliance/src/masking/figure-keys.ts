import { countedAt } from '../figures/counters';
import { PRINTED } from '../figures/definitions';
import { isPublicFigureCode } from '../figures/figure';

/**
 * Figures are of counts, and one count stands in several of them: « all leases » is the denominator of a dozen. A count has one key, wherever it
 * stands, so that it is masked everywhere or nowhere.
 */
export interface FigureKeys {
  readonly numerator: string;
  readonly denominator: string;
}

const KEYS: ReadonlyMap<string, FigureKeys> = new Map(
  PRINTED.map(({ code, numerator, denominator }) => [
    code,
    { numerator: countedAt(numerator).join('+'), denominator: countedAt(denominator).join('+') },
  ]),
);

/** The key of all leases. */
export const LEASES = KEYS.get('ALLOCATIONS')!.denominator;

export function keysOf(code: string): FigureKeys {
  return KEYS.get(code) ?? { numerator: code, denominator: LEASES };
}

/** The keys that are denominators of a figure. */
export const DENOMINATORS: ReadonlySet<string> = new Set([...KEYS.values()].map(({ denominator }) => denominator));

/** A count and counts that are parts of it, without overlap. `exact`: they are all of it. */
export interface Nesting {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly exact?: true;
}

const n = (code: string): string => keysOf(code).numerator;
const d = (code: string): string => keysOf(code).denominator;
const CELLS = ['LOW_IN', 'LOW_OUTSIDE', 'MEDIUM_IN', 'MEDIUM_OUTSIDE', 'HIGH_IN', 'HIGH_OUTSIDE'];
const cell = (quartile: string, of: string): string => `${quartile}_FRAGILITY_${of}_QPV`;
const QUARTILES = ['Q1', 'Q2', 'Q34'];

const IN_QPV = d('Q234_IN_QPV');
const OUTSIDE_QPV = d('Q1_REHOUSED_OUTSIDE_QPV');

const NESTINGS: readonly Nesting[] = [
  { whole: LEASES, parts: [IN_QPV, OUTSIDE_QPV], exact: true },
  { whole: LEASES, parts: QUARTILES.map(n) },
  { whole: LEASES, parts: CELLS.map((of) => d(cell('Q1', of))) },
  ...(['_IN', '_OUTSIDE'] as const).map((place) => ({
    whole: place === '_IN' ? IN_QPV : OUTSIDE_QPV,
    parts: CELLS.filter((of) => of.endsWith(place)).map((of) => d(cell('Q1', of))),
  })),
  ...CELLS.map((of) => ({ whole: d(cell('Q1', of)), parts: QUARTILES.map((quartile) => n(cell(quartile, of))) })),
  ...QUARTILES.map((quartile) => ({ whole: n(quartile), parts: CELLS.map((of) => n(cell(quartile, of))) })),
  { whole: n('Q234_IN_QPV'), parts: [n('Q34_IN_QPV')] },
];

/** How the counts of figures are nested within one group: as above, and each numerator in its denominator, so that their difference gives nothing back. */
export function nestingsOf(codes: readonly string[]): readonly Nesting[] {
  const pairs = codes.map(keysOf).filter(({ numerator, denominator }) => numerator !== denominator);
  const known = new Set(codes.filter((code) => !isPublicFigureCode(code)));
  const split = pairs.map(({ numerator, denominator }): Nesting => ({ whole: denominator, parts: [numerator] }));
  return known.size > 0 ? [...NESTINGS, ...split] : split;
}
