import { EDIT_COST, editCost } from '#kernel';

/** Words that do not describe the content of a column. */
const FILLERS = new Set('de du des d la le les l'.split(' '));
const NUMBER_WORDS = new Set(['n', 'no', 'num', 'nb', 'nbre']);
/** One typing mistake is accepted for so many letters, two for twice as many. */
const LETTERS_A_SLIP = 5;
const SHORTEST_WORD = 3;

/** The header that most likely means the column, among headers that name no column of ours; undefined where none looks like it. */
export function alikeHeader(column: string, headers: readonly string[]): string | undefined {
  const wanted = wordsOf(column);
  const costs = headers.flatMap((header) => {
    const words = wordsOf(header);
    const cost = editCost(wanted.join(''), words.join(''));
    return words.length > 0 && isAlike(wanted, words, cost) ? [{ header, cost }] : [];
  });
  return costs.sort((one, other) => one.cost - other.cost)[0]?.header;
}

function isAlike(wanted: readonly string[], words: readonly string[], cost: number): boolean {
  const letters = Math.min(wanted.join('').length, words.join('').length);
  if (cost <= EDIT_COST * Math.floor(letters / LETTERS_A_SLIP)) return true;
  if (wanted.join('') === words.join('')) return true;
  const [few, many] = wanted.length < words.length ? [wanted, words] : [words, wanted];
  return few.every((word) => word.length >= SHORTEST_WORD && many.includes(word));
}

/** `N° d’attribution` → numero, attribution. */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words
    .filter((word) => !FILLERS.has(word))
    .map((word) => (NUMBER_WORDS.has(word) ? 'numero' : word.replace(/s$/, '')));
}
