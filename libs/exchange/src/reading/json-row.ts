import type { IsInEpci } from '#territory';
import { faultMessage, readJsonCell, shownCell, Unreadable } from '#cells';
import type { CellNotice } from './fault';
import { RowForm } from './row-form';
import type { Column, FileSpec, ReportField } from './spec';

/** A row that came as a JSON object. A row with faults holds the values that could be read: its references are checked too. */
export type JsonRow<Row> = { readonly faults: readonly CellNotice[]; readonly warnings: readonly CellNotice[] } & (
  | { readonly valid: true; readonly row: Row; readonly cells: string }
  | { readonly valid: false; readonly row: Partial<Row> }
);

const LONGEST_VALUE = 200;

/** Reads rows of one of our files that come as JSON objects. The names and the readers are those of its columns. */
export class JsonRowReader<Row> {
  private readonly form: RowForm<Row>;
  private readonly names: ReadonlySet<string>;

  constructor(
    private readonly spec: FileSpec<Row>,
    private readonly isInEpci?: IsInEpci,
  ) {
    this.form = new RowForm(spec);
    this.names = new Set(spec.columns.map(({ name }) => name));
  }

  /** Gives every fault at once. An absent column is an empty cell; a column that the file does not have is a warning. */
  read(given: Readonly<Record<string, unknown>>): JsonRow<Row> {
    const faults: CellNotice[] = [];
    const values = this.spec.columns.map((column) => this.readColumn(column, given[column.name], faults));
    const warnings = this.unknownColumns(given);
    const row = this.form.rowOf(values);
    if (faults.length === 0) this.check(row as Row, given, faults, warnings);
    return faults.length === 0
      ? { valid: true, row: row as Row, cells: this.form.cellsOf(values), faults, warnings }
      : { valid: false, row, faults, warnings };
  }

  private readColumn(column: Column, given: unknown, faults: CellNotice[]): unknown {
    const value = readJsonCell(given, column.reader);
    if (value === undefined) {
      if (column.required) faults.push({ column: column.name, value: '', message: 'cette valeur est obligatoire' });
      return column.empty;
    }
    if (!(value instanceof Unreadable)) return value;
    faults.push({ column: column.name, value: shownCell(given), message: faultMessage(value, this.isInEpci) });
    return undefined;
  }

  private unknownColumns(given: object): CellNotice[] {
    return Object.keys(given)
      .filter((name) => !this.names.has(name))
      .map((name) => ({ column: name.slice(0, LONGEST_VALUE), value: '', message: 'colonne inconnue, ignorée' }));
  }

  private check(
    row: Row,
    given: Readonly<Record<string, unknown>>,
    faults: CellNotice[],
    warnings: CellNotice[],
  ): void {
    const noticesInto = (findings: CellNotice[]): ReportField => {
      return (field, message) => {
        const { name } = this.spec.columns[this.form.fields.indexOf(field)]!;
        findings.push({ column: name, value: shownCell(given[name]), message });
      };
    };
    this.spec.check?.(row, noticesInto(faults), noticesInto(warnings));
  }
}
