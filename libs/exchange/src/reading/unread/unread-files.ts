import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from '../fault';
import type { Mapping } from '../mapping/mapping';
import type { FileSpec } from '../spec';
import { parseFileName, type FileName } from './file-name';
import { firstRecord } from './first-record';
import { adviceOnName, wantedFiles, type NameAdvice } from './name-advice';

/** What `reportUnread` needs to report the files of a directory that are not read. */
export interface UnreadFilesContext {
  readonly directory: string;
  readonly specs: readonly FileSpec[];
  readonly mapping: Mapping | undefined;
  /** Our names of the files that are read. */
  readonly read: ReadonlySet<string>;
  readonly findings: Findings;
  /** Receives our names of the tables that are left out. */
  readonly unread: Set<string>;
}

/** A line of ordinary text rarely has so many separators. */
const TABLE_COLUMNS = 4;
/** A header is ours where at least this share of its columns is ours. */
const MOST_COLUMNS = 0.5;

/** A table of ours that is not read is a fault that says what to do; a file that is none of ours is a warning. */
export async function reportUnread(names: readonly string[], context: UnreadFilesContext): Promise<void> {
  const wanted = wantedFiles(context.specs, context.mapping);
  for (const name of names) {
    const { findings } = context;
    const found = await describe(name, context);
    const advice = found.isFolder ? undefined : adviceOnName(name, wanted);
    const leftOut = advice && holds(advice, found, context) ? advice : tableByHeader(found, context);
    if (leftOut) context.unread.add(leftOut.ours);
    if (leftOut) findings.fault(about(name, leftOut.message));
    else findings.warning(about(name, warningOn(found)));
  }
}

/** What was found under a name. */
interface Described {
  readonly name: FileName;
  readonly isFolder: boolean;
  /** For a folder: the tables of ours in it. */
  readonly tables: readonly string[];
  /** For a file that may be a table: its first row. */
  readonly header: readonly string[];
}

async function describe(name: string, { directory, specs }: UnreadFilesContext): Promise<Described> {
  const path = join(directory, name);
  const parsed = parseFileName(name);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const within = isFolder ? await readdir(path).catch((): string[] => []) : [];
  const ours = new Set(specs.map(({ file }) => parseFileName(file).base));
  const tables = within.filter((each) => {
    const { base, form } = parseFileName(each);
    return form === 'read' && ours.has(base);
  });
  const mayBeTable = !isFolder && ['read', 'text', 'none'].includes(parsed.form);
  const header = mayBeTable ? await firstRecord(path, parsed.extensions[0] === 'xlsx') : [];
  return { name: parsed, isFolder, tables, header };
}

function holds({ holds, ours }: NameAdvice, { header }: Described, context: UnreadFilesContext): boolean {
  if (holds === 'where-missing') return !context.read.has(ours);
  return holds === 'always' || header.length >= TABLE_COLUMNS || header.some((cell) => isColumn(cell, ours, context));
}

function isColumn(cell: string, ours: string, { specs, mapping }: UnreadFilesContext): boolean {
  const name = mapping?.files.get(ours)?.columns.get(cell) ?? cell;
  return specs.some(({ file, columns }) => file === ours && columns.some((column) => column.name === name));
}

/** The advice on a file that has the header of one of ours, under any name. */
function tableByHeader(
  { header, name }: Described,
  { specs, mapping }: UnreadFilesContext,
): Pick<NameAdvice, 'ours' | 'message'> | undefined {
  const found = header.filter((cell) => cell !== '');
  const likeness = specs.map((spec) => {
    const own = mapping?.files.get(spec.file);
    const columns = new Set(found.map((cell) => own?.columns.get(cell) ?? cell));
    const known = spec.columns.filter((column) => columns.has(column.name)).length;
    const isWhole = spec.columns.every((column) => {
      return !column.required || columns.has(column.name) || own?.constants.has(column.name) === true;
    });
    return { spec, known: isWhole && known >= found.length * MOST_COLUMNS ? known : 0 };
  });
  const best = likeness.reduce((one, other) => (other.known > one.known ? other : one));
  if (best.known === 0) return undefined;
  const { file } = best.spec;
  const target = file.replace('.csv', name.extensions[0] === 'xlsx' ? '.xlsx' : '.csv');
  return {
    ours: file,
    message: `ce tableau a l’en-tête de ${file} : renommez-le en ${target}, donnez son nom dans une correspondance, ou retirez-le`,
  };
}

function warningOn({ isFolder, tables, name: { form, extensions } }: Described): string {
  if (tables.length > 0)
    return `dossier ignoré, avec ${tables.join(', ')} : importez-le à part, ou déplacez ses fichiers`;
  if (isFolder) return 'dossier ignoré';
  if (form === 'sheet')
    return `fichier inconnu, ignoré ; un classeur .${extensions[0]!} n’est pas lu : si c’est l’un de vos tableaux, enregistrez en XLSX sous son nom`;
  return 'fichier inconnu, ignoré';
}

function about(file: string, message: string) {
  return { file, line: 0, column: '', value: '', message };
}
