import type { Column, Columns, RowOf } from '#cells';

export { optional, optionalList, required, type Column } from '#cells';

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
  /** The rows of the example file. Default: one row, of the examples of the columns. */
  readonly examples?: readonly (readonly string[])[];
  /** Names of the columns whose values are about a person. */
  readonly personal: readonly string[];
  /** The checks that need nothing but the row. */
  readonly check?: (row: Row, fault: ReportField, warning: ReportField) => void;
}

interface Definition<C extends Columns> {
  readonly file: string;
  readonly key: readonly (keyof C & string)[];
  readonly columns: C;
  readonly examples?: readonly (readonly string[])[];
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
    examples: definition.examples,
    check: definition.check,
  };
}
