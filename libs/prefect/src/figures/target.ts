import { conventionOn, type RecordedConvention } from '#convention';
import { CodedError, compareShares, type Day, type Share } from '#kernel';

/** The figure by which a landlord's half-year is judged. */
export const PREFECTS_FIGURE = 'Q1_REHOUSED_OUTSIDE_QPV';

/** L441-1: a quarter at least of the leases outside QPV go to the first quartile or to rehoused households. */
export const LAW_TARGET: Share = { numerator: 1, denominator: 4 };

/**
 * Gives the share that the convention sets for a landlord. `on` is the last day of the half-year: its objectives apply
 * to the whole half-year. Undefined where the convention sets none: the share of the law then applies.
 */
export type PrefectTargets = (landlord: string, on: Day) => Share | undefined;

/**
 * The share that the convention sets: the highest `min` of the objectives in force on the day for this landlord and the
 * prefect's figure.
 */
export function targetsOf(recorded: RecordedConvention | null): PrefectTargets {
  if (!recorded) return () => undefined;
  return (landlord, on) => {
    const shares = conventionOn(recorded, on).objectives.flatMap(
      ({ figure, operator, scope, actor, measure, value }) => {
        const isTheirs = scope.kind === 'bailleur' && (scope.ids === null || scope.ids.includes(landlord));
        return figure === PREFECTS_FIGURE && operator === 'min' && isTheirs && !actor && measure === 'share' && value
          ? [value]
          : [];
      },
    );
    return shares.reduce<Share | undefined>((a, b) => (a && compareShares(a, b) >= 0 ? a : b), undefined);
  };
}

/** @throws CodedError `target-out-of-range` where no number of further leases could reach the target: a target is under 1 */
export function checkedTarget(target: Share): Share {
  const { numerator, denominator } = target;
  const isShare = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (isShare && numerator >= 0 && numerator < denominator) return target;
  throw new CodedError('target-out-of-range', `no target of a half-year: ${numerator}/${denominator}`);
}
