import { invisibleIn, type InvisibleCharacter } from '#kernel';
import { Unreadable } from '#shapes';

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
