import type { Json, JsonObject } from '#kernel';
import type { Value } from './rows';

/** SQLite stores text as UTF-8, which cannot hold half of a surrogate pair. */
const SURROGATE = /[\ud800-\udfff]/;

/** Whether the field can be read back from the value of its column: not where the field is absent or was a boolean. */
export function isWholeField(field: Json | undefined, value: Value): boolean {
  return field === value && (typeof value !== 'string' || !SURROGATE.test(value));
}

/**
 * The text of a body, stored beside its columns. Fields that the columns hold are left out of the text where possible,
 * so that a row is half as long. The text is then a list of one object with the other fields; else it is the whole
 * body.
 */
export class BodyText {
  private readonly columns: ReadonlySet<string>;

  /** `fields` are the names of the columns, in the order of their values. */
  constructor(private readonly fields: readonly string[]) {
    this.columns = new Set(fields);
  }

  /** The text without the fields of the columns, for a body whose fields can all be read back from the columns. */
  restOf(body: JsonObject): string {
    const rest: Record<string, Json | undefined> = {};
    for (const field in body) if (!this.columns.has(field)) rest[field] = body[field];
    return JSON.stringify([rest]);
  }

  wholeOf(body: JsonObject): string {
    return JSON.stringify(body);
  }

  /** Reads the body from its text and the values of its columns, which begin at the index `first` of the row. */
  read(text: string, row: readonly Value[], first: number): JsonObject {
    const parsed = JSON.parse(text) as JsonObject | [Record<string, Json>];
    if (!Array.isArray(parsed)) return parsed as JsonObject;
    const { fields } = this;
    const [body] = parsed as [Record<string, Json>];
    for (let at = 0; at < fields.length; at++) body[fields[at]!] = row[first + at]!;
    return body;
  }
}
