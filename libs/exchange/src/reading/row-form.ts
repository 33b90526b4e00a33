import type { FileSpec } from './spec';

/** Separates the cells of a canonical row: no cell can hold it. */
const UNIT = '\u001f';

/** How the values of a spec's columns, in its order, become a row and its canonical text. */
export class RowForm<Row> {
  readonly fields: readonly string[];
  /** Rows are made from one with all fields: a field added one at a time costs more than reading it. */
  private readonly blank: Readonly<Record<string, unknown>>;
  /** Columns whose canonical text is not that of the value itself. */
  private readonly canonical: readonly (readonly [number, (value: never) => string])[];

  constructor(spec: FileSpec<Row>) {
    this.fields = spec.columns.map((column) => column.field);
    this.blank = Object.fromEntries(this.fields.map((field) => [field, undefined]));
    this.canonical = spec.columns.flatMap(({ reader }, index) =>
      reader.canonical ? [[index, reader.canonical.bind(reader)] as const] : [],
    );
  }

  rowOf(values: readonly unknown[]): Partial<Row> {
    const row: Record<string, unknown> = { ...this.blank };
    for (let index = 0; index < values.length; index++) row[this.fields[index]!] = values[index];
    return row as Partial<Row>;
  }

  /** The same text whatever the order of columns, the spelling, the encoding and the form they came in. The values are used up. */
  cellsOf(values: unknown[]): string {
    for (const [index, canonical] of this.canonical) values[index] = canonical(values[index] as never);
    return values.join(UNIT);
  }
}
