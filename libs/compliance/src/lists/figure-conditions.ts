import type { Where } from '#read-store';
import { CONTRIBUTES, NOTE_LEVELS, PLACES, QUARTILE_CLASSES } from '../figures/counters';
import type { AllocationDocument } from '../projections/model';

export const FIGURE_PARTS = ['numerator', 'denominator'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** Conditions on columns of allocation documents. */
type Conditions = { readonly [Column in keyof AllocationDocument]?: Where[string] };
/** Whom the denominator holds, and what tells those of its numerator among them. */
type FigureConditions = readonly [among: Conditions, counted: Conditions];

/** Unknown counts. */
const COUNTED: Conditions = { cancelled: { not: 1 } };
const ALL: Conditions = {};
/** The grid is for the existing stock; unknown is taken for it. */
const EXISTING: Conditions = { firstLetting: { not: 1 } };
const PLACE = { IN: { inQpv: 1 }, OUTSIDE: { inQpv: { not: 1 } } } as const;
const LEVEL = { LOW: { note: { in: [1, 2] } }, MEDIUM: { note: 3 }, HIGH: { note: { in: [4, 5] } } } as const;
const QUARTILE = {
  Q1: { quartile: '1' },
  Q2: { quartile: '2' },
  Q34: { quartile: { in: ['3', '4', '3-4'] } },
} as const;
const Q234: Conditions = { quartile: { in: ['2', '3', '4', '2-4', '3-4'] } };
const PRIORITY: Conditions = { priority: 1 };
const HOME_WORK: Conditions = { homeWork: 1 };
const ESSENTIAL: Conditions = { essentialWorker: 1 };
const TRANSFER: Conditions = { transfer: 1 };

const GRID = QUARTILE_CLASSES.flatMap((quartile) =>
  NOTE_LEVELS.flatMap((level) =>
    PLACES.map((place): readonly [string, FigureConditions] => [
      `${quartile}_FRAGILITY_${level}_${place}_QPV`,
      [{ ...EXISTING, ...LEVEL[level], ...PLACE[place] }, QUARTILE[quartile]],
    ]),
  ),
);

/** What the counters say of each figure, as conditions that a store can hold documents against. */
const CONDITIONS = new Map<string, FigureConditions>([
  ['ALLOCATIONS', [ALL, ALL]],
  ['Q1_REHOUSED_OUTSIDE_QPV', [PLACE.OUTSIDE, contributing('Q1_REHOUSED_OUTSIDE_QPV')]],
  ['Q234_IN_QPV', [PLACE.IN, Q234]],
  ['Q34_IN_QPV', [PLACE.IN, QUARTILE.Q34]],
  ['Q1', [ALL, QUARTILE.Q1]],
  ['Q2', [ALL, QUARTILE.Q2]],
  ['Q34', [ALL, QUARTILE.Q34]],
  ...GRID,
  ['Q12_FRAGILITY_LOW_MEDIUM', [{ ...EXISTING, note: { in: [1, 2, 3] } }, { quartile: { in: ['1', '2'] } }]],
  ['PRIORITY', [ALL, PRIORITY]],
  ['PRIORITY_Q1_IN_QPV', [{ ...PRIORITY, ...PLACE.IN }, QUARTILE.Q1]],
  ['PRIORITY_Q1_FRAGILITY_HIGH', [{ ...PRIORITY, ...LEVEL.HIGH }, QUARTILE.Q1]],
  ['HOME_WORK', [ALL, HOME_WORK]],
  ['ESSENTIAL_WORKERS', [ALL, ESSENTIAL]],
  ['ESSENTIAL_IN_HOME_WORK', [HOME_WORK, ESSENTIAL]],
  ['TRANSFERS', [ALL, TRANSFER]],
  ['TRANSFERS_CONTRIBUTING', [TRANSFER, contributing('TRANSFERS_CONTRIBUTING')]],
]);

/** The documents that a figure counts in that part; undefined where no figure has the code. */
export function figureConditions(code: string, part: FigurePart): Where | undefined {
  const conditions = CONDITIONS.get(code);
  if (!conditions) return undefined;
  const [among, counted] = conditions;
  return { ...COUNTED, ...among, ...(part === 'numerator' ? counted : ALL) };
}

/** Every sum of CONTRIBUTES that holds that counter's. */
function contributing(counter: keyof typeof CONTRIBUTES): Conditions {
  return { contributes: { in: [1, 2, 3].filter((sum) => (sum & CONTRIBUTES[counter]) !== 0) } };
}
