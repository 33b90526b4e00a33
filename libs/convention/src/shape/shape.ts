import type { JsonObject } from '#kernel';
import type { JsonNode, ObjectNode } from './located-json';
import { childOf } from './located-json';

/** Takes what is wrong or doubtful at a place of the text: what was expected, in French, and the value where it is not the node's own. */
export interface Telling {
  fault(node: JsonNode, message: string, value?: string): void;
  warning(node: JsonNode, message: string, value?: string): void;
}

/**
 * A form that JSON values may have, told once: what reads them and what JSON Schema says of them are made of the same words, so
 * that an editor that knows the schema and an import agree.
 */
export interface Shape<Value> {
  /** Draft 2020-12. */
  readonly schema: JsonObject;
  /** The value; undefined where it has another form, which has then been told. */
  read(node: JsonNode, tell: Telling): Value | undefined;
}
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

/** A text of some form. `read` gives undefined where the text is not of it. */
export function text<Value = string>(form: {
  readonly expected: string;
  readonly pattern: string;
  readonly examples: readonly string[];
  readonly read?: (text: string) => Value | undefined;
}): Shape<Value> {
  const { expected, pattern, examples, read = (found: string) => found as Value } = form;
  const form_ = new RegExp(pattern, 'u');
  return {
    schema: { type: 'string', pattern, examples },
    read: (node, tell) => {
      const found = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
      const value = found !== undefined && form_.test(found) ? read(found) : undefined;
      if (value === undefined) tell.fault(node, isNumber(node) ? `${expected}, entre guillemets` : expected);
      return value;
    },
  };
}

/** One of a few words, each with what it stands for. */
export function choice<Value>(words: Readonly<Record<string, Value>>): Shape<Value> {
  const names = Object.keys(words);
  return {
    schema: { type: 'string', enum: names },
    read: (node, tell) => {
      const found = node.kind === 'scalar' ? node.value : undefined;
      if (typeof found === 'string' && Object.hasOwn(words, found)) return words[found];
      tell.fault(node, `l’un de ces mots est attendu : ${names.join(', ')}`);
      return undefined;
    },
  };
}

/** One of a few words, which stands for itself. */
export function oneOf<Word extends string>(words: readonly Word[]): Shape<Word> {
  return choice(Object.fromEntries(words.map((word) => [word, word])) as Readonly<Record<string, Word>>);
}

/** A whole number between two, both included. */
export function wholeNumber(least: number, most: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: most },
    read: (node, tell) => {
      const found = node.kind === 'scalar' ? node.value : undefined;
      if (typeof found === 'number' && Number.isInteger(found) && found >= least && found <= most) return found;
      tell.fault(node, `un nombre entier de ${least} à ${most} est attendu, sans guillemets`);
      return undefined;
    },
  };
}

export const trueOrFalse: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (node, tell) => {
    if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
    tell.fault(node, 'true ou false est attendu, sans guillemets');
    return undefined;
  },
};

/** A list; items of another form are told and left out. */
export function list<Item>(
  item: Shape<Item>,
  { least = 0, most }: { readonly least?: number; readonly most?: number } = {},
): Shape<readonly Item[]> {
  const bounds = { ...(least > 0 && { minItems: least }), ...(most !== undefined && { maxItems: most }) };
  return {
    schema: { type: 'array', items: item.schema, ...bounds },
    read: (node, tell) => {
      if (node.kind !== 'list') {
        tell.fault(node, 'une liste entre crochets est attendue : [ … ]');
        return undefined;
      }
      const { length } = node.items;
      if (length < least || (most !== undefined && length > most)) {
        const wanted = least === most ? `${least}` : most === undefined ? `${least} au moins` : `de ${least} à ${most}`;
        tell.fault(node, `une liste est attendue, de ${wanted} élément(s)`, String(length));
      }
      return node.items.flatMap((each): readonly Item[] => {
        const read = item.read(each, tell);
        return read === undefined ? [] : [read];
      });
    },
  };
}

/** A key of an object. */
export interface Member<Value, Required extends boolean = boolean> {
  readonly shape: Shape<Value>;
  readonly required: Required;
  readonly title: string;
  readonly description: string;
}

export function required<Value>(shape: Shape<Value>, title: string, description: string): Member<Value, true> {
  return { shape, required: true, title, description };
}

/** May be absent, or null: the same. */
export function optional<Value>(shape: Shape<Value>, title: string, description: string): Member<Value, false> {
  return { shape, required: false, title, description };
}

export type Members = Readonly<Record<string, Member<unknown>>>;
/** An object read: what could not be is undefined, and was told; `node` is where it stands. */
export type Read<M extends Members> = {
  readonly [Key in keyof M]?: M[Key] extends Member<infer Value> ? Value : never;
} & { readonly node: ObjectNode };

/** Keys that an editor reads and nobody else. */
const EDITORS_KEYS: readonly string[] = ['$schema'];

/** An object with those keys; another is a warning, or a fault where the rules say that there is none. `rules` are what the schema says of them together. */
export function object<M extends Members>(members: M, rules: JsonObject = {}): Shape<Read<M>> {
  const names = Object.keys(members);
  const needed = names.filter((name) => members[name]!.required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, schemaOf(members[name]!)])),
      ...(needed.length > 0 && { required: needed }),
      ...rules,
    },
    read: (node, tell) => {
      if (node.kind !== 'object') {
        tell.fault(node, 'un objet entre accolades est attendu : { … }');
        return undefined;
      }
      for (const [name, member] of node.members)
        if (!names.includes(name) && !EDITORS_KEYS.includes(name)) {
          if (rules['additionalProperties'] === false)
            tell.fault(member, `clé inconnue ; les clés possibles ici sont : ${names.join(', ')}`);
          else tell.warning(member, `clé inconnue, ignorée ; les clés possibles ici sont : ${names.join(', ')}`);
        }
      for (const name of needed)
        if (!node.members.has(name)) tell.fault(childOf(node, name), 'cette clé est obligatoire');
      const read = names.map((name) => [name, readMember(members[name]!, node.members.get(name), tell)]);
      return { ...Object.fromEntries(read), node } as Read<M>;
    },
  };
}

function schemaOf({ shape: { schema }, required: needed, title, description }: Member<unknown>): JsonObject {
  return { title, description, ...(needed ? schema : orNull(schema)) };
}

function orNull(schema: JsonObject): JsonObject {
  const { type, enum: words } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'], ...(Array.isArray(words) && { enum: [...(words as string[]), null] }) };
}

function readMember<Value>(member: Member<Value>, node: JsonNode | undefined, tell: Telling): Value | undefined {
  if (node === undefined) return undefined;
  const absent = !member.required && node.kind === 'scalar' && node.value === null;
  return absent ? undefined : member.shape.read(node, tell);
}

function isNumber(node: JsonNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'number';
}
