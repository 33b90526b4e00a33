import type { WrittenObjective } from './written-convention';

/** An exact value: `parts` over `whole`, both whole numbers. */
export interface Value {
  readonly parts: number;
  readonly whole: number;
}

/** The counts of a figure. Where the denominator is 0, there is no rate. */
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

/** The target and the status of a figure, from all the objectives about it. */
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

/** The aims of an objective. It has none where it only tends to a value, or is only monitored. */
export function aimsOf({ operateur, valeur }: WrittenObjective): Aim[] {
  if (operateur === 'zero') return [{ key: 'max', value: { parts: 0, whole: 1 } }];
  if (operateur !== 'min' && operateur !== 'max' && operateur !== 'equal') return [];
  return [{ key: operateur, value: valueOf(valeur!) }];
}

export interface Aim {
  readonly key: 'min' | 'max' | 'equal';
  readonly value: Value;
}

/** Compares without dividing, so that the result is exact. */
export function reached({ numerator, denominator }: Count, { key, value }: Aim): boolean {
  if (key === 'min') return numerator * value.whole >= value.parts * denominator;
  if (key === 'max') return numerator * value.whole <= value.parts * denominator;
  return nearestPercent(numerator, denominator) === nearestPercent(value.parts, value.whole);
}

/** Half a percent is rounded up. */
function nearestPercent(parts: number, whole: number): number {
  return Math.floor((200 * parts + whole) / (2 * whole));
}
