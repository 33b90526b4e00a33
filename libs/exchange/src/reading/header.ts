import { normalForm } from '#kernel';
import type { Findings } from './fault';
import type { FileMapping } from './mapping/mapping';
import type { RawRecord } from './source';
import type { FileSpec } from './spec';

/** Where the columns of a spec stand in a file. */
export interface Header {
  /** By the spec's order; -1 where the file has no such column. */
  readonly positions: readonly number[];
  /** The file's own names, by position. */
  readonly names: readonly string[];
  /** False where a required column is missing, or one stands twice: no row of the file can then be taken. */
  readonly complete: boolean;
}

/** Reads the header. Unknown columns are warned of once; missing and repeated ones are faults. */
export function readHeader(
  record: RawRecord,
  file: string,
  spec: FileSpec,
  findings: Findings,
  mapping?: FileMapping,
): Header {
  const names = record.map((cell) => normalForm(typeof cell === 'string' ? cell : cell.text));
  const ours = names.map((name) => mapping?.columns.get(name) ?? name);
  const at = (column: string, value: string, message: string) => ({ file, line: 1, column, value, message });
  let complete = true;
  const refuse = (column: string, value: string, message: string): void => {
    complete = false;
    findings.fault(at(column, value, message));
  };
  if (names.length === 1 && /[,\t]/.test(names[0]!))
    refuse('', '', 'une seule colonne : les colonnes sont à séparer par des points-virgules');
  else warnOfUnknown(names, ours, spec, (name, message) => findings.warning(at(name, '', message)));
  ours.forEach((name, position) => {
    if (name !== '' && ours.indexOf(name) !== position)
      refuse(names[position]!, '', `la colonne ${name} figure deux fois dans l’en-tête`);
  });
  for (const column of spec.columns)
    if (column.required && !ours.includes(column.name) && !mapping?.constants.has(column.name))
      refuse(column.name, '', `la colonne ${column.name} est obligatoire et absente de l’en-tête`);
  return { positions: spec.columns.map((column) => ours.indexOf(column.name)), names, complete };
}

function warnOfUnknown(
  names: readonly string[],
  ours: readonly string[],
  spec: FileSpec,
  warn: (name: string, message: string) => void,
): void {
  const known = new Set(spec.columns.map((column) => column.name));
  names.forEach((name, position) => {
    if (name === '') warn('', `colonne ${position + 1} sans nom, ignorée`);
    else if (!known.has(ours[position]!)) warn(name, 'colonne inconnue, ignorée');
  });
}
