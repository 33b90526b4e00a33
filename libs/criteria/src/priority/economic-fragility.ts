import { movedByMonths, yearOf, type Day } from '#kernel';
import type { CeilingFinancing, Ceilings } from '../ceilings/ceiling';
import { ranksOf } from '../ceilings/household-rank';
import { finding, unknownFacts, type CountedFacts, type Finding } from './criterion';

const MONTHS_OF_WAIT = 36;
/** Percent of the PLUS ceiling. */
const VERY_LOW = 35;

/** An income up to the PLAI ceiling and more than three years of wait, or an income under 35 % of the PLUS ceiling. */
export function economicallyFragile(facts: CountedFacts, on: Day, ceilings: Ceilings): Finding {
  const { taxIncome, zone, appliedOn } = facts;
  if (taxIncome === null || zone === null) return unknownFacts({ taxIncome, zone });
  const { least, most } = ranksOf(facts);
  const at = (financing: CeilingFinancing) =>
    [least, most].map((rank) => ceilings.ceiling({ year: yearOf(on), zone, financing }, rank));
  const plus = at('PLUS');
  const isVeryLow = sureOf(plus, (ceiling) => 100 * taxIncome < VERY_LOW * ceiling);
  if (isVeryLow) return finding(true, 'under-35-percent-of-plus', { plus: plus[0]! });
  const plai = at('PLAI');
  const isUnderPlai = sureOf(plai, (ceiling) => taxIncome <= ceiling);
  const hasWaited = appliedOn === null ? null : on > movedByMonths(appliedOn, MONTHS_OF_WAIT);
  if (isUnderPlai && hasWaited) return finding(true, 'under-plai-and-waiting', { plai: plai[0]!, appliedOn });
  const isNeither = isVeryLow === false && (isUnderPlai === false || hasWaited === false);
  if (isNeither)
    return finding(false, isUnderPlai === false ? 'income-too-high' : 'not-waiting-enough', {
      plus: plus[1]!,
      plai: plai[1]!,
    });
  if (plus[0] === null || plai[0] === null) return finding(null, 'no-ceiling', { year: yearOf(on), zone });
  return isUnderPlai && hasWaited === null
    ? unknownFacts({ appliedOn })
    : finding(null, 'category-open', { least, most });
}

/** True or false where it is so at the lowest and at the highest rank that the facts leave open. */
function sureOf(ceilings: readonly (number | null)[], holds: (ceiling: number) => boolean): boolean | null {
  const [least, most] = ceilings.map((ceiling) => (ceiling === null ? null : holds(ceiling)));
  return least === most ? (least ?? null) : null;
}
