import { dayOfSerial } from '#tables';
import { TableProblem } from '../fault';
import { sizeText, type ReadingLimits } from '../limits';
import type { RawCell, RawRecord } from '../source';
import { decimalText, percentText } from './number-format';
import type { Workbook } from './workbook';
import { unescaped, type XmlHandlers } from './xml';

/** Numbers from this one on have 16 digits or more, and Excel keeps 15. */
const LONG_NUMBER = 1e15;

/** Collects the records of a sheet from its XML. Rows without content do not count. */
export class SheetReader implements XmlHandlers {
  private records: RawRecord[] = [];
  private count = 0;
  private row: RawCell[] = [];
  private rowNumber = 0;
  private rowCharacters = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private content = '';
  private formula: string | undefined;
  private taking: 'nothing' | 'content' | 'formula' = 'nothing';
  private phonetic = false;
  /** True after the cells. Formulas there belong to validations and similar things. */
  private ended = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly limits: ReadingLimits,
  ) {}

  take(): readonly RawRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.ended) return;
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f') {
      this.formula = '';
      this.taking = 'formula';
    } else if (name === 'rPh') this.phonetic = true;
    else if (name === 'v' || (name === 't' && !this.phonetic)) this.taking = 'content';
  }

  text(text: string): void {
    if (this.taking === 'nothing') return;
    if (this.taking === 'formula') this.formula += text;
    else this.content += text;
    this.rowCharacters += text.length;
    if (this.rowCharacters > this.limits.recordBytes)
      throw this.problem(`enregistrement de plus de ${sizeText(this.limits.recordBytes)}`);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'sheetData') this.ended = true;
    else if (name === 'v' || name === 't' || name === 'f') this.taking = 'nothing';
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    this.row = [];
    this.rowNumber = Number(attributes['r']) || this.rowNumber + 1;
    this.rowCharacters = 0;
    this.column = -1;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.column = columnOf(attributes['r']) ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.content = '';
    this.formula = undefined;
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === '') return;
    if (this.column >= this.limits.columns)
      throw this.problem(`plus de ${this.limits.columns} colonnes : ${this.limits.columns} au plus sont acceptées`);
    while (this.row.length < this.column) this.row.push('');
    this.row[this.column] = cell;
  }

  private closeRow(): void {
    if (this.row.every((cell) => typeof cell === 'string' && cell.trim() === '')) return;
    this.count++;
    this.records.push({ cells: this.row, fileLine: this.rowNumber });
  }

  private cell(): RawCell {
    if (this.formula !== undefined) return { kind: 'formula', text: `=${this.formula}` };
    const { type, content } = this;
    if (type === 's') return content === '' ? '' : this.sharedText(Number(content));
    if (type === 'b')
      return content === '' ? '' : { kind: 'boolean', text: content === '1' || content === 'true' ? 'VRAI' : 'FAUX' };
    if (type === 'e') return { kind: 'error', text: content };
    if (type === 'd') return { kind: 'day', text: content.slice(0, 10) };
    if (type === 'n') return content === '' ? '' : this.number(content);
    return unescaped(content);
  }

  private sharedText(index: number): string {
    const text = this.workbook.sharedTexts[index];
    if (text === undefined) throw this.problem('le contenu du classeur est endommagé : un texte manque');
    this.rowCharacters += text.length;
    return text;
  }

  private problem(message: string): TableProblem {
    return new TableProblem(message, this.count + 1, this.rowNumber);
  }

  private number(content: string): RawCell {
    const value = Number(content);
    if (!Number.isFinite(value)) return content;
    const format = this.workbook.formats[this.style] ?? 'plain';
    const day = format === 'day' ? dayOfSerial(value, this.workbook.from1904) : undefined;
    if (day) return { kind: 'day', text: day };
    const text = format === 'percent' ? percentText(value) : decimalText(value);
    const isAsTyped = format === 'plain' && Math.abs(value) < LONG_NUMBER && !text.includes('.');
    return isAsTyped ? text : { kind: 'number', text };
  }
}

/** The column of a reference such as `AB12`, from 0; undefined where there is none. */
function columnOf(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let column = 0;
  for (const letter of reference) {
    const rank = letter.charCodeAt(0) - 64;
    if (rank < 1 || rank > 26 || column > 100_000) break;
    column = column * 26 + rank;
  }
  return column - 1;
}
