import type { WrittenObjective } from './written-convention';

/** Exact: parts over whole, both whole numbers. */
export interface Value {
  readonly parts: number;
  readonly whole: number;
}

/** Counted over counted among; nothing can be said of the rate where the latter is 0. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
}

export interface NaiveJudgement {
  readonly target: Readonly<Record<string, number>> | null;
  readonly status: 'met' | 'missed' | null;
}

/** `25 %`, `12,5 %` or `1/3`. */
export function valueOf(text: string): Value {
  const [parts, whole] = text.replace('%', '/100').replace(/\s/g, '').split('/');
  const [units, decimals = ''] = parts!.split(/[.,]/);
  return { parts: Number(units! + decimals), whole: Number(whole) * 10 ** decimals.length };
}

/** A figure's target and status by all the objectives that aim at it. */
export function judged(count: Count, objectives: readonly WrittenObjective[]): NaiveJudgement {
  const aims = objectives.flatMap((each) => aimsOf(each));
  if (aims.length === 0) return { target: null, status: null };
  const target: Record<string, number> = {};
  for (const { key, value } of aims) {
    const number = value.parts / value.whole;
    const old = target[key];
    if (old === undefined || (key === 'max' ? number < old : number > old)) target[key] = number;
  }
  if (count.denominator === 0) return { target, status: null };
  return { target, status: aims.every((aim) => reached(count, aim)) ? 'met' : 'missed' };
}

/** What an objective aims at: nothing where it only tends to a value, or is monitored. */
export function aimsOf({ operateur, valeur }: WrittenObjective): Aim[] {
  if (operateur === 'zero') return [{ key: 'max', value: { parts: 0, whole: 1 } }];
  if (operateur !== 'min' && operateur !== 'max' && operateur !== 'equal') return [];
  return [{ key: operateur, value: valueOf(valeur!) }];
}

export interface Aim {
  readonly key: 'min' | 'max' | 'equal';
  readonly value: Value;
}

/** Compared without dividing. */
export function reached({ numerator, denominator }: Count, { key, value }: Aim): boolean {
  if (key === 'min') return numerator * value.whole >= value.parts * denominator;
  if (key === 'max') return numerator * value.whole <= value.parts * denominator;
  return nearestPercent(numerator, denominator) === nearestPercent(value.parts, value.whole);
}

/** Half a percent goes up. */
function nearestPercent(parts: number, whole: number): number {
  return Math.floor((200 * parts + whole) / (2 * whole));
}
