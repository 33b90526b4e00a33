/** What betrays a person: an address, a long number (telephone, numéro unique), a title before a capital. */
const SIGNS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.\w/,
  /(?:\d[\s.-]?){9}/,
  /(?:^|[^\p{L}])(?:M\.|MM\.|Mr\.?|M(?:me|mes|lle|elle)\.?|Monsieur|Madame|Mademoiselle)\s+\p{Lu}/u,
];

/** Whether a text seems to name a person. A net, not a proof: what it lets through is the writer's to answer for. */
export function seemsToNamePeople(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}
