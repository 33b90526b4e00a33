/** Only visible ASCII characters: such a text, as most codes and numbers are, is in normal form. */
const PLAIN = /^[!-~]*$/;
/** Format characters, and characters that fonts do not show by default. */
const INVISIBLE = /[\p{Cf}\p{DI}]/u;
const INVISIBLES = /[\p{Cf}\p{DI}]/gu;
const SPACES = /[\s\u0085]+/g;
/** The Unicode hyphen and the non-breaking hyphen, which look like the hyphen of the keyboard. */
const HYPHENS = /[\u2010\u2011]/g;

/**
 * One text for all texts that look the same: characters composed (NFC), each white space one space, no white space at
 * the ends, no invisible characters, one kind of hyphen.
 */
export function normalForm(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLES, '').normalize('NFC').replace(SPACES, ' ').replace(HYPHENS, '-').trim();
}

/** An invisible character, and the text before it. */
export interface InvisibleCharacter {
  /** `U+200B`. */
  readonly code: string;
  readonly character: string;
  readonly before: string;
}

/** The first invisible character of a text. White space does not count. */
export function invisibleIn(text: string): InvisibleCharacter | undefined {
  const found = PLAIN.test(text) ? null : INVISIBLE.exec(text);
  if (!found) return undefined;
  const [character] = found;
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return { code, character, before: normalForm(text.slice(0, found.index)) };
}
