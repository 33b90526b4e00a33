import type { FileSpec } from './spec';

/** Separates the cells of a canonical row: no cell can hold it. */
const UNIT = '\u001f';

/** A canonical row with that text in the column of that place, which always has a cell. */
export function withCell(cells: string, index: number, text: string): string {
  return cells.split(UNIT).with(index, text).join(UNIT);
}

/** How the values of a spec's columns, in its order, become a row and its canonical text. */
export class RowForm<Row> {
  readonly fields: readonly string[];
  /** Rows are made from one with all fields: a field added one at a time costs more than reading it. */
  private readonly blank: Readonly<Record<string, unknown>>;
  /** Columns whose canonical text is not that of the value itself. */
  private readonly canonical: readonly (readonly [number, (value: never) => string])[];
  /** Columns that always have a cell in the canonical row; those that were added to the format later follow, by name, where they say something. */
  private readonly lasting: number;
  private readonly added: readonly string[];
  private readonly gathered: FileSpec['gathered'];
  /** Columns that are fields of the row. */
  private readonly own: number;

  constructor(spec: FileSpec<Row>) {
    this.fields = spec.columns.map((column) => column.field);
    this.gathered = spec.gathered;
    this.own = this.fields.length - (spec.gathered?.items.length ?? 0);
    const own = [...this.fields.slice(0, this.own), ...(spec.gathered ? [spec.gathered.field] : [])];
    this.blank = Object.fromEntries(own.map((field) => [field, undefined]));
    this.canonical = spec.columns.flatMap(({ reader }, index) =>
      reader.canonical ? [[index, reader.canonical.bind(reader)] as const] : [],
    );
    this.lasting = spec.columns.findIndex(({ added }) => added);
    if (this.lasting < 0) this.lasting = spec.columns.length;
    this.added = spec.columns.slice(this.lasting).map(({ name }) => name);
  }

  rowOf(values: readonly unknown[]): Partial<Row> {
    const row: Record<string, unknown> = { ...this.blank };
    for (let index = 0; index < this.own; index++) row[this.fields[index]!] = values[index];
    if (this.gathered)
      row[this.gathered.field] = this.gathered.items.filter((_, index) => values[this.own + index] === true);
    return row as Partial<Row>;
  }

  /** The same text whatever the order of columns, the spelling, the encoding and the form they came in. The values are used up. */
  cellsOf(values: unknown[]): string {
    for (const [index, canonical] of this.canonical) values[index] = canonical(values[index] as never);
    if (this.added.length === 0) return values.join(UNIT);
    const said = values.splice(this.lasting);
    return values.join(UNIT) + said.map((value, index) => this.addedCell(value, index)).join('');
  }

  private addedCell(value: unknown, index: number): string {
    return value === null || value === '' ? '' : `${UNIT}${this.added[index]!}=${String(value)}`;
  }
}
