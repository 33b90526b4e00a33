import { rateOf, type Json } from '#kernel';
import { COUNTER_INDEX, NOTE_LEVELS, PLACES, QUARTILE_CLASSES, type Counter } from './counters';

export const REPORT_SCOPES = ['epci', 'commune', 'secteur', 'bailleur', 'reservataire', 'residence', 'qpv'] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];

/** What a figure is about: the territory, a commune, a landlord… */
export interface FigureScope {
  readonly kind: ReportScope;
  readonly id: string;
  readonly label: string;
}

export interface Figure {
  readonly code: string;
  readonly scope: FigureScope;
  readonly numerator: number;
  readonly denominator: number;
  /** The unrounded fraction, null where there is nothing to divide by. */
  readonly rate: number | null;
  readonly target: Json;
  readonly status: 'met' | 'missed' | null;
}

/** What a convention says of a figure. */
export type Judgement = Pick<Figure, 'target' | 'status'>;
/** How a convention judges figures; without one, nothing is judged. */
export type FigureTargets = (figure: Pick<Figure, 'code' | 'scope' | 'numerator' | 'denominator'>) => Judgement;

interface FigureDefinition {
  readonly code: string;
  /** Summed: no allocation is in two of them. */
  readonly numerator: readonly Counter[];
  readonly denominator: readonly Counter[];
}

function figure(code: string, numerator: Counter, denominator: Counter = 'ALL'): FigureDefinition {
  return { code, numerator: [numerator], denominator: [denominator] };
}

const GRID = QUARTILE_CLASSES.flatMap((quartile) =>
  NOTE_LEVELS.flatMap((level) =>
    PLACES.map((place) =>
      figure(`${quartile}_FRAGILITY_${level}_${place}_QPV`, `${quartile}_${level}_${place}`, `${level}_${place}`),
    ),
  ),
);

const DEFINITIONS: readonly FigureDefinition[] = [
  figure('ALLOCATIONS', 'ALL'),
  figure('Q1_REHOUSED_OUTSIDE_QPV', 'Q1_REHOUSED_OUTSIDE_QPV', 'OUTSIDE_QPV'),
  figure('Q234_IN_QPV', 'Q234_IN_QPV', 'IN_QPV'),
  figure('Q34_IN_QPV', 'Q34_IN_QPV', 'IN_QPV'),
  figure('Q1', 'Q1'),
  figure('Q2', 'Q2'),
  figure('Q34', 'Q34'),
  ...GRID,
  figure('PRIORITY', 'PRIORITY'),
  figure('PRIORITY_Q1_IN_QPV', 'PRIORITY_Q1_IN_QPV', 'PRIORITY_IN_QPV'),
  figure('PRIORITY_Q1_FRAGILITY_HIGH', 'PRIORITY_Q1_HIGH', 'PRIORITY_HIGH'),
  figure('HOME_WORK', 'HOME_WORK'),
  figure('ESSENTIAL_WORKERS', 'ESSENTIAL'),
  figure('ESSENTIAL_IN_HOME_WORK', 'ESSENTIAL_IN_HOME_WORK', 'HOME_WORK'),
  figure('TRANSFERS', 'TRANSFERS'),
  figure('TRANSFERS_CONTRIBUTING', 'TRANSFERS_CONTRIBUTING', 'TRANSFERS'),
];

/** Every code, in the order in which reports print them. */
export const FIGURE_CODES: readonly string[] = DEFINITIONS.map((definition) => definition.code);

const LOW_MEDIUM = ['LOW_IN', 'LOW_OUTSIDE', 'MEDIUM_IN', 'MEDIUM_OUTSIDE'] as const;

/** What an objective may be about, and a list opened on, though no report prints it. */
const UNPRINTED: readonly FigureDefinition[] = [
  {
    code: 'Q12_FRAGILITY_LOW_MEDIUM',
    numerator: LOW_MEDIUM.flatMap((cell) => [`Q1_${cell}`, `Q2_${cell}`] as const),
    denominator: LOW_MEDIUM,
  },
];
export const UNPRINTED_CODES: readonly string[] = UNPRINTED.map((definition) => definition.code);

const BY_CODE = new Map([...DEFINITIONS, ...UNPRINTED].map((definition) => [definition.code, definition]));

/** One figure's counts, of FIGURE_CODES or UNPRINTED_CODES, from those of a group; undefined for another code. */
export function figureCounts(
  code: string,
  vector: readonly number[],
): Pick<Figure, 'numerator' | 'denominator'> | undefined {
  const definition = BY_CODE.get(code);
  return definition && countsOf(definition, vector);
}

function countsOf(
  { numerator, denominator }: FigureDefinition,
  vector: readonly number[],
): Pick<Figure, 'numerator' | 'denominator'> {
  return { numerator: sumOf(numerator, vector), denominator: sumOf(denominator, vector) };
}

function sumOf(counters: readonly Counter[], vector: readonly number[]): number {
  return counters.reduce((sum, counter) => sum + (vector[COUNTER_INDEX[counter]] ?? 0), 0);
}

const NOT_JUDGED: Judgement = { target: null, status: null };
const PUBLIC_PREFIX = 'PUBLIC_';

/** The code of the figure of a convention's public: leases to households of it, among all. */
export function publicFigureCode(code: string): string {
  return `${PUBLIC_PREFIX}${code.toUpperCase()}`;
}

export function isPublicFigureCode(code: string): boolean {
  return code.startsWith(PUBLIC_PREFIX) && code.length > PUBLIC_PREFIX.length;
}

/** One figure for each public, in the order given, from the counts of a group and of each public in it (none: 0). */
export function publicFigures(
  publics: readonly { readonly code: string; readonly vector?: readonly number[] }[],
  vector: readonly number[],
  scope: FigureScope,
  targets: FigureTargets = () => NOT_JUDGED,
): Figure[] {
  return publics.map((each) => {
    const counts = { numerator: sumOf(['ALL'], each.vector ?? []), denominator: sumOf(['ALL'], vector) };
    return judged({ code: publicFigureCode(each.code), scope, ...counts }, targets);
  });
}

/** Every figure of a group, from its counts. */
export function figuresFrom(
  vector: readonly number[],
  scope: FigureScope,
  targets: FigureTargets = () => NOT_JUDGED,
): Figure[] {
  return DEFINITIONS.map((definition) =>
    judged({ code: definition.code, scope, ...countsOf(definition, vector) }, targets),
  );
}

function judged(counted: Pick<Figure, 'code' | 'scope' | 'numerator' | 'denominator'>, targets: FigureTargets): Figure {
  const { target, status } = targets(counted);
  return { ...counted, rate: rateOf(counted), target, status };
}
