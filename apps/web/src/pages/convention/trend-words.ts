import type { components } from '../../api/schema';
import { count, percent } from '../../format/numbers';
import type { TrendPoint } from '../../parts/charts/trend-geometry';
import { aimText, type Worded } from './objective-words';

export type SeriesPoint = components['schemas']['SeriesPointDto'];

/** What an objective aims at in a point: its share, or its count. */
export function valueOf(measure: string, { numerator, rate }: Pick<SeriesPoint, 'numerator' | 'rate'>): number | null {
  return measure === 'share' ? rate : numerator;
}

export const valueText = (measure: string, value: number | null): string =>
  measure === 'share' ? percent(value) : count(value);

/** « 2025 », or « 2025 T1 » for a quarter. */
export function pointLabel({ from, to }: Pick<SeriesPoint, 'from' | 'to'>): string {
  const year = from.slice(0, 4);
  return from.slice(5, 7) === '01' && to.slice(5, 7) === '12' ? year : `${year} T${quarterOf(from)}`;
}

export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3);

export function trendPoints(measure: string, points: readonly SeriesPoint[]): TrendPoint[] {
  return points.map((point) => ({
    label: pointLabel(point),
    value: valueOf(measure, point),
    ...(point.unfinished && { isUnfinished: true }),
  }));
}

/**
 * The finding of a trend, as the title of its chart: « La part monte, de 11,7 % en 2022 à 17,9 % en 2025 ; l'objectif est au moins 25 % ».
 * A period that is not over says nothing of the direction.
 */
export function findingOf(objective: Worded, points: readonly SeriesPoint[]): string {
  const { measure } = objective;
  const told = points.filter((point) => !point.unfinished && valueOf(measure, point) !== null);
  const [first, last] = [told[0], told.at(-1)];
  const what = measure === 'share' ? 'La part' : 'Le nombre';
  const aim = aimText(objective);
  const end = aim.startsWith('suivi') ? '.' : ` ; l’objectif est ${aim}.`;
  if (!first || !last) return `Aucune période finie n’a de baux : pas de tendance${end}`;
  const at = (point: SeriesPoint) => `${valueText(measure, valueOf(measure, point))} ${inWords(point)}`;
  if (first === last) return `Une seule période finie a des baux : ${at(first)}${end}`;
  const [from, to] = [first, last].map((point) => valueText(measure, valueOf(measure, point)));
  if (from === to) return `${what} ne change pas : ${from}, ${inWords(first)} et ${inWords(last)}${end}`;
  const isUp = valueOf(measure, last)! > valueOf(measure, first)!;
  return `${what} ${isUp ? 'monte' : 'baisse'}, de ${at(first)} à ${at(last)}${end}`;
}

function inWords(point: SeriesPoint): string {
  const label = pointLabel(point);
  const [year, quarter] = label.split(' T');
  if (quarter === undefined) return `en ${year}`;
  return `au ${quarter}${quarter === '1' ? 'er' : 'e'} trimestre ${year}`;
}
