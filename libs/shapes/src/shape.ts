import type { JsonObject } from '#kernel';
import type { JsonNode } from './located-json';

/**
 * Takes what is wrong or doubtful at a place of the text: what was expected, in French, and the value where it is not the one that stands
 * there.
 */
export interface Reporter {
  fault(node: JsonNode, message: string, value?: string): void;
  warning(node: JsonNode, message: string, value?: string): void;
}

/**
 * A form that JSON values may have. The reader and the JSON Schema come from the same description, so that an editor that knows the
 * schema and an import agree.
 */
export interface Shape<Value> {
  /** Draft 2020-12. */
  readonly schema: JsonObject;
  /** The value; undefined where it has another form, which has then been reported. */
  read(node: JsonNode, report: Reporter): Value | undefined;
}
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

/** A text, or what may stand in its place. */
export function either<Text, Other>(text: Shape<Text>, other: Shape<Other>): Shape<Text | Other> {
  return {
    schema: { anyOf: [text.schema, other.schema] },
    read: (node, report) => (textOf(node) === undefined ? other : text).read(node, report),
  };
}

/** The same form, of which a value is then held against more than a schema says. */
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

/** The text that stands at a place; undefined where something else does. */
export function textOf(node: JsonNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
