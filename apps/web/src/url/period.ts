import { oneOf, type Search } from './search';

/** Days in the world, both included, as `AAAA-MM-JJ`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type PeriodKind = 'year' | 'semester' | 'quarter' | 'days';

const MONTHS_OF = { year: 12, semester: 6, quarter: 3 } as const;

/** The period that the address names, or undefined where it names none, or only half of one. */
export function periodIn(search: Search): Period | undefined {
  const [from, to] = [oneOf(search, 'from'), oneOf(search, 'to')];
  return from && to ? { from, to } : undefined;
}

/**
 * A civil year, a half or a quarter of it.
 * @param part from 1; a year has one
 */
export function civilPeriod(kind: Exclude<PeriodKind, 'days'>, year: number, part = 1): Period {
  const months = MONTHS_OF[kind];
  const last = months * part;
  return { from: `${year}-${two(last - months + 1)}-01`, to: `${year}-${two(last)}-${lastDayOfMonth(year, last)}` };
}

/** Which civil period these days are, with its year and its part. */
export function kindOf({ from, to }: Period): {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly part: number;
} {
  const year = Number(from.slice(0, 4));
  for (const kind of ['year', 'semester', 'quarter'] as const) {
    const part = Math.ceil(Number(from.slice(5, 7)) / MONTHS_OF[kind]);
    const civil = civilPeriod(kind, year, part);
    if (civil.from === from && civil.to === to) return { kind, year, part };
  }
  return { kind: 'days', year, part: 1 };
}

/** « Année 2025 », « 2e semestre 2025 », « du 3 mars 2025 au 5 avril 2025 ». */
export function periodLabel(period: Period, longDay: (day: string) => string): string {
  const { kind, year, part } = kindOf(period);
  if (kind === 'year') return `Année ${year}`;
  if (kind === 'days') return `Du ${longDay(period.from)} au ${longDay(period.to)}`;
  return `${part}${part === 1 ? 'er' : 'e'} ${kind === 'semester' ? 'semestre' : 'trimestre'} ${year}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
const lastDayOfMonth = (year: number, month: number): string => two(new Date(Date.UTC(year, month, 0)).getUTCDate());
