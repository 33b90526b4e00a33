import { all, any, is, kept, notYes, yes, type Condition } from './condition';

export const FIGURE_PARTS = ['numerator', 'denominator'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** A figure: the leases that it counts in each of its parts. */
export interface FigureDefinition extends Readonly<Record<FigurePart, Condition>> {
  readonly code: string;
}

/** A cancelled lease counts nowhere. A lease that is not known to be cancelled counts. */
const COUNTED = notYes('cancelled');

const IN_QPV = yes('inQpv');
const OUTSIDE_QPV = notYes('inQpv');
const Q1 = is('quartile', '1');
const Q2 = is('quartile', '2');
/** An open range counts only where each of its quartiles would count. */
const Q34 = is('quartile', '3', '4', '3-4');
const Q234 = is('quartile', '2', '3', '4', '2-4', '3-4');
const REHOUSED = yes('rehoused');
const PRIORITY = yes('priority');
const HOME_WORK = yes('homeWork');
const ESSENTIAL = yes('essentialWorker');
const TRANSFER = yes('transfer');
/** The grid is about the existing stock. Where it is unknown whether a lease is a first letting, it is taken as existing stock. */
const EXISTING = notYes('firstLetting');
const HIGH = is('note', 4, 5);

const LEVELS = [
  ['LOW', is('note', 1, 2)],
  ['MEDIUM', is('note', 3)],
  ['HIGH', HIGH],
] as const;
const PLACES = [
  ['IN', IN_QPV],
  ['OUTSIDE', OUTSIDE_QPV],
] as const;
const QUARTILES = [
  ['Q1', Q1],
  ['Q2', Q2],
  ['Q34', Q34],
] as const;

/** @param counted the condition that the numerator adds to that of the denominator */
function figure(code: string, counted: Condition, among: Condition = all()): FigureDefinition {
  return { code, numerator: all(COUNTED, among, counted), denominator: all(COUNTED, among) };
}

const GRID = QUARTILES.flatMap(([quartile, counted]) =>
  LEVELS.flatMap(([level, noted]) =>
    PLACES.map(([place, there]) =>
      figure(`${quartile}_FRAGILITY_${level}_${place}_QPV`, counted, all(EXISTING, noted, there)),
    ),
  ),
);

/**
 * The figures that a report prints, in its order. A figure is defined here and nowhere else: its counters and its lists
 * follow from this definition.
 */
export const PRINTED: readonly FigureDefinition[] = [
  figure('ALLOCATIONS', all()),
  figure('Q1_REHOUSED_OUTSIDE_QPV', kept(1, any(Q1, REHOUSED)), OUTSIDE_QPV),
  figure('Q234_IN_QPV', Q234, IN_QPV),
  figure('Q34_IN_QPV', Q34, IN_QPV),
  figure('Q1', Q1),
  figure('Q2', Q2),
  figure('Q34', Q34),
  ...GRID,
  figure('PRIORITY', PRIORITY),
  figure('PRIORITY_Q1_IN_QPV', Q1, all(PRIORITY, IN_QPV)),
  figure('PRIORITY_Q1_FRAGILITY_HIGH', Q1, all(PRIORITY, HIGH)),
  figure('HOME_WORK', HOME_WORK),
  figure('ESSENTIAL_WORKERS', ESSENTIAL),
  figure('ESSENTIAL_IN_HOME_WORK', ESSENTIAL, HOME_WORK),
  figure('TRANSFERS', TRANSFER),
  figure(
    'TRANSFERS_CONTRIBUTING',
    kept(2, any(all(OUTSIDE_QPV, any(Q1, REHOUSED)), all(IN_QPV, Q234), PRIORITY, HOME_WORK)),
    TRANSFER,
  ),
];

const LOW_OR_MEDIUM = all(EXISTING, is('note', 1, 2, 3));
const Q1_REHOUSED = figure('Q1_REHOUSED', kept(1, any(Q1, REHOUSED)));

/**
 * Figures that no report prints. An objective may be about them, and a list may show their leases. Their counters are
 * sums of the counters of printed figures, or those of OWN_COUNTERS.
 */
export const UNPRINTED: readonly FigureDefinition[] = [
  Q1_REHOUSED,
  figure('Q12_FRAGILITY_LOW_MEDIUM', is('quartile', '1', '2'), LOW_OR_MEDIUM),
  figure('Q34_FRAGILITY_LOW_MEDIUM', Q34, LOW_OR_MEDIUM),
];

/** The parts of figures that no report prints and that no sum of other counters gives. */
export const OWN_COUNTERS: readonly Condition[] = [Q1_REHOUSED.numerator];

/** The totals that a report gives beside its figures. */
export const TOTALS = {
  leases: COUNTED,
  unknownQuartile: all(COUNTED, is('quartile', null)),
  partialQuartile: all(COUNTED, is('quartile', '2-4')),
} as const satisfies Readonly<Record<string, Condition>>;
