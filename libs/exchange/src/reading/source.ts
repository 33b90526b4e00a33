import { createReadStream } from 'node:fs';
import { normalForm } from '#kernel';

/** A file to read: its form, its name, and where its bytes are. */
export type Source = CsvSource | XlsxSource;

export interface CsvSource {
  readonly form: 'csv';
  /** The name that faults give. */
  readonly name: string;
  /** Its bytes from the start. It is called twice: the first time to find the encoding. */
  open(): AsyncIterable<Uint8Array>;
}

export interface XlsxSource {
  readonly form: 'xlsx';
  readonly name: string;
  readonly path: string;
}

/** The form in which names of files are compared: systems write accents in different ways, and people write capitals or not. */
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

/** A cell as its file holds it. CSV has texts only. Excel also gives the kind of a cell, and some columns cannot hold every kind. */
export type RawCell = string | SpecialCell;

export interface SpecialCell {
  /**
   * `number`: its digits may differ from those that were typed. Excel keeps 15 digits, shows a comma for the point, and its format
   * may add zeros in front, an exponent or a percent sign.
   */
  readonly kind: 'day' | 'boolean' | 'number' | 'formula' | 'error';
  readonly text: string;
}

/** A row of a file that is not blank. */
export interface RawRecord {
  readonly cells: readonly RawCell[];
  /** The line of the file, or the row of the sheet, on which it begins. */
  readonly fileLine: number;
  /** The index of a cell that holds whole lines of the file, because of a quote that nobody meant. */
  readonly swallowing?: number;
}
