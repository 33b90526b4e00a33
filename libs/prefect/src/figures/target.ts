import { CodedError, type Day, type Share } from '#kernel';

/** L441-1: a quarter at least of the leases outside QPV go to the first quartile or to rehoused households. */
export const LAW_TARGET: Share = { numerator: 1, denominator: 4 };

/**
 * The one place where a convention is asked what it aims at for a landlord; `on` is the last day of the half-year, whose values
 * hold for the whole of it. Undefined where it sets nothing: the law's share then holds.
 */
export type PrefectTargets = (landlord: string, on: Day) => Share | undefined;

/** Without a convention. */
export const LAW_ALONE: PrefectTargets = () => undefined;

/** @throws CodedError `target-out-of-range` where no number of further leases could reach it: a target is under 1 */
export function checkedTarget(target: Share): Share {
  const { numerator, denominator } = target;
  const isShare = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (isShare && numerator >= 0 && numerator < denominator) return target;
  throw new CodedError('target-out-of-range', `no target of a half-year: ${numerator}/${denominator}`);
}
