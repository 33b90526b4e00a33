import type { CellReader } from '#cells';

/** A column of one of our files. */
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

/** Reports something wrong or doubtful about one field of a row. */
export type ReportField = (field: string, message: string) => void;

export interface Reference {
  readonly field: string;
  readonly column: string;
  readonly to: string;
}

/** One of our files: its columns by field, in the order of the canonical row. */
export interface FileSpec<Row = object> {
  readonly file: string;
  readonly columns: readonly (Column & { readonly field: string })[];
  /** The values of these fields together identify a row, and are given once in a file. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
  /** The last columns, each of them yes or no. The row has one list with the items whose column says yes. */
  readonly gathered?: { readonly field: string; readonly items: readonly string[] };
  /** Names of the columns whose values are about a person. */
  readonly personal: readonly string[];
  /** The checks that need nothing but the row. */
  readonly check?: (row: Row, fault: ReportField, warning: ReportField) => void;
}

interface Definition<C extends Columns> {
  readonly file: string;
  readonly key: readonly (keyof C & string)[];
  readonly columns: C;
  readonly check?: (row: RowOf<C>, fault: ReportField, warning: ReportField) => void;
}

export function defineFile<C extends Columns>(definition: Definition<C>): FileSpec<RowOf<C>> {
  const columns = Object.entries(definition.columns).map(([field, column]) => ({ field, ...column }));
  return {
    file: definition.file,
    columns,
    key: definition.key,
    references: columns.flatMap(({ field, name, references }) =>
      references ? [{ field, column: name, to: references }] : [],
    ),
    personal: columns.filter((column) => column.personal).map((column) => column.name),
    check: definition.check,
  };
}
