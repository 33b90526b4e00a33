import { rateOf } from '#kernel';
import type { RehousingFacts } from '../events';

/** All that the figures read of a completed rehousing. */
export type CompletedRehousing = Pick<
  RehousingFacts,
  'stock' | 'resources' | 'costConstant' | 'surfacesKnown' | 'costConstantPerM2' | 'improved'
> & {
  /** The residence of arrival stands in no QPV on the day of the move; null where the residence is unknown. */
  readonly outsideQpv: boolean | null;
};

export interface RehousingFigure {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  /** The unrounded fraction, null where there is nothing to divide by. */
  readonly rate: number | null;
}

type Test = (rehousing: CompletedRehousing) => boolean;

interface FigureDefinition {
  readonly code: string;
  /** Who is counted, among those who are judged. */
  readonly counts: Test;
  readonly judges: Test;
}

function figure(code: string, counts: Test, judges: Test = () => true): FigureDefinition {
  return { code, counts, judges };
}

const isUnder40: Test = ({ resources }) => resources === 'under-40';
const isConstant: Test = ({ costConstant }) => costConstant === true;

/** formats.md, `report rehousing`. What is unknown is never yes. */
const DEFINITIONS: readonly FigureDefinition[] = [
  figure('REHOUSED_OUTSIDE_QPV', ({ outsideQpv }) => outsideQpv === true),
  figure('REHOUSED_NEW_OR_UNDER_5_YEARS', ({ stock }) => stock === 'neuf' || stock === 'moins_5_ans'),
  figure('REHOUSED_NEW', ({ stock }) => stock === 'neuf'),
  figure('COST_CONSTANT_UNDER_40', isConstant, isUnder40),
  figure(
    'COST_CONSTANT_UNDER_40_PER_M2',
    ({ costConstantPerM2 }) => costConstantPerM2 === true,
    (rehousing) => isUnder40(rehousing) && rehousing.surfacesKnown,
  ),
  figure(
    'COST_RISE_WITH_IMPROVEMENT_40_100',
    (rehousing) => isConstant(rehousing) || rehousing.improved === true,
    ({ resources }) => resources === '40-100',
  ),
];

/** Every code, in the order in which reports print them. */
export const REHOUSING_FIGURE_CODES: readonly string[] = DEFINITIONS.map(({ code }) => code);

/** Every figure of some completed rehousings. */
export function figuresOf(completed: readonly CompletedRehousing[]): readonly RehousingFigure[] {
  return DEFINITIONS.map(({ code, counts, judges }) => {
    const judged = completed.filter(judges);
    const share = { numerator: judged.filter(counts).length, denominator: judged.length };
    return { code, ...share, rate: rateOf(share) };
  });
}
