import { packText } from '../pack';

/** The letters of article L441-1. */
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const;

interface Category {
  readonly code: string;
  readonly date_debut: string;
}

const CATEGORIES = (JSON.parse(packText('sqy', 'convention.json')) as { categories_prioritaires: readonly Category[] })
  .categories_prioritaires;

/** The priority categories in use in a year: those of the département's agreement, and before it the letters of the law. */
export function priorityCodes(year: number): readonly string[] {
  const agreed = CATEGORIES.filter(({ date_debut: first }) => first <= `${year}-01-01`).map(({ code }) => code);
  return agreed.length > 0 ? agreed : LETTERS;
}
