import { Unreadable, type CellReader } from '#shapes';

const YES_OR_NO = new Unreadable('O (oui) ou N (non) est attendu');

/** `O` or `N`, in either case. */
export const yesNo: CellReader<boolean> = {
  form: 'yes-no',
  read: (found) => {
    if (found === 'N' || found === 'n') return false;
    return found === 'O' || found === 'o' ? true : YES_OR_NO;
  },
};

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): CellReader<Word> {
  const known = new Map<string, Word>(words.map((word) => [word, word]));
  const expected = new Unreadable(`l’une de ces valeurs est attendue : ${words.join(', ')}`);
  return { form: 'choice', read: (found) => known.get(found) ?? expected };
}

/** One of a few words, and each word has its value. */
export function wordFor<Value>(values: Readonly<Record<string, Value>>): CellReader<Value> {
  const known = new Map(Object.entries(values));
  const expected = new Unreadable(`l’une de ces valeurs est attendue : ${Object.keys(values).join(', ')}`);
  return { form: 'choice', read: (found) => known.get(found) ?? expected };
}
