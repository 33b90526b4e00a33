import type { Instant } from '#kernel';

/** A report as it is handed out on paper: what it says, in words and figures already written for its readers. */
export interface PrintedDocument {
  readonly title: string;
  /** Whose document it is, and of what: a line each, under the title. */
  readonly about: readonly string[];
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  readonly paper: 'portrait' | 'landscape';
  /** The moment that it tells, not that of its making: the same state is the same file, to the byte. Null where nothing was recorded. */
  readonly asOf: Instant | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** What a reader must not miss. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** A short table under its own title, never cut in two. */
  | { readonly kind: 'section'; readonly title: string; readonly table: PrintedTable };

export interface PrintedTable {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row, set apart: of all together. */
  readonly total?: readonly string[];
}

export interface PrintedColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** It takes what the others leave. */
  readonly isWide?: boolean;
  /** Where it must stand under that of another table: its width in points. Else what its texts take. */
  readonly width?: number;
}

/** The notices that there is something to say of. */
export function noticesOf(...texts: readonly (string | false | undefined)[]): Block[] {
  return texts.flatMap((text) => (text ? [{ kind: 'notice', text } as const] : []));
}
