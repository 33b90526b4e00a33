import type { JsonObject } from '#kernel';
import { Unreadable, type CellReader } from './cell-reader';
import type { JsonNode } from './located-json';
import { textOf, type Shape } from './shape';

/** A text of some form. `read` gives undefined where the text does not have that form. */
export function text<Value = string>(form: {
  readonly expected: string;
  readonly pattern: string;
  readonly examples: readonly string[];
  readonly read?: (text: string) => Value | undefined;
}): Shape<Value> {
  const { expected, pattern, examples, read = (found: string) => found as Value } = form;
  const matching = new RegExp(pattern, 'u');
  const unreadable = new Unreadable(expected);
  return leaf({ type: 'string', pattern, examples }, expected, (found) => {
    const value = matching.test(found) ? read(found) : undefined;
    return value === undefined ? unreadable : value;
  });
}

/** A text that is read like a cell of a file. The fault `expected` is for a value that is not a text. */
export function cell<Value>(
  reader: CellReader<Value>,
  expected: string,
  schema: Readonly<Record<string, string | readonly string[]>> = {},
): Shape<Value> {
  return leaf({ type: 'string', ...schema }, expected, (found) => reader.read(found));
}

function leaf<Value>(schema: JsonObject, expected: string, read: (text: string) => Value | Unreadable): Shape<Value> {
  return {
    schema,
    read: (node, report) => {
      const found = textOf(node);
      const value = found === undefined ? new Unreadable(quoted(node, expected)) : read(found);
      if (!(value instanceof Unreadable)) return value;
      report.fault(node, value.message);
      return undefined;
    },
  };
}

/** Where a number was found instead of a text, the fault says that quotes are missing. */
function quoted(node: JsonNode, expected: string): string {
  return node.kind === 'scalar' && typeof node.value === 'number' ? `${expected}, entre guillemets` : expected;
}

/** One of a few words, each with its value. */
export function choice<Value>(words: Readonly<Record<string, Value>>): Shape<Value> {
  const names = Object.keys(words);
  return {
    schema: { type: 'string', enum: names },
    read: (node, report) => {
      const found = textOf(node);
      if (found !== undefined && Object.hasOwn(words, found)) return words[found];
      report.fault(node, `l’un de ces mots est attendu : ${names.join(', ')}`);
      return undefined;
    },
  };
}

/** One of a few words, which is itself the value. */
export function oneOf<Word extends string>(words: readonly Word[]): Shape<Word> {
  return choice(Object.fromEntries(words.map((word) => [word, word])) as Readonly<Record<string, Word>>);
}

/** A whole number from `least` to `most`, both included. */
export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: most },
    read: (node, report) => {
      const found = node.kind === 'scalar' ? node.value : undefined;
      if (typeof found === 'number' && Number.isInteger(found) && found >= least && found <= most) return found;
      report.fault(node, `un nombre entier de ${least} à ${most} est attendu, sans guillemets`);
      return undefined;
    },
  };
}

export const trueOrFalse: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (node, report) => {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    report.fault(node, 'true ou false est attendu, sans guillemets');
    return undefined;
  },
};
