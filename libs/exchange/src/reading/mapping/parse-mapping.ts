import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { normalForm } from '#kernel';
import { readText, Unreadable } from '../cells';
import type { Findings } from '../fault';
import type { FileSpec } from '../spec';
import { dateForm, type DateForm, type FileMapping, type Mapping } from './mapping';

const MOST_BYTES = 1024 * 1024;
const FILE_MEMBERS = ['file', 'columns', 'values', 'dates', 'constants'];

type Members = Readonly<Record<string, unknown>>;

/** Reads the mapping file. Every mistake in it is a fault: line 0, and the path of the member as column. */
export async function readMapping(path: string, specs: readonly FileSpec[], findings: Findings): Promise<Mapping> {
  const report = (at: string, message: string, value = '') =>
    findings.fault({ file: basename(path), line: 0, column: at, value, message });
  try {
    if ((await stat(path)).size > MOST_BYTES)
      report('', 'fichier de correspondance trop grand : 1 Mio au plus est accepté');
    else return parseMapping(JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, '')), specs, report);
  } catch (error) {
    report(
      '',
      error instanceof SyntaxError ? 'du JSON est attendu' : 'fichier de correspondance introuvable ou illisible',
    );
  }
  return { files: new Map() };
}

type Report = (at: string, message: string, value?: string) => void;

/** The mapping that a JSON value describes; what is wrong in it is reported and left out. */
export function parseMapping(json: unknown, specs: readonly FileSpec[], report: Report): Mapping {
  const files = new Map<string, FileMapping>();
  for (const [name, value] of members(
    { files: undefined, ...known(json, '', ['files'], report) }['files'],
    'files',
    report,
  )) {
    const at = `files.${name}`;
    const spec = specs.find((candidate) => candidate.file === name);
    if (spec) files.set(name, parseFile(spec, known(value, at, FILE_MEMBERS, report), at, report));
    else report(at, `l’un de ces noms est attendu : ${specs.map((candidate) => candidate.file).join(', ')}`, name);
  }
  return { files };
}

function parseFile(spec: FileSpec, found: Members, at: string, report: Report): FileMapping {
  const file = found['file'];
  if (file !== undefined && (typeof file !== 'string' || !/^[^/\\]+\.(csv|xlsx)$/i.test(file)))
    report(`${at}.file`, 'un nom de fichier .csv ou .xlsx, sans dossier, est attendu', String(file));
  return {
    ours: spec.file,
    file: typeof file === 'string' ? file : undefined,
    columns: parseColumns(spec, found['columns'], `${at}.columns`, report),
    values: parseValues(spec, found['values'], `${at}.values`, report),
    dates: parseDates(spec, found['dates'], `${at}.dates`, report),
    constants: parseConstants(spec, found['constants'], `${at}.constants`, report),
  };
}

function parseColumns(spec: FileSpec, found: unknown, at: string, report: Report): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const [header, column] of texts(found, at, report)) {
    if (!isColumn(spec, column, `${at}.${header}`, report)) continue;
    if ([...columns.values()].includes(column))
      report(`${at}.${header}`, 'deux en-têtes donnent la même colonne', column);
    columns.set(normalForm(header), column);
  }
  return columns;
}

function parseValues(
  spec: FileSpec,
  found: unknown,
  at: string,
  report: Report,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const values = new Map<string, ReadonlyMap<string, string>>();
  for (const [column, map] of members(found, at, report))
    if (isColumn(spec, column, `${at}.${column}`, report))
      values.set(
        column,
        new Map(texts(map, `${at}.${column}`, report).map(([theirs, ours]) => [normalForm(theirs), ours])),
      );
  return values;
}

function parseDates(spec: FileSpec, found: unknown, at: string, report: Report): ReadonlyMap<string, DateForm> {
  const days = spec.columns.filter((column) => column.reader.form === 'day').map((column) => column.name);
  const forms = new Map<string, DateForm>();
  const set = (columns: readonly string[], text: string, where: string): void => {
    const form = dateForm(text);
    if (form) columns.forEach((column) => forms.set(column, form));
    else report(where, 'une forme de date est attendue, avec JJ, MM et AAAA, par exemple JJ.MM.AAAA', text);
  };
  if (typeof found === 'string') set(days, found, at);
  else
    for (const [column, text] of texts(found, at, report))
      if (days.includes(column)) set([column], text, `${at}.${column}`);
      else report(`${at}.${column}`, `une colonne de dates est attendue : ${days.join(', ')}`, column);
  return forms;
}

function parseConstants(spec: FileSpec, found: unknown, at: string, report: Report): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const [name, value] of texts(found, at, report)) {
    const column = spec.columns.find((candidate) => candidate.name === name);
    const read = column && readText(column.reader, value);
    if (!column) isColumn(spec, name, `${at}.${name}`, report);
    else if (read instanceof Unreadable) report(`${at}.${name}`, read.message, value);
    else constants.set(name, value);
  }
  return constants;
}

function isColumn(spec: FileSpec, column: string, at: string, report: Report): boolean {
  const names = spec.columns.map((candidate) => candidate.name);
  if (names.includes(column)) return true;
  report(at, `une colonne de ${spec.file} est attendue : ${names.join(', ')}`, column);
  return false;
}

/** The members of an object, of which only those are known. */
function known(found: unknown, at: string, names: readonly string[], report: Report): Members {
  const entries = members(found, at, report);
  for (const [name] of entries)
    if (!names.includes(name))
      report(at === '' ? name : `${at}.${name}`, `l’un de ces membres est attendu : ${names.join(', ')}`, name);
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)));
}

function members(found: unknown, at: string, report: Report): readonly [string, unknown][] {
  if (found === undefined) return [];
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return Object.entries(found);
  report(at, 'un objet JSON est attendu');
  return [];
}

function texts(found: unknown, at: string, report: Report): readonly [string, string][] {
  return members(found, at, report).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'string') return [[name, value.trim()]];
    report(`${at}.${name}`, 'un texte entre guillemets est attendu', JSON.stringify(value));
    return [];
  });
}
