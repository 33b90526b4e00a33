import { consumptionUnits } from '#allocation';
import { finding, unknownFacts, type CountedFacts, type Finding } from './criterion';

/** Half of the income. */
const MOST_EFFORT = 50;
/** Cents a day for each consumption unit. */
const LEAST_LEFT = 1_000;
const DAYS_A_MONTH = 30;
/** `consumptionUnits` counts tenths. */
const TENTHS = 10;

type Budget = Pick<
  CountedFacts,
  'rent' | 'annexes' | 'charges' | 'housingBenefit' | 'monthlyIncome' | 'personsOf14OrMore' | 'childrenUnder14'
>;

/**
 * The home costs half of the income or more, or leaves less than 10 € a day for each consumption unit. The cost is rent, annexes
 * and charges less the housing benefit. Annexes that are not given cost nothing.
 */
export function effortTooHigh(budget: Budget): Finding {
  const { rent, charges, housingBenefit, monthlyIncome: income } = budget;
  if (rent === null || charges === null || housingBenefit === null || income === null)
    return unknownFacts({ rent, charges, housingBenefit, monthlyIncome: income });
  const cost = Math.max(0, rent + (budget.annexes ?? 0) + charges - housingBenefit);
  const left = income - cost;
  const units = consumptionUnits(budget.personsOf14OrMore, budget.childrenUnder14);
  // Whole percents and cents, rounded down: the comparisons beside them are exact.
  const numbers = {
    cost,
    effortPercent: income === 0 ? null : Math.floor((100 * cost) / income),
    leftByDayAndUnit: Math.floor((TENTHS * left) / (DAYS_A_MONTH * units)),
    units,
  };
  if (cost > 0 && 100 * cost >= MOST_EFFORT * income) return finding(true, 'effort', numbers);
  if (TENTHS * left < LEAST_LEFT * DAYS_A_MONTH * units) return finding(true, 'too-little-left', numbers);
  return finding(false, 'bearable', numbers);
}
