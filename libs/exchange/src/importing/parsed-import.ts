import type { ToldConventionFile } from './convention/convention-import';
import type { KnownFacts } from '#allocation';
import type { ReferenceFile } from './record-kinds';

/** Files whose rows are people's, and sealed. */
export type PeopleFile = 'attributions.csv' | 'relogements.csv';

export interface ParsedRow<Row> {
  /** The header is line 1, then one a record. */
  readonly line: number;
  readonly row: Row;
  /** The canonical text of the row, whatever the spelling of the file: what the row digest covers. */
  readonly cells: string;
  /** The row's number as it was recorded before codes were brought to their normal form, where that is another. */
  readonly keyAsTyped?: string;
}

/** The rows of a directory once every file is read and every reference holds, in the order in which they are recorded. */
export interface ParsedImport {
  /** Emptied as they are planned. */
  readonly rows: ReadonlyMap<ReferenceFile | PeopleFile, ParsedRow<object>[]>;
  /** The name that each file has in the directory, by ours. */
  readonly names: ReadonlyMap<string, string>;
  /** The convention.json of the directory. */
  readonly convention: ToldConventionFile | undefined;
  readonly total: number;
  /** Bounds and communes, with those of this import. */
  readonly known: KnownFacts;
  /** Years whose bounds this import may change. */
  readonly newYears: ReadonlySet<number>;
  /** Whether a commune joins the EPCI by this import. */
  readonly newCommunes: boolean;
}
