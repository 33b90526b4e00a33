import type { IsInEpci } from '#territory';
import { normalForm } from '#kernel';
import { faultMessage, InvisibleInCode, readText, Unreadable } from '#cells';
import type { Findings } from './fault';
import type { Encoding } from './encoding';
import { FileLines } from './file-lines';
import { GarbledTexts } from './garbled';
import type { Header } from './header';
import type { ReadingLimits } from './limits';
import type { FileMapping } from './mapping/mapping';
import type { UnmappedValues } from './mapping/unmapped';
import { cellReader, type ReadCell } from './read-cell';
import { RowForm } from './row-form';
import type { RawCell, RawRecord, Source } from './source';
import type { FileSpec, ReportField } from './spec';

/** Separates the values of a key. */
const UNIT = '\u001f';
const LONGEST_VALUE = 200;

/** A row of a file. A row with faults holds the values that could be read: its key and its references are checked too. */
export type ReadRow<Row> =
  | {
      readonly valid: true;
      readonly line: number;
      readonly row: Row;
      /** The canonical row: the same text for every order of columns, spelling, encoding and form of the file. */
      readonly cells: string;
      /** The key as it was typed, where its normal form differs. Old histories recorded keys as they were typed. */
      readonly keyAsTyped?: string;
    }
  | { readonly valid: false; readonly line: number; readonly row: Partial<Row> };

export interface ReadOptions {
  readonly limits?: ReadingLimits;
  readonly mapping?: FileMapping;
  /** All our files: the fault on a header says whose header it is. */
  readonly specs?: readonly FileSpec[];
  readonly unmapped?: UnmappedValues;
  /** Receives the line of the file of each record. */
  readonly lines?: FileLines;
  /** Receives our names of the files of which some rows cannot be read. A reference to such a file is then never called unknown. */
  readonly unread?: Set<string>;
  /** Where several communes have one name, a fault gives those of the EPCI first. */
  readonly isInEpci?: IsInEpci;
}

type RawCells = RawRecord['cells'];

/** A code of the key that holds an invisible character. */
interface HiddenInKey {
  readonly index: number;
  readonly message: string;
}

/** Makes rows of the records of one file. What is the same for all rows is prepared once. */
export class RowReader<Row> {
  private line = 1;
  private readonly readers: readonly ReadCell[];
  private readonly form: RowForm<Row>;
  private readonly keyIndexes: readonly number[];
  /** The position of the last required column; -1 for none. */
  private readonly lastRequired: number;
  private hasUnnamed = false;
  private readonly garbled: GarbledTexts;
  private readonly linesByKey = new Map<string, number>();
  private readonly lines: FileLines;

  constructor(
    private readonly source: Source,
    private readonly spec: FileSpec<Row>,
    private readonly header: Header,
    private readonly findings: Findings,
    private readonly options: ReadOptions & { readonly encoding: Encoding },
  ) {
    const { mapping, unmapped, lines = new FileLines(), encoding } = options;
    this.garbled = new GarbledTexts(encoding, spec, header);
    this.lines = lines;
    this.form = new RowForm(spec);
    this.readers = spec.columns.map((column, index) => {
      const read = cellReader(column, mapping, (value) => unmapped?.add(source.name, column.name, value));
      const constant = mapping?.constants.get(column.name);
      return header.positions[index]! < 0 && constant !== undefined ? () => readText(column.reader, constant) : read;
    });
    this.lastRequired = Math.max(
      -1,
      ...spec.columns.map(({ required }, index) => (required ? header.positions[index]! : -1)),
    );
    this.keyIndexes = spec.key.map((field) => this.form.fields.indexOf(field));
  }

