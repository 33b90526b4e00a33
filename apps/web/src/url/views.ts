import { civilPeriod, type Period } from './period';
import { listOf, parseSearch, stringifySearch, type Search } from './search';

/** Periods that a view keeps by their word: it shows other days as time goes on. */
export const PERIOD_WORDS = [
  { word: 'semaine', label: 'sept derniers jours' },
  { word: 'trimestre_en_cours', label: 'trimestre en cours' },
  { word: 'semestre_en_cours', label: 'semestre en cours' },
  { word: 'semestre_dernier', label: 'dernier semestre' },
  { word: 'annee_en_cours', label: 'année en cours' },
  { word: 'annee_derniere', label: 'dernière année' },
] as const;
export type PeriodWord = (typeof PERIOD_WORDS)[number]['word'];

/** What a view keeps of an address: its filters and order, its columns, and the word of its period where it has one. */
export interface ViewContent {
  readonly query: string;
  readonly columns: readonly string[];
  readonly period: PeriodWord | null;
}

/** What is no part of a view: which lines of it one looks at, and as of when. */
const PASSING = ['cursor', 'as-of', 'vue', 'wait', 'colonnes'] as const;

/** The days of a word. @param today `AAAA-MM-JJ` */
export function periodOfWord(word: PeriodWord, today: string): Period {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const half = month <= 6 ? 1 : 2;
  switch (word) {
    case 'semaine':
      return { from: daysBefore(today, 6), to: today };
    case 'trimestre_en_cours':
      return civilPeriod('quarter', year, Math.ceil(month / 3));
    case 'semestre_en_cours':
      return civilPeriod('semester', year, half);
    case 'semestre_dernier':
      return half === 2 ? civilPeriod('semester', year, 1) : civilPeriod('semester', year - 1, 2);
    case 'annee_en_cours':
      return civilPeriod('year', year);
    case 'annee_derniere':
      return civilPeriod('year', year - 1);
  }
}

/** The word that gives these days today; undefined: none does. */
export function wordOfPeriod({ from, to }: Partial<Period>, today: string): PeriodWord | undefined {
  return PERIOD_WORDS.map(({ word }) => word).find((word) => {
    const period = periodOfWord(word, today);
    return period.from === from && period.to === to;
  });
}

/** The same address gives the same content, whatever the order of its names. @param today `AAAA-MM-JJ` */
export function viewContent(search: Search, today: string): ViewContent {
  const kept: Record<string, Search[string]> = { ...search };
  for (const name of PASSING) delete kept[name];
  const period = wordOfPeriod(kept as Partial<Period>, today) ?? null;
  if (period !== null) {
    delete kept['from'];
    delete kept['to'];
  }
  const names = Object.keys(kept).sort();
  const query = stringifySearch(Object.fromEntries(names.map((name) => [name, kept[name]]))).slice(1);
  return { query, columns: listOf(search, 'colonnes'), period };
}

/** The address that a view gives today. */
export function searchOfView({ query, columns, period }: ViewContent, today: string): Search {
  const search = parseSearch(query);
  const days = period === null ? {} : periodOfWord(period, today);
  return { ...search, ...days, ...(columns.length > 0 && { colonnes: columns }) };
}

/** Whether the address still is what the view gives: another order of its names makes no difference. */
export function isView(search: Search, view: ViewContent, today: string): boolean {
  const [now, then] = [search, searchOfView(view, today)].map((each) => JSON.stringify(viewContent(each, today)));
  return now === then;
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
