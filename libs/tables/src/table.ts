/** The value of a cell. Decimals are numbers or, where they must stay exact, texts with a point. */
export type OutValue = string | number | boolean | null;

/**
 * `day`: `AAAA-MM-JJ`; `yes-no`: a boolean, written O or N; `rate`: an unrounded fraction, which a workbook shows as a percentage and a
 * CSV writes as a decimal.
 */
export type OutKind = 'text' | 'integer' | 'decimal' | 'rate' | 'day' | 'yes-no';

export interface OutColumn<Row> {
  /** The name of the column in files for programs. */
  readonly header: string;
  /** The name of the column for people, in French. Default: the header. */
  readonly title?: string;
  readonly kind: OutKind;
  value(row: Row): OutValue;
}

/** A table to write. Its rows are read one at a time, so that a list of any length can be written. */
export interface Table<Row> {
  /** The title of the sheet. */
  readonly name: string;
  readonly columns: readonly OutColumn<Row>[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

/** About how many characters are gathered before they are written. */
export const PIECE = 64 * 1024;
