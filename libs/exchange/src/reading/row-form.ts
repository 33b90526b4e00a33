import type { FileSpec } from './spec';

/** Separates the cells of a canonical row. No cell can hold this character. */
const UNIT = '\u001f';

/** A canonical row with another text in one of its columns. The column must be one that always has a cell. */
export function withCell(cells: string, index: number, text: string): string {
  return cells.split(UNIT).with(index, text).join(UNIT);
}

/** Makes a row and its canonical text from the values of a spec's columns, in the order of the spec. */
export class RowForm<Row> {
  readonly fields: readonly string[];
  /** Each row is a copy of this one, which has all fields: adding fields one by one would cost more than reading the cells. */
  private readonly blank: Readonly<Record<string, unknown>>;
  /** Columns whose canonical text is not simply the value as text. */
  private readonly canonical: readonly (readonly [number, (value: never) => string])[];
  /** Number of columns that always have a cell in the canonical row. Columns that were added to the format later follow with their name, where they are not empty. */
  private readonly lasting: number;
  private readonly added: readonly string[];
  private readonly gathered: FileSpec['gathered'];
  /** Number of columns that are fields of the row. */
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

  /** The text is the same for every order of columns, spelling, encoding and form of the file. The values are changed by this call. */
  cellsOf(values: unknown[]): string {
    for (const [index, canonical] of this.canonical) values[index] = canonical(values[index] as never);
    if (this.added.length === 0) return values.join(UNIT);
    const added = values.splice(this.lasting);
    return values.join(UNIT) + added.map((value, index) => this.addedCell(value, index)).join('');
  }

  private addedCell(value: unknown, index: number): string {
    return value === null || value === '' ? '' : `${UNIT}${this.added[index]!}=${String(value)}`;
  }
}
