/** Visible characters of ASCII alone: most codes and numbers, which are in normal form. */
const PLAIN = /^[!-~]*$/;
/** Format characters, and those that fonts leave out by default. */
const INVISIBLE = /[\p{Cf}\p{DI}]/u;
const INVISIBLES = /[\p{Cf}\p{DI}]/gu;
const SPACES = /[\s\u0085]+/g;
/** The hyphen of Unicode and the one that does not break: they look as the one that is typed. */
const HYPHENS = /[\u2010\u2011]/g;

/**
 * The one text for all those that look the same: characters composed (NFC), every white space one space, none at the ends, nothing
 * that is invisible, one hyphen.
 */
export function normalForm(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLES, '').normalize('NFC').replace(SPACES, ' ').replace(HYPHENS, '-').trim();
}

/** An invisible character, and the text that stands before it. */
export interface InvisibleCharacter {
  /** `U+200B`. */
  readonly code: string;
  readonly character: string;
  readonly before: string;
}

/** The first invisible character of a text, white space aside. */
export function invisibleIn(text: string): InvisibleCharacter | undefined {
  const found = PLAIN.test(text) ? null : INVISIBLE.exec(text);
  if (!found) return undefined;
  const [character] = found;
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return { code, character, before: normalForm(text.slice(0, found.index)) };
}
