import type { Json, JsonObject } from '#kernel';
import type { Value } from './rows';

/** SQLite's text is UTF-8, which has no half of a surrogate pair. */
const SURROGATE = /[\ud800-\udfff]/;

/** Whether the column's value is the field's own: not where the field is absent, or a yes that became 1. */
export function tellsAll(field: Json | undefined, value: Value): boolean {
  return field === value && (typeof value !== 'string' || !SURROGATE.test(value));
}

/**
 * The text of a body beside its columns. What they hold is not written twice, so that a row is half as long: the text is then a list whose
 * one element holds the other fields, else the body itself.
 */
export class BodyText {
  private readonly columns: ReadonlySet<string>;

  /** `fields` are the columns' names in the order of their values. */
  constructor(private readonly fields: readonly string[]) {
    this.columns = new Set(fields);
  }

  /** For a body whose fields the columns tell: they are left out. */
  restOf(body: JsonObject): string {
    const rest: Record<string, Json | undefined> = {};
    for (const field in body) if (!this.columns.has(field)) rest[field] = body[field];
    return JSON.stringify([rest]);
  }

  wholeOf(body: JsonObject): string {
    return JSON.stringify(body);
  }

  /** The body again, the columns' values being those of the row from index `first` on. */
  read(text: string, row: readonly Value[], first: number): JsonObject {
    const parsed = JSON.parse(text) as JsonObject | [Record<string, Json>];
    if (!Array.isArray(parsed)) return parsed as JsonObject;
    const { fields } = this;
    const [body] = parsed as [Record<string, Json>];
    for (let at = 0; at < fields.length; at++) body[fields[at]!] = row[first + at]!;
    return body;
  }
}
