import type { Objective } from '#convention';
import { compareShares, type JsonObject, type Share } from '#kernel';
import type { Judgement } from '../figures/figure';

/** The aim of all the objectives on one figure together, in exact shares. */
export interface Aim {
  /** The target as reports print it. */
  readonly target: JsonObject;
  readonly min: Share | undefined;
  readonly max: Share | undefined;
  /** The shares of all the objectives of equality. */
  readonly equals: readonly Share[];
}

type Counts = Share;

/**
 * The highest floor, the lowest ceiling, every equality of the objectives on a share; undefined where none of them aims
 * at a value. An objective on a count is judged by itself: `judgedCount`.
 */
export function aimOf(all: readonly Objective[]): Aim | undefined {
  const objectives = all.filter(({ measure }) => measure === 'share');
  const valued = (operator: Objective['operator']) =>
    objectives.flatMap((objective) => (objective.operator === operator && objective.value ? objective.value : []));
  const zeros = objectives.filter(({ operator }) => operator === 'zero').map(() => NOTHING);
  const min = valued('min').reduce(higher, undefined);
  const max = [...valued('max'), ...zeros].reduce(lower, undefined);
  const equals = valued('equal');
  if (!min && !max && equals.length === 0) return undefined;
  return { min, max, equals, target: targetOf(min, max, equals) };
}

/** Judges counts by an aim: `met` where every part of the aim holds, null where there is no aim or the denominator is 0. */
export function judged(aim: Aim | undefined, counts: Counts): Judgement {
  if (!aim) return { target: null, status: null };
  const { target } = aim;
  if (counts.denominator === 0) return { target, status: null };
  return { target, status: holds(aim, counts) ? 'met' : 'missed' };
}

const COUNTED = ['min', 'max', 'equal'] as const;

/** Judges the count of a numerator by an objective on a count; null where the objective aims at no value. */
export function judgedCount({ operator, value }: Objective, { numerator }: Counts): Judgement {
  const aim = COUNTED.find((each) => each === operator);
  if (!aim || !value) return { target: null, status: null };
  const { numerator: wanted } = value;
  const isMet = aim === 'min' ? numerator >= wanted : aim === 'max' ? numerator <= wanted : numerator === wanted;
  return { target: { [aim]: wanted }, status: isMet ? 'met' : 'missed' };
}

/** A share in percent, rounded exactly to the nearest whole number, half up. */
export function nearestPercent({ numerator, denominator }: Share): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return Number((200n * n + d) / (2n * d));
}

const NOTHING: Share = { numerator: 0, denominator: 1 };

function holds({ min, max, equals }: Aim, counts: Counts): boolean {
  if (min && compareShares(counts, min) < 0) return false;
  if (max && compareShares(counts, max) > 0) return false;
  return equals.every((equal) => nearestPercent(counts) === nearestPercent(equal));
}

function targetOf(min: Share | undefined, max: Share | undefined, equals: readonly Share[]): JsonObject {
  const equal = equals.reduce<Share | undefined>(higher, undefined);
  return {
    ...(min && { min: numberOf(min) }),
    ...(max && { max: numberOf(max) }),
    ...(equal && { equal: numberOf(equal) }),
  };
}

function numberOf({ numerator, denominator }: Share): number {
  return numerator / denominator;
}

function higher(a: Share | undefined, b: Share): Share {
  return a && compareShares(a, b) >= 0 ? a : b;
}

function lower(a: Share | undefined, b: Share): Share {
  return a && compareShares(a, b) <= 0 ? a : b;
}
