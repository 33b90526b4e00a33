import type { CellReader } from '#shapes';

/** A column of one of our files, or a member of a request. */
export interface Column<Value = unknown> {
  readonly name: string;
  readonly reader: CellReader<Value>;
  /** The header must have it and no cell may be empty. */
  readonly required: boolean;
  /** The value of an empty cell, or of an absent column. */
  readonly empty: Value | null;
  /** The file in which each value must name a row. */
  readonly references?: string;
  /** Its values are about a person. */
  readonly personal: boolean;
  /**
   * The column was added to the format after files had been imported. Where it is empty, the canonical row is the same as without the
   * column. Such columns come after all others.
   */
  readonly added?: boolean;
  /** The value in the template. */
  readonly example: string;
}

interface ColumnOptions {
  readonly references?: string;
  readonly personal?: boolean;
  readonly added?: boolean;
}

/** A column that must exist and be filled. */
export function required<Value>(
  name: string,
  reader: CellReader<Value>,
  example: string,
  options: ColumnOptions = {},
): Column<Value> {
  return { name, reader, required: true, empty: null, personal: false, example, ...options };
}

/** A column that may be absent, and whose cells may be empty (null: unknown). */
export function optional<Value>(
  name: string,
  reader: CellReader<Value>,
  example: string,
  options: ColumnOptions = {},
): Column<Value | null> {
  return {
    name,
    reader: reader as CellReader<Value | null>,
    required: false,
    empty: null,
    personal: false,
    example,
    ...options,
  };
}

/** The same for a list. An empty cell is an empty list. */
export function optionalList<Item>(
  name: string,
  reader: CellReader<readonly Item[]>,
  example: string,
  options: ColumnOptions = {},
): Column<readonly Item[]> {
  return { name, reader, required: false, empty: [], personal: false, example, ...options };
}

export type Columns = Readonly<Record<string, Column>>;
/** The row that is read from a set of columns, field by field. */
export type RowOf<C extends Columns> = {
  readonly [Field in keyof C]: C[Field] extends Column<infer Value> ? Value : never;
};
