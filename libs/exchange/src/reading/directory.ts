import type { CommuneFacts } from '#territory';
import { filesWith, type PublicColumn } from '../files';
import type { IsInEpci } from '#territory';
import type { Findings } from './fault';
import { FileLines } from './file-lines';
import { findFiles } from './find-files';
import type { ReadingLimits } from './limits';
import { readMapping } from './mapping/parse-mapping';
import { UnmappedValues, type UnmappedValue } from './mapping/unmapped';
import { readRows, type ReadRow } from './rows';

export interface DirectoryOptions {
  /** Path of a mapping file. */
  readonly mapping?: string;
  readonly limits?: ReadingLimits;
  /** The publics for which attributions.csv has columns. */
  readonly publics?: readonly PublicColumn[];
  /** According to what is recorded. The communes of the directory are added to it. */
  readonly isInEpci?: IsInEpci;
}

export type ValidRow = Extract<ReadRow<object>, { valid: true }>;
export type FaultyRow = Extract<ReadRow<object>, { valid: false }>;

/** The rows of a directory, by our name of each file. A file comes after those that it refers to. */
export interface DirectoryRows {
  readonly rows: ReadonlyMap<string, ValidRow[]>;
  /** Rows with faults, with the values that could be read: their references and keys are checked too. */
  readonly faulty: ReadonlyMap<string, readonly FaultyRow[]>;
  /** The name of each file in the directory, by our name. */
  readonly names: ReadonlyMap<string, string>;
  /** On which lines the records of each file are, by its name in the directory. */
  readonly lines: ReadonlyMap<string, FileLines>;
  /** Our names of the files of which some rows could not be read. */
  readonly unread: ReadonlySet<string>;
  /** Only with a mapping. */
  readonly unmapped?: readonly UnmappedValue[];
}

/** Reads every file of a directory. Faults and warnings go to the findings. */
export async function readDirectory(
  directory: string,
  options: DirectoryOptions,
  findings: Findings,
): Promise<DirectoryRows> {
  const files = filesWith(options.publics ?? []);
  const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping, files, findings);
  const unmapped = new UnmappedValues();
  const rows = new Map<string, ValidRow[]>();
  const faulty = new Map<string, FaultyRow[]>();
  const names = new Map<string, string>();
  const lines = new Map<string, FileLines>();
  const unread = new Set<string>();
  // communes.csv is read first.
  const isInEpci: IsInEpci = (commune) =>
    options.isInEpci?.(commune) === true ||
    (rows.get('communes.csv') ?? []).some(({ row }) => (row as CommuneFacts).code === commune);
  for (const { spec, source, mapping: own } of await findFiles(directory, files, findings, mapping, unread)) {
    const valid: ValidRow[] = [];
    const others: FaultyRow[] = [];
    const fileLines = new FileLines();
    const { limits } = options;
    const reading = { limits, mapping: own, specs: files, unmapped, lines: fileLines, unread, isInEpci };
    for await (const batch of readRows(source, spec, findings, reading))
      for (const row of batch)
        if (row.valid) valid.push(row);
        else others.push(row);
    rows.set(spec.file, valid);
    faulty.set(spec.file, others);
    names.set(spec.file, source.name);
    lines.set(source.name, fileLines);
  }
  return { rows, faulty, names, lines, unread, ...(mapping && { unmapped: unmapped.list() }) };
}
