import { normalForm } from '#kernel';
import { alikeHeader } from './alike-header';
import { TableProblem, type Findings } from './fault';
import type { FileMapping } from './mapping/mapping';
import type { RawCell, RawRecord } from './source';
import type { FileSpec } from './spec';

/** The places of the columns of a spec in a file. */
export interface Header {
  /** In the order of the spec; -1 where the file has no such column. */
  readonly positions: readonly number[];
  /** The names of the file, by position, up to the last column that has a name. */
  readonly names: readonly string[];
  /** The number of cells of the header, with those at the end that have no name. */
  readonly width: number;
  /** False where a required column is missing, or a column is given twice. No row of the file can then be taken. */
  readonly complete: boolean;
  /** False where a column of the key is missing: no row can then be identified. */
  readonly hasKey: boolean;
}

const LONGEST_HEADER = 100;

/** Whether the row is a header of the file, with every required column. */
export function isHeader(record: RawRecord['cells'], spec: FileSpec, mapping?: FileMapping): boolean {
  const names = new Set(record.map((cell) => nameIn(cell)).map((name) => mapping?.columns.get(name) ?? name));
  return spec.columns.every(
    ({ name, required }) => !required || names.has(name) || mapping?.constants.has(name) === true,
  );
}

/** The table whose whole header this is: the one that has most of these columns, where the table that is read has no more of them. */
export function otherTable(
  record: RawRecord['cells'],
  spec: FileSpec,
  specs: readonly FileSpec[],
  mapping?: FileMapping,
): FileSpec | undefined {
  const names = record.map(nameIn);
  const known = (of: FileSpec, ours: readonly string[] = names): number =>
    of.columns.filter(({ name }) => ours.includes(name)).length;
  const own = names.map((name) => mapping?.columns.get(name) ?? name);
  const best = specs.filter((other) => isHeader(record, other)).sort((one, other) => known(other) - known(one))[0];
  return best && known(best) >= known(spec, own) ? best : undefined;
}

function nameIn(cell: RawCell): string {
  return normalForm(typeof cell === 'string' ? cell : cell.text);
}

/** Reads the header. Each unknown column is one warning; missing and repeated columns are faults. */
export function readHeader(
  record: RawRecord['cells'],
  file: string,
  spec: FileSpec,
  findings: Findings,
  mapping?: FileMapping,
): Header {
  const names = record.map(nameIn);
  const width = names.length;
  while (names.at(-1) === '') names.pop();
  const oursOf = (name: string) => mapping?.columns.get(name) ?? name;
  const ours = names.map(oursOf);
  const isKnown = (name: string): boolean => spec.columns.some((column) => column.name === oursOf(name));
  refuseSwallowedRows(record, isKnown);
  refuseOneCell(names, isKnown);
  const at = (column: string, value: string, message: string) => ({ file, line: 1, column, value, message });
  let complete = true;
  const refuse = (column: string, value: string, message: string): void => {
    complete = false;
    findings.fault(at(column, value, message));
  };
  warnOfUnknown(names, ours, spec, (name, message) => findings.warning(at(name, '', message)));
  ours.forEach((name, position) => {
    if (name !== '' && ours.indexOf(name) !== position)
      refuse(names[position]!, '', `la colonne ${name} figure deux fois dans l’en-tête`);
  });
  const unknown = names.filter((_, position) => spec.columns.every(({ name }) => name !== ours[position]));
  for (const column of spec.columns)
    if (column.required && !ours.includes(column.name) && !mapping?.constants.has(column.name))
      refuse(column.name, '', missingColumn(column.name, unknown));
  const positions = spec.columns.map((column) => ours.indexOf(column.name));
  const hasKey = spec.columns.every(({ field, name }, index) => {
    return !spec.key.includes(field) || positions[index]! >= 0 || mapping?.constants.has(name) === true;
  });
  return { positions, names, width, complete, hasKey };
}

function missingColumn(column: string, unknown: readonly string[]): string {
  const missing = `la colonne ${column} est obligatoire et absente de l’en-tête`;
  const alike = alikeHeader(column, unknown);
  return alike === undefined
    ? missing
    : `${missing} ; « ${alike.slice(0, LONGEST_HEADER)} » lui ressemble : renommez-la, ou donnez-la dans une correspondance`;
}

/** The characters by which programs end a line. */
const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/;

/**
 * Where the file has line ends that are not read, or a quote that nobody meant, its rows become part of the header: a header cell then
 * holds a column's name and lines after it.
 * @throws TableProblem
 */
function refuseSwallowedRows(record: RawRecord['cells'], isKnown: (name: string) => boolean): void {
  for (const cell of record) {
    const text = typeof cell === 'string' ? cell : cell.text;
    const [line = '', ...others] = text.split(LINE_ENDS).map(normalForm);
    const [first = ''] = line.split(';');
    if (others.some((other) => other !== '') && isKnown(first) && !isKnown(normalForm(text)))
      throw new TableProblem(
        `l’en-tête contient des lignes entières, à partir de « ${first} » : les fins de ligne du fichier ne sont pas lues, ou un guillemet (") reste ouvert ; enregistrez-le en « CSV UTF-8 »`,
        1,
      );
  }
}

/** The characters by which programs separate cells. */
const SEPARATORS = /[;,\t|]/;
/** A name with a comma in it is not a header: two of its parts are then rarely names of columns. */
const LEAST_COLUMNS = 2;

/**
 * A tool that puts quotes around whole lines makes one cell of the header. Each column would then be missing.
 * @throws TableProblem
 */
function refuseOneCell(names: readonly string[], isKnown: (name: string) => boolean): void {
  const [only = '', ...others] = names;
  if (others.length > 0) return;
  const columns = only.split(SEPARATORS).map((name) => normalForm(name.replaceAll('"', '')));
  if (columns.filter(isKnown).length >= LEAST_COLUMNS)
    throw new TableProblem(
      'l’en-tête tient en une seule cellule : chaque ligne du fichier est entre guillemets ; enregistrez-le en « CSV UTF-8 », sans eux',
      1,
    );
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
