/**
 * Words that a page shows where a text was not written in French, or where a value of a program came out. None of them is a French word too
 * (« close », « sort », « figure » are).
 */
const ENGLISH_WORDS = `
  the and of with from this that these your you loading loaded search closed open opened next previous cancel
  submit save saved delete edit add remove clear select selected choose sorted ascending descending filter
  filters column columns row rows error errors warning failed unknown missing required invalid empty yes sign
  password users settings home back toggle expand collapse show hide more less undefined null nan true false
  infinity missed landlord holder dwelling dwellings lease leases quarter half-year declared oriented designated
  decided offered accepted withdrawn january february march april may june july august october november december
  monday tuesday wednesday thursday friday saturday sunday
`;
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\d_.@/-])(${ENGLISH_WORDS.trim().split(/\s+/).join('|')})(?![\\p{L}\\d_@/-])`,
  'iu',
);
const OBJECT = /\[object \w+\]/;
/** A day or an instant as programs write it. */
const PROGRAM_DAY = /\b\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/;
/** A decimal point between digits, which is no version, no day and no article of law (« R. 441-10 », « 10.12 »). */
const DECIMAL_POINT = /(?<![\d.\p{L}-])\d+\.\d+(?![\d.])\s*(%|€|points?\b|m²)/u;
/** A thousand without its space; years and codes are no such numbers. */
const UNSPACED = /(?<![\d\p{L}_.,/’'-])\d{4,}(?![\d\p{L}_/-])/gu;
const YEAR = /^(19|20)\d\d$/;
const HYPHEN_FOR_MINUS = /(?<![\p{L}\d])-\d/u;
/** Before « % » and « € » stands a no-break space, narrow or not. Whole sentences may come from the territory's own files, as it wrote them. */
const LOOSE_UNIT = /^[^\p{L}]*\d ?[%€]|\d,\d+ ?[%€]/u;

/** What is not French in the texts of a page. */
export function faultsOfLanguage(texts: readonly string[]): readonly string[] {
  const faults = texts.flatMap((text) => {
    const found: string[] = [];
    const english = ENGLISH.exec(text)?.[1];
    if (english !== undefined) found.push(`an English word, ${english}`);
    if (OBJECT.test(text)) found.push('an object');
    if (PROGRAM_DAY.test(text)) found.push('a day as programs write it');
    if (DECIMAL_POINT.test(text)) found.push('a decimal point');
    if ((text.match(UNSPACED) ?? []).some((digits) => !YEAR.test(digits))) found.push('a number without spaces');
    if (HYPHEN_FOR_MINUS.test(text)) found.push('a hyphen for a minus');
    if (LOOSE_UNIT.test(text)) found.push('a unit without its no-break space');
    return found.map((fault) => `${fault}: « ${text.slice(0, 120)} »`);
  });
  return [...new Set(faults)];
}
