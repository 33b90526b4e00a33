import type { DayChoice, Territory } from './territory';

/** The day `count` days later, as `AAAA-MM-JJ`. */
export function shifted(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The chosen day of the territory, shifted as chosen. */
export function dayOfChoice({ days }: Pick<Territory, 'days'>, { pick, shift }: DayChoice): string {
  const { year, day } = days[pick % days.length]!;
  return shifted(`${year}-01-01`, day + shift);
}
