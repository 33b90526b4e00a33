import type { Instant } from '#kernel';

/** A report on paper. Its texts and figures are already written in French for its readers. */
export interface PrintedDocument {
  readonly title: string;
  /** The document is a letter: these lines stand above its title, which is no larger than a heading. */
  readonly before?: readonly string[];
  /** The lines under the title: whose document it is, and what it is about. */
  readonly about: readonly string[];
  /** The text at the foot of every page, beside the page number. */
  readonly foot: string;
  /** Only in the properties of the file: the exact state of the history from which it was made. */
  readonly keywords?: string;
  readonly paper: 'portrait' | 'landscape';
  /** The instant of the state that it shows, not of its making: the same state gives the same bytes. Null where nothing was recorded. */
  readonly asOf: Instant | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** A paragraph of a letter, in larger characters than a table. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** An important text, shown in bold. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** A short table with a title of its own. It is never split over two pages. */
  | { readonly kind: 'section'; readonly title: string; readonly table: PrintedTable }
  /** The place, the day, and room for each person who signs. It is never split over two pages. */
  | { readonly kind: 'signatures'; readonly signers: readonly string[] };

export interface PrintedTable {
  /** A title that is repeated with the head on every page. */
  readonly title?: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row, with another style: the total of all rows. */
  readonly total?: readonly string[];
}

export interface PrintedColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** The column takes the width that the others leave. */
  readonly isWide?: boolean;
  /** The width in points, for a column that must be aligned with a column of another table. Default: the width of its texts. */
  readonly width?: number;
}
