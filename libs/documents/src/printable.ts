/** The characters of the embedded font, in both of its weights. `printable.spec.ts` compares them with the font itself. */
const GLYPHS =
  /[\x20-\x7e\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u01fa-\u01ff\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0486\u0488-\u0513\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2000-\u200b\u2010\u2011\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2025-\u2027\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u208e\u20ac\u2105\u2113\u2116\u2122\u2202\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260\u2264\u2265\ufb01-\ufb04\ufffd]|\u0300|\u0301|\u0303|\u0309/u;
const NO_BREAK_SPACE = '\u00a0';
/** Shown for a character that the font does not have. A reader then sees that something is missing. */
const MISSING = '\ufffd';
/** Invisible, and a line may end there. */
const BREAK = '\u200b';
/** The narrow no-break space of French typography, and other spaces that the font does not have. */
const NARROW_SPACES = /[\u202f\u205f\u2060\u3000]/gu;
/** Characters that are not shown: format characters, and controls other than the end of a line. */
const INVISIBLE = /[\p{Cf}\p{Co}]|(?!\n)\p{Cc}/gu;
/** A word of more characters pushes the other columns of its table off the sheet. */
const LONGEST_WORD = 24;

/** The text with the characters that the font has, and the nearest ones instead of the others. */
export function printable(text: string): string {
  const shown = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(NARROW_SPACES, NO_BREAK_SPACE)
    .replace(INVISIBLE, '');
  return [...shown]
    .map((character) => (character === '\n' || GLYPHS.test(character) ? character : nearest(character)))
    .join('');
}

/** The text of a cell: a line may also end inside a word that is too long for any column. */
export function printableCell(text: string): string {
  return printable(text).replace(/[^ \n]+/g, (word) => (word.length > LONGEST_WORD ? brokenWord(word) : word));
}

/** The same letter without the marks that the font cannot show, for example `ḥ` as `h`. */
function nearest(character: string): string {
  const letters = [...character.normalize('NFKD').replace(/\p{M}/gu, '')];
  return letters.length > 0 && letters.every((letter) => GLYPHS.test(letter)) ? letters.join('') : MISSING;
}

/** Ends of lines at the no-break spaces of the word, else after every few characters. */
function brokenWord(word: string): string {
  return word
    .split(NO_BREAK_SPACE)
    .map((part) => part.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gu'))?.join(BREAK) ?? '')
    .join(' ');
}
