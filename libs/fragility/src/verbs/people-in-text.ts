/** Signs of a person: an e-mail address, a long number (telephone, numéro unique), a title before a capital letter. */
const SIGNS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.\w/,
  /(?:\d[\s.-]?){9}/,
  /(?:^|[^\p{L}])(?:M\.|MM\.|Mr\.?|M(?:me|mes|lle|elle)\.?|Monsieur|Madame|Mademoiselle)\s+\p{Lu}/u,
];

/** Whether a text seems to name a person. It finds these signs only: a surname alone passes, and the writer remains responsible for it. */
export function seemsToNamePeople(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
