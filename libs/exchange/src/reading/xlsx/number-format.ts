/**
 * How Excel shows a number, as far as it changes the text. `plain` shows the digits that were typed. `number` may show another text:
 * zeros in front, an exponent, thousands, words.
 */
export type NumberFormat = 'plain' | 'number' | 'day' | 'percent';

/** Numbers of built-in formats: General, `0` and text. */
const PLAIN = new Set([0, 1, 49]);
/** The first section of a format code that shows nothing but the digits. */
const PLAIN_CODE = /^(General|Standard|0|#|@)?(;|$)/i;
/** Blanks, filling characters, colours and languages do not change what a number means. A currency does. */
const MANNERS = /_.|\*.|\[(?!\$[^-]|h+\]|m+\]|s+\])[^\]]*\]/gi;

/** The format of a built-in format number, or of a format code of the workbook. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn(id);
  if (PLAIN_CODE.test(code.replace(MANNERS, '').trim())) return 'plain';
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return 'day';
  return bare.includes('%') ? 'percent' : 'number';
}

function builtIn(id: number): NumberFormat {
  if (PLAIN.has(id)) return 'plain';
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day';
  return id === 9 || id === 10 ? 'percent' : 'number';
}

/** The shortest decimal text of a number within the 15 digits that Excel keeps: 0.1 + 0.2 is 0.3, as Excel shows it. */
export function decimalText(value: number): string {
  const text = String(Math.abs(value) < 1e15 ? Number(value.toPrecision(15)) : value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!exponent) return text;
  const [, sign, first, rest = '', power] = exponent;
  return `${sign}${shifted(`${first}.${rest}`, Number(power))}`;
}

/** The text of a fraction as the percentage that Excel shows: 0.25 is 25. */
export function percentText(fraction: number): string {
  const text = decimalText(fraction);
  return text.startsWith('-') ? `-${shifted(text.slice(1), 2)}` : shifted(text, 2);
}

/** Moves the point of a decimal text without sign to the right. */
function shifted(text: string, places: number): string {
  const [whole = '', decimals = ''] = text.split('.');
  const digits = whole + decimals;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
