import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { normalForm } from '#kernel';
import { Notices } from '#shapes';
import type { Findings } from '../fault';
import type { FileSpec } from '../spec';
import type { DateForm } from './date-form';
import type { FileMapping, Mapping } from './mapping';
import { daysOf, mappingShape, type FileDraft } from './mapping-shape';

const MOST_BYTES = 1024 * 1024;
const NOTHING: Mapping = { files: new Map() };

/** Reads the mapping file. Every mistake in it is a fault: line 0, and the path of the member as column. */
export async function readMapping(path: string, specs: readonly FileSpec[], findings: Findings): Promise<Mapping> {
  const report = (column: string, message: string, value = ''): void =>
    findings.fault({ file: basename(path), line: 0, column, value, message });
  try {
    if ((await stat(path)).size > MOST_BYTES)
      report('', 'fichier de correspondance trop grand : 1 Mio au plus est accepté');
    else return parseMapping(await readFile(path, 'utf8'), specs, report);
  } catch {
    report('', 'fichier de correspondance introuvable ou illisible');
  }
  return NOTHING;
}

/** The mapping that a JSON text describes. Mistakes are reported, and the members that hold them are left out. */
function parseMapping(
  text: string,
  specs: readonly FileSpec[],
  report: (path: string, message: string, value: string) => void,
): Mapping {
  const notices = new Notices();
  const root = notices.read(text);
  const drafts = root && mappingShape(specs).read(root, notices)?.files;
  for (const { path, message, value } of notices.faults) report(path, message, value);
  if (!drafts) return NOTHING;
  const found = specs.flatMap((spec): readonly [string, FileMapping][] => {
    const draft = drafts[spec.file];
    return draft ? [[spec.file, mappingOf(spec, draft)]] : [];
  });
  return { files: new Map(found) };
}

function mappingOf(spec: FileSpec, { file, columns, values, dates, constants }: FileDraft): FileMapping {
  return {
    ours: spec.file,
    file,
    columns: byNormalForm(columns),
    values: new Map([...(values ?? [])].map(([column, words]) => [column, byNormalForm(words)])),
    dates: datesOf(spec, dates),
    constants: constants ?? new Map(),
  };
}

/** Words of the office that look the same count as the same. */
function byNormalForm(found: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  return new Map([...found].map(([theirs, ours]) => [normalForm(theirs), ours]));
}

/** The form of each column. A single form holds for every column of days. */
function datesOf(spec: FileSpec, found: FileDraft['dates']): ReadonlyMap<string, DateForm> {
  if (found === undefined) return new Map();
  return 'read' in found ? new Map(daysOf(spec).map((column) => [column, found])) : found;
}
