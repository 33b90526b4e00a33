import type { CommuneFacts } from '#territory';
import { filesWith, type PublicColumn } from '../files';
import type { IsInEpci } from './cells';
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
  /** Those that attributions.csv has columns for. */
  readonly publics?: readonly PublicColumn[];
  /** By what was recorded: the communes of the directory are added. */
  readonly isInEpci?: IsInEpci;
}

export type ValidRow = Extract<ReadRow<object>, { valid: true }>;
export type FaultyRow = Extract<ReadRow<object>, { valid: false }>;

/** The rows of a directory by our file name, referenced files first. */
export interface DirectoryRows {
  readonly rows: ReadonlyMap<string, ValidRow[]>;
  /** Rows with faults: what they could say, for their references and keys to be checked all the same. */
  readonly faulty: ReadonlyMap<string, readonly FaultyRow[]>;
  /** The name that each file has in the directory, by ours. */
  readonly names: ReadonlyMap<string, string>;
  /** Where its records are in each file, by the name that it has in the directory. */
  readonly lines: ReadonlyMap<string, FileLines>;
  /** Our names of the files whose rows are not all known. */
  readonly unread: ReadonlySet<string>;
  /** With a mapping alone. */
  readonly unmapped?: readonly UnmappedValue[];
}

/** Reads every file of a directory; what is wrong goes to the findings. */
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
    const reading = { limits: options.limits, mapping: own, unmapped, lines: fileLines, unread, isInEpci };
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
