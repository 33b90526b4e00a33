import { rateOf, type Json } from '#kernel';
import { countedAt, TOTAL_INDEX } from './counters';
import { PRINTED, UNPRINTED, type FigureDefinition, type FigurePart } from './definitions';

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
  /** The unrounded fraction; null where the denominator is 0. */
  readonly rate: number | null;
  readonly target: Json;
  readonly status: 'met' | 'missed' | null;
}

/** How a convention judges one figure. */
export type Judgement = Pick<Figure, 'target' | 'status'>;
/** Judges figures by a convention. Without a convention, no figure is judged. */
export type FigureTargets = (figure: Pick<Figure, 'code' | 'scope' | 'numerator' | 'denominator'>) => Judgement;

/** Every code, in the order in which reports print them. */
export const FIGURE_CODES: readonly string[] = PRINTED.map(({ code }) => code);
/** The codes of the figures that no report prints. */
export const UNPRINTED_CODES: readonly string[] = UNPRINTED.map(({ code }) => code);

/** The indexes of a vector whose counts add up to each part of a figure. */
interface FigureCounters extends Readonly<Record<FigurePart, readonly number[]>> {
  readonly code: string;
}

const PRINTED_COUNTERS = PRINTED.map(countersOfFigure);
const BY_CODE = new Map([...PRINTED_COUNTERS, ...UNPRINTED.map(countersOfFigure)].map((each) => [each.code, each]));

function countersOfFigure({ code, numerator, denominator }: FigureDefinition): FigureCounters {
  return { code, numerator: countedAt(numerator), denominator: countedAt(denominator) };
}

/** The counts of one figure, from the vector of a group. Undefined for a code that is neither in FIGURE_CODES nor in UNPRINTED_CODES. */
export function figureCounts(
  code: string,
  vector: readonly number[],
): Pick<Figure, 'numerator' | 'denominator'> | undefined {
  const counters = BY_CODE.get(code);
  return counters && countsOf(counters, vector);
}

function countsOf(
  { numerator, denominator }: FigureCounters,
  vector: readonly number[],
): Pick<Figure, 'numerator' | 'denominator'> {
  return { numerator: sumOf(numerator, vector), denominator: sumOf(denominator, vector) };
}

function sumOf(indexes: readonly number[], vector: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (vector[index] ?? 0), 0);
}

const NOT_JUDGED: Judgement = { target: null, status: null };
const PUBLIC_PREFIX = 'PUBLIC_';

/** The code of the figure of a public: leases to households of this public, among all leases. */
export function publicFigureCode(code: string): string {
  return `${PUBLIC_PREFIX}${code.toUpperCase()}`;
}

/** Whether the compliance report prints the figure. */
export function isPrinted(code: string): boolean {
  return FIGURE_CODES.includes(code) || isPublicFigureCode(code);
}

export function isPublicFigureCode(code: string): boolean {
  return code.startsWith(PUBLIC_PREFIX) && code.length > PUBLIC_PREFIX.length;
}

/** One figure for each public, in the order given, from the counts of a group and of each public in it (without a vector: 0). */
export function publicFigures(
  publics: readonly { readonly code: string; readonly vector?: readonly number[] }[],
  vector: readonly number[],
  scope: FigureScope,
  targets: FigureTargets = () => NOT_JUDGED,
): Figure[] {
  return publics.map((each) => {
    const counts = { numerator: each.vector?.[TOTAL_INDEX.leases] ?? 0, denominator: vector[TOTAL_INDEX.leases] ?? 0 };
    return judged({ code: publicFigureCode(each.code), scope, ...counts }, targets);
  });
}

/** Every printed figure of a group, or those of these codes, from its counts. */
export function figuresFrom(
  vector: readonly number[],
  scope: FigureScope,
  targets: FigureTargets = () => NOT_JUDGED,
  codes?: readonly string[],
): Figure[] {
  const wanted = codes ? [...BY_CODE.values()].filter(({ code }) => codes.includes(code)) : PRINTED_COUNTERS;
  return wanted.map((counters) => judged({ code: counters.code, scope, ...countsOf(counters, vector) }, targets));
}

/** The first of the codes that is no figure of a territory with these publics; undefined where all are. */
export function unknownFigure(
  codes: readonly string[],
  publics: readonly { readonly code: string }[],
): string | undefined {
  const ofPublics = publics.map(({ code }) => publicFigureCode(code));
  return codes.find((code) => !BY_CODE.has(code) && !ofPublics.includes(code));
}

function judged(counted: Pick<Figure, 'code' | 'scope' | 'numerator' | 'denominator'>, targets: FigureTargets): Figure {
  const { target, status } = targets(counted);
  return { ...counted, rate: rateOf(counted), target, status };
}
