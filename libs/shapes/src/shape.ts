import type { JsonObject } from '#kernel';
import type { JsonNode } from './located-json';

/**
 * Receives the faults and the warnings at places of the text. The message says in French what was expected; `value` replaces the value that
 * the text has at that place.
 */
export interface Reporter {
  fault(node: JsonNode, message: string, value?: string): void;
  warning(node: JsonNode, message: string, value?: string): void;
}

/**
 * A form of JSON values. The reader and the JSON Schema come from the same description, so an editor that uses the schema and an import
 * accept the same files.
 */
export interface Shape<Value> {
  /** JSON Schema, draft 2020-12. */
  readonly schema: JsonObject;
  /** The value; undefined where the node has another form, which `read` then reports. */
  read(node: JsonNode, report: Reporter): Value | undefined;
}
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

/** A text, or a value of another form in its place. */
export function either<Text, Other>(text: Shape<Text>, other: Shape<Other>): Shape<Text | Other> {
  return {
    schema: { anyOf: [text.schema, other.schema] },
    read: (node, report) => (textOf(node) === undefined ? other : text).read(node, report),
  };
}

/** The same form, with a check that a schema cannot express. */
export function refine<Value>(
  shape: Shape<Value>,
  check: (value: Value, node: JsonNode, report: Reporter) => Value,
): Shape<Value> {
  return {
    schema: shape.schema,
    read: (node, report) => {
      const value = shape.read(node, report);
      return value === undefined ? undefined : check(value, node, report);
    },
  };
}

/** The text of a node; undefined where the node is not a text. */
export function textOf(node: JsonNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