  readonly read = ({ cells: record, fileLine, swallowing }: RawRecord): ReadRow<Row> => {
    const line = ++this.line;
    this.lines.add(line, fileLine);
    if (swallowing !== undefined) return this.refuseSwallowing(record, line, swallowing);
    if (this.isHeader(record)) return this.passOverHeader(line);
    this.garbled.look(record, line);
    const values = new Array<unknown>(this.form.fields.length);
    const whole = this.hasRightLength(record, line);
    let valid = this.header.complete && whole && this.hasNoStrayFormula(record, line);
    const hidden: HiddenInKey[] = [];
    if (!this.readValues(record, line, values, { report: whole, hidden })) valid = false;
    // In a line of another length, cells may be in the wrong column: only the key is kept.
    if (!whole)
      for (let index = 0; index < values.length; index++)
        if (!this.keyIndexes.includes(index)) values[index] = undefined;
    if (!this.isNewKey(values, line, hidden)) valid = false;
    for (const { index, message } of hidden) this.fault(line, index, record, message);
    const row = this.form.rowOf(values);
    if (valid && this.spec.check) valid = this.passes(row as Row, record, line);
    if (!valid) return { valid, line, row };
    const keyAsTyped = this.keyAsTyped(record);
    const cells = this.form.cellsOf(values);
    return { valid, line, row: row as Row, cells, ...(keyAsTyped !== undefined && { keyAsTyped }) };
  };

  /** To be called once, after the last record. */
  end(): void {
    this.garbled.report((column, line, value, message) =>
      this.findings.warning({ file: this.source.name, line, column, value: value.slice(0, LONGEST_VALUE), message }),
    );
  }

  private isHeader(record: RawCells): boolean {
    const { names } = this.header;
    // Most rows differ from the header in their first cell.
    if (normalForm(textOf(record[0]!)) !== names[0]) return false;
    return names.every((name, position) => normalForm(textOf(record[position] ?? '')) === name);
  }

  /** A file made of several exports repeats its header. */
  private passOverHeader(line: number): ReadRow<Row> {
    const message = 'en-tête répété : la ligne est passée';
    this.findings.warning({ file: this.source.name, line, column: '', value: '', message });
    return { valid: false, line, row: {} };
  }

  /** Because of an open quote, one cell holds whole lines: neither this row nor those lines can be read. */
  private refuseSwallowing(record: RawCells, line: number, position: number): ReadRow<Row> {
    this.options.unread?.add(this.spec.file);
    const text = textOf(record[position]!);
    const lost = text.split('\n').length - 1;
    const message = `un guillemet (") a avalé ${lost > 1 ? `${lost} lignes` : 'la ligne suivante'} : fermez-le, ou retirez-le`;
    const column = this.header.names[position] ?? '';
    this.findings.fault({ file: this.source.name, line, column, value: text.slice(0, LONGEST_VALUE), message });
    return { valid: false, line, row: {} };
  }

  /** An invisible character in a code of the key goes to `hidden`: it is reported with the key, which may be a repeated one. */
  private readValues(
    record: RawCells,
    line: number,
    values: unknown[],
    { report, hidden }: { readonly report: boolean; readonly hidden: HiddenInKey[] },
  ): boolean {
    const { columns } = this.spec;
    let valid = true;
    for (let index = 0; index < columns.length; index++) {
      const position = this.header.positions[index]!;
      const value = this.readers[index]!(record[position] ?? '');
      if (value instanceof Unreadable) {
        valid = false;
        if (value instanceof InvisibleInCode) values[index] = value.seen;
        if (value instanceof InvisibleInCode && this.keyIndexes.includes(index))
          hidden.push({ index, message: value.message });
        else if (report) this.fault(line, index, record, faultMessage(value, this.options.isInEpci));
      } else if (value === undefined) {
        const column = columns[index]!;
        values[index] = column.empty;
        if (column.required) {
          valid = false;
          // A missing column is reported once, at the header.
          if (report && position >= 0) this.fault(line, index, record, 'cette cellule est obligatoire');
        }
      } else values[index] = value;
    }
    return valid;
  }

  /** Programs leave out empty cells at the end of a row, or add some. Only a missing required cell, or an additional filled cell, is a fault. */
  private hasRightLength(record: RawCells, line: number): boolean {
    const expected = this.header.names.length;
    const isLong = record.length > expected && this.hasCellsBeyond(record, line);
    const isShort = this.source.form === 'csv' && record.length <= this.lastRequired;
    if (!isLong && !isShort) return true;
    this.findings.fault({
      file: this.source.name,
      line,
      column: '',
      value: String(record.length),
      message: `${expected} cellules sont attendues, comme dans l’en-tête`,
    });
    return false;
  }

