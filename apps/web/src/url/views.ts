import { civilPeriod, type Period } from './period';
import { parseSearch, stringifySearch, type Search } from './search';

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

/** In the query of a view, in the place of `from` and `to`. */
const PERIOD = 'periode';

/** What is no part of a view: which lines of it one looks at, and as of when. */
const PASSING = ['cursor', 'as-of', 'vue', 'wait'] as const;

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

/** The query that a view keeps of an address: filters, order, columns, and the word of its period where it has one. */
export function viewQuery(search: Search, today: string): string {
  const kept: Record<string, Search[string]> = { ...search };
  for (const name of PASSING) delete kept[name];
  const word = wordOfPeriod(kept as Partial<Period>, today);
  if (word !== undefined) {
    delete kept['from'];
    delete kept['to'];
    kept[PERIOD] = word;
  }
  const names = Object.keys(kept).sort();
  return stringifySearch(Object.fromEntries(names.map((name) => [name, kept[name]]))).slice(1);
}

/** The address that the query of a view gives today. */
export function searchOfView(query: string, today: string): Search {
  const { [PERIOD]: word, ...search } = parseSearch(query);
  const known = PERIOD_WORDS.find((each) => each.word === word);
  return known === undefined ? search : { ...search, ...periodOfWord(known.word, today) };
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
