import type { JsonObject } from '#kernel';
import { childOf, type JsonNode, type ObjectNode } from './located-json';
import type { Reporter, Shape } from './shape';

/** A list. Items of another form are reported and left out. */
export function list<Item>(
  item: Shape<Item>,
  { least = 0, most }: { readonly least?: number; readonly most?: number } = {},
): Shape<readonly Item[]> {
  const bounds = { ...(least > 0 && { minItems: least }), ...(most !== undefined && { maxItems: most }) };
  return {
    schema: { type: 'array', items: item.schema, ...bounds },
    read: (node, report) => {
      if (node.kind !== 'list') {
        report.fault(node, 'une liste entre crochets est attendue : [ … ]');
        return undefined;
      }
      const { length } = node.items;
      if (length < least || (most !== undefined && length > most)) {
        const wanted = least === most ? `${least}` : most === undefined ? `${least} au moins` : `de ${least} à ${most}`;
        report.fault(node, `une liste est attendue, de ${wanted} élément(s)`, String(length));
      }
      return node.items.flatMap((each): readonly Item[] => {
        const read = item.read(each, report);
        return read === undefined ? [] : [read];
      });
    },
  };
}

/** A member of an object. */
export interface Member<Value, Required extends boolean = boolean> {
  readonly shape: Shape<Value>;
  readonly required: Required;
  readonly title: string;
  readonly description: string;
}

export function required<Value>(shape: Shape<Value>, title: string, description: string): Member<Value, true> {
  return { shape, required: true, title, description };
}

/** A member that may be absent or null, with the same meaning. */
export function optional<Value>(shape: Shape<Value>, title: string, description: string): Member<Value, false> {
  return { shape, required: false, title, description };
}

export type Members = Readonly<Record<string, Member<unknown>>>;
/** An object that was read. A member that could not be read was reported and is undefined. `node` is the place of the object. */
export type Read<M extends Members> = {
  readonly [Key in keyof M]?: M[Key] extends Member<infer Value> ? Value : never;
} & { readonly node: ObjectNode };

/** Keys that only an editor reads. */
const EDITORS_KEYS: readonly string[] = ['$schema'];
const closed = { patternProperties: { '^\\$schema$': true }, additionalProperties: false };

/**
 * An object with those keys. Any other key gives a warning; where `expected` is given (it says in French which keys are expected), it gives
 * a fault. `rules` are added to the JSON Schema of the object.
 */
export function object<M extends Members>(members: M, rules: JsonObject = {}, expected?: string): Shape<Read<M>> {
  const names = Object.keys(members);
  const needed = names.filter((name) => members[name]!.required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, schemaOf(members[name]!)])),
      ...(needed.length > 0 && { required: needed }),
      ...(expected !== undefined && closed),
      ...rules,
    },
    read: (node, report) => {
      if (!isObject(node, report)) return undefined;
      for (const [name, member] of node.members) {
        if (names.includes(name) || EDITORS_KEYS.includes(name)) continue;
        if (expected !== undefined) report.fault(member, `${expected} : ${names.join(', ')}`, name);
        else report.warning(member, `clé inconnue, ignorée ; les clés possibles ici sont : ${names.join(', ')}`);
      }
      for (const name of needed)
        if (!node.members.has(name)) report.fault(childOf(node, name), 'cette clé est obligatoire');
      const read = names.map((name) => [name, readMember(members[name]!, node.members.get(name), report)]);
      return { ...Object.fromEntries(read), node } as Read<M>;
    },
  };
}

/** The keys that a map may have, and the French fault for any other key. */
interface Keys {
  readonly known: readonly string[];
  readonly expected: string;
}

/** An object whose keys are data. With `keys`, any other key is a fault. Values of another form are reported and left out. */
export function map<Value>(value: Shape<Value>, keys?: Keys): Shape<ReadonlyMap<string, Value>> {
  return {
    schema: { type: 'object', additionalProperties: value.schema },
    read: (node, report) => {
      if (!isObject(node, report)) return undefined;
      const read = new Map<string, Value>();
      for (const [key, member] of node.members) {
        const isKnown = keys === undefined || keys.known.includes(key);
        if (!isKnown) report.fault(member, `${keys.expected} : ${keys.known.join(', ')}`, key);
        const found = isKnown ? value.read(member, report) : undefined;
        if (found !== undefined) read.set(key, found);
      }
      return read;
    },
  };
}

function isObject(node: JsonNode, report: Reporter): node is ObjectNode {
  if (node.kind === 'object') return true;
  report.fault(node, 'un objet entre accolades est attendu : { … }');
  return false;
}

function schemaOf({ shape: { schema }, required: needed, title, description }: Member<unknown>): JsonObject {
  return { title, description, ...(needed ? schema : orNull(schema)) };
}

function orNull(schema: JsonObject): JsonObject {
  const { type, enum: words } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'], ...(Array.isArray(words) && { enum: [...(words as string[]), null] }) };
}

function readMember<Value>(member: Member<Value>, node: JsonNode | undefined, report: Reporter): Value | undefined {
  if (node === undefined) return undefined;
  const absent = !member.required && node.kind === 'scalar' && node.value === null;
  return absent ? undefined : member.shape.read(node, report);
}
