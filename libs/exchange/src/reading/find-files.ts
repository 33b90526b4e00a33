import { access, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONVENTION_FILE, CONVENTION_SCHEMA_FILE } from './convention-file';
import type { Findings } from './fault';
import type { FileMapping, Mapping } from './mapping/mapping';
import { comparableName, csvSource, xlsxSource, type Source } from './source';
import type { FileSpec } from './spec';
import { reportUnread } from './unread/unread-files';

/** One of our files, found in a directory. */
export interface FoundFile {
  readonly spec: FileSpec;
  readonly source: Source;
  readonly mapping?: FileMapping;
}

/** Another reader reads the first; only editors read the second. */
const OTHERS: readonly string[] = [CONVENTION_FILE, CONVENTION_SCHEMA_FILE];

/**
 * Our files in a directory, in the order of the specs. A missing directory, both forms of one file, an unreadable file and a table of
 * ours that is not read are faults; a file that is none of ours is a warning.
 * @param unread receives our names of the files that are there and not read
 */
export async function findFiles(
  directory: string,
  specs: readonly FileSpec[],
  findings: Findings,
  mapping?: Mapping,
  unread: Set<string> = new Set(),
): Promise<readonly FoundFile[]> {
  const names = await listNames(directory, findings);
  if (!names) return [];
  const known = new Set<string>();
  const found: FoundFile[] = [];
  for (const spec of specs) {
    const own = mapping?.files.get(spec.file);
    const forms = formsOf(own?.file ?? spec.file, names);
    forms.forEach((name) => known.add(name));
    const [name, other] = forms;
    if (name === undefined) continue;
    if (other !== undefined)
      findings.fault(about(other, `${name} et ${other} sont présents tous deux : gardez-en un seul`));
    else if (await isReadable(directory, name, findings))
      found.push({ spec, source: sourceOf(directory, name), mapping: own });
    if (found.at(-1)?.spec !== spec) unread.add(spec.file);
  }
  const others = names.filter((name) => !known.has(name) && !OTHERS.includes(comparableName(name)));
  const read = new Set(found.map(({ spec }) => spec.file));
  await reportUnread(others, { directory, specs, mapping, read, findings, unread });
  return found;
}

async function listNames(directory: string, findings: Findings): Promise<readonly string[] | undefined> {
  try {
    const names = await readdir(directory);
    // Without hidden files, and without the files that Excel makes while a workbook is open.
    return names.filter((name) => !name.startsWith('.') && !name.startsWith('~$')).sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const message =
      code === 'ENOENT'
        ? 'ce dossier n’existe pas'
        : code === 'ENOTDIR'
          ? 'un dossier de fichiers est attendu'
          : 'ce dossier ne peut pas être lu : vérifiez vos droits';
    findings.fault(about(directory, message));
    return undefined;
  }
}

/** The names of a file in the directory: as CSV, as XLSX, in capitals or not. */
function formsOf(file: string, names: readonly string[]): readonly string[] {
  const base = comparableName(file).replace(/\.(csv|xlsx)$/, '');
  return names.filter((name) => [`${base}.csv`, `${base}.xlsx`].includes(comparableName(name)));
}

async function isReadable(directory: string, name: string, findings: Findings): Promise<boolean> {
  try {
    const path = join(directory, name);
    await access(path, constants.R_OK);
    if ((await stat(path)).isFile()) return true;
    findings.fault(about(name, 'un fichier est attendu'));
  } catch {
    findings.fault(about(name, 'ce fichier ne peut pas être lu : vérifiez vos droits'));
  }
  return false;
}

function sourceOf(directory: string, name: string): Source {
  const path = join(directory, name);
  return comparableName(name).endsWith('.xlsx') ? xlsxSource(name, path) : csvSource(name, path);
}

function about(file: string, message: string) {
  return { file, line: 0, column: '', value: '', message };
}
