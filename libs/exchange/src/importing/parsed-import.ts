import type { ImportedConventionFile } from './convention/convention-import';
import type { KnownFacts } from '#allocation';
import type { PriorityListEstablished } from '#fragility';
import type { ProcessFile } from './process/row-faults';
import type { ReferenceFile } from './record-kinds';

/** Files whose rows are about people. Personal values of these rows are sealed. */
export type PeopleFile = 'attributions.csv' | 'relogements.csv';

export interface ParsedRow<Row> {
  /** The header is line 1, then one line for each record. */
  readonly line: number;
  readonly row: Row;
  /** The canonical text of the row, the same for every spelling of the file. The row digest covers it. */
  readonly cells: string;
  /** The number of the row as it was typed, where its normal form differs. Old histories recorded numbers as they were typed. */
  readonly keyAsTyped?: string;
}

/** A list after the checks: the rows of one landlord and day. */
export interface ParsedList {
  readonly stream: string;
  /** Undefined where the same list is recorded already. */
  readonly event: PriorityListEstablished | undefined;
  readonly rows: number;
  /** The canonical text of its rows, the same in whatever order they come. */
  readonly cells: string;
}

/** The rows of a directory after every file was read and every reference was checked, in the order in which they are recorded. */
export interface ParsedImport {
  /** Rows are removed from here when they are planned. */
  readonly rows: ReadonlyMap<ReferenceFile | PeopleFile | ProcessFile | 'listes.csv', ParsedRow<object>[]>;
  /** The lists that the rows of listes.csv make. */
  readonly lists: readonly ParsedList[];
  /** The name of each file in the directory, by our name. */
  readonly names: ReadonlyMap<string, string>;
  /** The convention.json of the directory. */
  readonly convention: ImportedConventionFile | undefined;
  readonly total: number;
  /** Recorded bounds and communes, with those of this import. */
  readonly known: KnownFacts;
  /** Years whose bounds this import gives or changes. */
  readonly newYears: ReadonlySet<number>;
  /** Whether this import adds a commune to the EPCI. */
  readonly newCommunes: boolean;
}
