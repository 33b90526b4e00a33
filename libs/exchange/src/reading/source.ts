import { createReadStream } from 'node:fs';
import { normalForm } from '#kernel';

/** A file to read: which of ours it is, and where its bytes are. */
export type Source = CsvSource | XlsxSource;

export interface CsvSource {
  readonly form: 'csv';
  /** The name that faults give. */
  readonly name: string;
  /** Its bytes from the start: called twice, once to tell the encoding. */
  open(): AsyncIterable<Uint8Array>;
}

export interface XlsxSource {
  readonly form: 'xlsx';
  readonly name: string;
  readonly path: string;
}

/** What names of files are compared by: systems differ on accents, and people on capitals. */
export function comparableName(file: string): string {
  return normalForm(file).toLowerCase();
}

const CHUNK = 64 * 1024;

export function csvSource(name: string, path: string): CsvSource {
  return { form: 'csv', name, open: () => createReadStream(path, { highWaterMark: CHUNK }) };
}

export function xlsxSource(name: string, path: string): XlsxSource {
  return { form: 'xlsx', name, path };
}

/** A cell as its file holds it. CSV knows texts only; Excel says more, which matters where the column cannot hold it. */
export type RawCell = string | SpecialCell;

export interface SpecialCell {
  /**
   * `number`: one that need not be the digits that were typed. Excel keeps 15 of them, shows a comma for the point, and its format
   * may add zeros in front, an exponent, a percent sign.
   */
  readonly kind: 'day' | 'boolean' | 'number' | 'formula' | 'error';
  readonly text: string;
}

/** A row of a file that says something. */
export interface RawRecord {
  readonly cells: readonly RawCell[];
  /** The line of the file, or the row of the sheet, on which it begins. */
  readonly fileLine: number;
  /** The place of a cell that holds whole lines of the file, where a quote that was not meant made it. */
  readonly swallowing?: number;
}
