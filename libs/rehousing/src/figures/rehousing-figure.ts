import { rateOf } from '#kernel';
import type { RehousingFacts } from '../events';

/** The facts of a completed rehousing that figures read. */
export type CompletedRehousing = Pick<
  RehousingFacts,
  'stock' | 'resources' | 'costConstant' | 'surfacesKnown' | 'costConstantPerM2' | 'improved'
> & {
  /** True where the residence of arrival is in no QPV on the day of the move; null where the residence is unknown. */
  readonly outsideQpv: boolean | null;
};

/** Every code, in the order in which reports print them. */
export const REHOUSING_FIGURE_CODES = [
  'REHOUSED_OUTSIDE_QPV',
  'REHOUSED_NEW_OR_UNDER_5_YEARS',
  'REHOUSED_NEW',
  'COST_CONSTANT_UNDER_40',
  'COST_CONSTANT_UNDER_40_PER_M2',
  'COST_RISE_WITH_IMPROVEMENT_40_100',
] as const;
export type RehousingFigureCode = (typeof REHOUSING_FIGURE_CODES)[number];

export interface RehousingFigure {
  readonly code: RehousingFigureCode;
  readonly numerator: number;
  readonly denominator: number;
  /** The unrounded fraction; null where the denominator is 0. */
  readonly rate: number | null;
}

type Test = (rehousing: CompletedRehousing) => boolean;

interface FigureDefinition {
  /** Which rehousings the numerator counts, among those that `judges` accepts for the denominator. */
  readonly counts: Test;
  readonly judges: Test;
}

const isUnder40: Test = ({ resources }) => resources === 'under-40';
const isConstant: Test = ({ costConstant }) => costConstant === true;
const everyone: Test = () => true;

/** See formats.md, `report rehousing`. An unknown fact never counts as yes. */
const DEFINITIONS: Readonly<Record<RehousingFigureCode, FigureDefinition>> = {
  REHOUSED_OUTSIDE_QPV: { counts: ({ outsideQpv }) => outsideQpv === true, judges: everyone },
  REHOUSED_NEW_OR_UNDER_5_YEARS: {
    counts: ({ stock }) => stock === 'neuf' || stock === 'moins_5_ans',
    judges: everyone,
  },
  REHOUSED_NEW: { counts: ({ stock }) => stock === 'neuf', judges: everyone },
  COST_CONSTANT_UNDER_40: { counts: isConstant, judges: isUnder40 },
  COST_CONSTANT_UNDER_40_PER_M2: {
    counts: ({ costConstantPerM2 }) => costConstantPerM2 === true,
    judges: (rehousing) => isUnder40(rehousing) && rehousing.surfacesKnown,
  },
  COST_RISE_WITH_IMPROVEMENT_40_100: {
    counts: (rehousing) => isConstant(rehousing) || rehousing.improved === true,
    judges: ({ resources }) => resources === '40-100',
  },
};

/** Every figure, computed for these completed rehousings. */
export function figuresOf(completed: readonly CompletedRehousing[]): readonly RehousingFigure[] {
  return REHOUSING_FIGURE_CODES.map((code) => {
    const { counts, judges } = DEFINITIONS[code];
    const judged = completed.filter(judges);
    const share = { numerator: judged.filter(counts).length, denominator: judged.length };
    return { code, ...share, rate: rateOf(share) };
  });
}
