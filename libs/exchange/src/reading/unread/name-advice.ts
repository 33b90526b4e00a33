import { CONVENTION_FILE } from '../convention-file';
import type { Mapping } from '../mapping/mapping';
import type { FileSpec } from '../spec';
import { isLike, parseFileName, type FileForm } from './file-name';

/** A file that is looked for, under our name or under the name that a mapping gives. */
export interface WantedFile {
  readonly ours: string;
  readonly base: string;
  /** The name of the file that is read in its place, because of the mapping. */
  readonly replacedBy?: string;
}

/** Which of our files a file seems to be by its name, and what its sender should do. */
export interface NameAdvice {
  readonly ours: string;
  readonly message: string;
  /** When the advice is given: always; only if the content looks like a table; only if our file itself is missing. */
  readonly holds: 'always' | 'for-a-table' | 'where-missing';
}

export function wantedFiles(specs: readonly FileSpec[], mapping?: Mapping): readonly WantedFile[] {
  return specs.flatMap(({ file }) => {
    const theirs = mapping?.files.get(file)?.file;
    const { base } = parseFileName(file);
    if (theirs === undefined || parseFileName(theirs).base === base) return [{ ours: file, base }];
    return [
      { ours: file, base, replacedBy: theirs },
      { ours: file, base: parseFileName(theirs).base },
    ];
  });
}

/** Undefined for a name that is none of ours. */
export function adviceOnName(name: string, wanted: readonly WantedFile[]): NameAdvice | undefined {
  const { base, extensions, form } = parseFileName(name);
  if (isConvention(base, extensions))
    return {
      ours: CONVENTION_FILE,
      message: `renommez-le en ${CONVENTION_FILE}, ou retirez-le`,
      holds: 'always',
    };
  const meant = wanted.find((file) => file.base === base) ?? wanted.find((file) => isLike(base, file.base));
  if (!meant || (form === 'none' && meant.base !== base)) return undefined;
  if (meant.replacedBy !== undefined && meant.base === base && form === 'read')
    return {
      ours: meant.ours,
      message: `la correspondance fait lire ${meant.replacedBy} à sa place : retirez l’un des deux`,
      holds: 'always',
    };
  const inner = extensions.find((each) => each === 'csv' || each === 'xlsx');
  const holds = HOLDS[inner && form === 'text' ? 'read' : form];
  return { ours: meant.ours, message: messageOn(form, meant.base, extensions[0] ?? '', inner), holds };
}

/** `convention (1).json`, `convention.json.txt`. Without `.json`, a file of that name is a document to read. */
function isConvention(base: string, extensions: readonly string[]): boolean {
  return extensions.includes('json') && isLike(base, 'convention');
}

const HOLDS: Readonly<Record<FileForm, NameAdvice['holds']>> = {
  read: 'always',
  sheet: 'always',
  data: 'always',
  archive: 'always',
  text: 'for-a-table',
  none: 'for-a-table',
  copy: 'where-missing',
  paper: 'where-missing',
};

function messageOn(form: FileForm, base: string, extension: string, inner: string | undefined): string {
  const renamed = `renommez-le en ${base}.${inner ?? 'csv'}, ou retirez-le`;
  switch (form) {
    case 'sheet':
      return `un classeur .${extension} n’est pas lu : enregistrez en XLSX, sous le nom ${base}.xlsx`;
    case 'archive':
      return `une archive .${extension} n’est pas lue : décompressez-la, et gardez ${base}.csv ou ${base}.xlsx`;
    case 'text':
      return inner
        ? renamed
        : `un fichier .${extension} n’est pas lu : enregistrez-le en CSV à points-virgules, sous le nom ${base}.csv`;
    case 'data':
    case 'paper':
      return `un fichier .${extension} n’est pas lu : enregistrez le tableau en CSV ou en XLSX, sous le nom ${base}.csv ou ${base}.xlsx`;
    case 'none':
      return `un nom en .csv ou .xlsx est attendu : ${renamed}`;
    default:
      return renamed;
  }
}