  /** Cells below a column without a name are ignored, with one warning. */
  private hasCellsBeyond(record: RawCells, line: number): boolean {
    const { names, width } = this.header;
    let at = names.length;
    while (at < record.length && textOf(record[at]!).trim() === '') at++;
    if (at === record.length) return false;
    if (at >= width) return true;
    const message = `colonne ${at + 1} sans nom, ignorée`;
    if (!this.hasUnnamed) this.findings.warning({ file: this.source.name, line, column: '', value: '', message });
    this.hasUnnamed = true;
    return record.slice(width).some((cell) => textOf(cell).trim() !== '');
  }

  /** A formula is a fault even in an ignored column. */
  private hasNoStrayFormula(record: RawCells, line: number): boolean {
    if (this.source.form === 'csv') return true;
    const stray = record.findIndex((cell, position) => isFormula(cell) && !this.header.positions.includes(position));
    if (stray < 0) return true;
    const message = 'une formule : copiez la colonne et collez-en les valeurs';
    this.findings.fault({ file: this.source.name, line, column: this.header.names[stray] ?? '', value: '', message });
    return false;
  }

  /** A key that is given twice is one fault. It also gives the invisible characters of the key, which are taken from `hidden`. */
  private isNewKey(values: readonly unknown[], line: number, hidden: HiddenInKey[]): boolean {
    let key = '';
    for (const index of this.keyIndexes) {
      const value = values[index];
      if (value === undefined || value === null) return true;
      key += `${String(value)}${UNIT}`;
    }
    const first = this.linesByKey.get(key);
    if (first === undefined) {
      this.linesByKey.set(key, line);
      return true;
    }
    const names = this.keyIndexes.map((index) => this.spec.columns[index]!.name);
    const value = this.keyIndexes.map((index) => String(values[index])).join(' ; ');
    const unique = `${names.join(' et ')} ne ${names.length > 1 ? 'peuvent' : 'peut'} désigner qu’une ligne du fichier`;
    const messages = [
      `déjà donné à la ${this.lines.textOf(first)} : ${unique}`,
      ...hidden.splice(0).map(({ message }) => message),
    ];
    this.findings.fault({ file: this.source.name, line, column: names[0]!, value, message: messages.join(' ; ') });
    return false;
  }

  private keyAsTyped(record: RawCells): string | undefined {
    const [index, other] = this.keyIndexes;
    if (other !== undefined || this.spec.columns[index!]!.reader.form !== 'code') return undefined;
    const cell = record[this.header.positions[index!]!] ?? '';
    if (typeof cell !== 'string') return undefined;
    const typed = cell.trim();
    return normalForm(typed) === typed ? undefined : typed.normalize('NFC');
  }

  private passes(row: Row, record: RawCells, line: number): boolean {
    let valid = true;
    const reporter = (report: (index: number, message: string) => void): ReportField => {
      return (field, message) => report(this.form.fields.indexOf(field), message);
    };
    const fault = reporter((index, message) => {
      valid = false;
      this.fault(line, index, record, message);
    });
    const warning = reporter((index, message) => this.findings.warning(this.finding(line, index, record, message)));
    this.spec.check?.(row, fault, warning);
    return valid;
  }

  private fault(line: number, index: number, record: RawCells, message: string): void {
    this.findings.fault(this.finding(line, index, record, message));
  }

  private finding(line: number, index: number, record: RawCells, message: string) {
    const value = textOf(record[this.header.positions[index]!] ?? '').trim();
    return {
      file: this.source.name,
      line,
      column: this.spec.columns[index]!.name,
      value: value.slice(0, LONGEST_VALUE),
      message,
    };
  }
}

function textOf(cell: RawCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function isFormula(cell: RawCell): boolean {
  return typeof cell !== 'string' && cell.kind === 'formula';
}
