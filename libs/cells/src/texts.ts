import { invisibleIn, normalForm, type InvisibleCharacter } from '#kernel';
import { readText, Unreadable, type CellForm, type CellReader } from '#shapes';

/** A code that holds an invisible character. Its visible text is known, so its references and its key are checked too. */
export class InvisibleInCode extends Unreadable {
  constructor(
    found: InvisibleCharacter,
    readonly seen: string,
  ) {
    super(`${nameOf(found)} : retapez ce code`);
  }
}

/** The fault of a code that holds an invisible character; undefined for any other code. */
export function invisibleInCode(found: string, seen: string): InvisibleInCode | undefined {
  const invisible = invisibleIn(found);
  return invisible && new InvisibleInCode(invisible, seen);
}

const INVISIBLE_NAMES: Readonly<Record<string, string>> = {
  'U+00AD': 'trait d’union conditionnel',
  'U+200B': 'espace sans chasse',
  'U+200C': 'antiliant sans chasse',
  'U+200D': 'liant sans chasse',
  'U+200E': 'marque gauche-à-droite',
  'U+200F': 'marque droite-à-gauche',
  'U+2060': 'gluon de mots',
  'U+FEFF': 'marque d’ordre des octets',
};

function nameOf({ code, before }: InvisibleCharacter): string {
  const name = INVISIBLE_NAMES[code] ?? 'caractère de format';
  return `caractère invisible, ${code} (${name}), ${before === '' ? 'au début' : `après « ${before} »`}`;
}

const MOST_CHARACTERS = 2_000;
const COMBINING = /[\u0300-\u036f]/;
const CONTROL = /\p{Cc}/u;
/**
 * A long number as programs write it: Excel with a plus when it saves as CSV, Java and databases without a plus. A code such as `12E3`
 * is no such number: without a plus, there must be one digit before the decimals, or the number must have 16 digits or more.
 */
const SCIENTIFIC = /^[+-]?(?:\d+(?:[.,]\d+)?E\+\d+|\d[.,]\d+E-?\d+|[1-9]E(?:1[5-9]|[2-9]\d))$/i;

export const NUMBER_FOR_CODE = new Unreadable(
  'Excel a changé ce code en nombre : mettez la colonne au format Texte, puis saisissez le code à nouveau',
);
export const DAY_FOR_CODE = new Unreadable(
  'Excel a changé ce code en date : mettez la colonne au format Texte, puis saisissez le code à nouveau',
);
const TOO_LONG = new Unreadable(`un texte de ${MOST_CHARACTERS} caractères au plus est attendu`);
const UNPRINTABLE = new Unreadable('un texte sans caractère de contrôle est attendu');
const NOT_A_CODE = new Unreadable(
  'un code de 100 caractères au plus, sans barre verticale ni caractère de contrôle, est attendu',
);

/** Free text. Accents are composed, and line ends become LF. */
export const text: CellReader<string> = {
  form: 'text',
  read: (found) => {
    if (found.length > MOST_CHARACTERS) return TOO_LONG;
    if (SCIENTIFIC.test(found)) return NUMBER_FOR_CODE;
    const composed = COMBINING.test(found) ? found.normalize('NFC') : found;
    if (!CONTROL.test(composed)) return composed;
    const plain = composed.replace(/\r\n?/g, '\n');
    return CONTROL.test(plain.replace(/[\n\t]/g, '')) ? UNPRINTABLE : plain;
  },
};

/** A code that an office chose, in normal form: codes that look the same are the same. */
export const code: CellReader<string> = {
  form: 'code',
  read: (found) => {
    const seen = normalForm(found);
    if (SCIENTIFIC.test(seen)) return NUMBER_FOR_CODE;
    if (seen.length > 100 || seen.includes('|') || CONTROL.test(seen)) return NOT_A_CODE;
    return seen === found ? seen : (invisibleInCode(found, seen) ?? seen);
  },
};

/** Several codes, separated by a vertical bar. A repeated code counts once. */
export const codes: CellReader<readonly string[]> = {
  form: 'code',
  read: (found) => {
    const read: string[] = [];
    for (const part of found.split('|')) {
      if (normalForm(part) === '') continue;
      const one = code.read(part.trim());
      if (one instanceof Unreadable) return one;
      if (!read.includes(one)) read.push(one);
    }
    return read;
  },
  canonical: (list) => list.join('|'),
};

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

const LONGEST_VALUE = 200;
/** A larger JSON number may have lost digits when it was parsed. */
const LONG_NUMBER = 1e15;

const LONG_CODE = new Unreadable('un code de 16 chiffres ou plus est attendu entre guillemets');
const NOT_A_CELL = new Unreadable('un texte, un nombre, true, false ou null est attendu');
const NOT_A_FLAG = new Unreadable('un texte ou un nombre est attendu');

/** Reads a value of a JSON object as the cell of a column; undefined where the value is absent or empty. */
export function readJsonCell<Value>(given: unknown, reader: CellReader<Value>): Value | Unreadable | undefined {
  switch (typeof given) {
    case 'undefined':
      return undefined;
    case 'string':
      return readText(reader, given);
    case 'number':
      return isCode(reader.form) && Math.abs(given) >= LONG_NUMBER ? LONG_CODE : reader.read(String(given));
    case 'boolean':
      return reader.form === 'yes-no' ? reader.read(given ? 'O' : 'N') : NOT_A_FLAG;
    default:
      return given === null ? undefined : NOT_A_CELL;
  }
}

/** The value as a fault shows it. */
export function shownCell(given: unknown): string {
  if (given === undefined || given === null) return '';
  return (typeof given === 'string' ? given.trim() : jsonOf(given)).slice(0, LONGEST_VALUE);
}

/** A value that is nested too deeply has no text: the stack would end first. */
function jsonOf(given: unknown): string {
  try {
    return JSON.stringify(given);
  } catch {
    return '…';
  }
}

function isCode(form: CellForm): boolean {
  return form === 'code' || form === 'text';
}
