import { EDIT_COST, editCost } from '#kernel';
import { comparableName } from '../source';

/** The kind of a file, by its extension. */
export type FileForm = 'read' | 'sheet' | 'text' | 'data' | 'archive' | 'copy' | 'paper' | 'none';

const EXTENSIONS: Readonly<Record<Exclude<FileForm, 'none'>, readonly string[]>> = {
  read: ['csv', 'xlsx'],
  sheet: ['xls', 'xlsb', 'xlsm', 'xltx', 'xltm', 'xlt', 'ods', 'fods', 'ots', 'sxc', 'numbers', 'wks', 'slk', 'dif'],
  text: ['txt', 'tsv', 'tab', 'dat', 'asc', 'prn', 'text'],
  data: ['json', 'xml', 'dbf', 'parquet', 'mdb', 'accdb'],
  archive: ['zip', 'gz', 'tgz', '7z', 'rar', 'bz2', 'xz'],
  copy: ['bak', 'old', 'orig', 'sav', 'tmp', 'part', 'crdownload', 'download'],
  paper: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'htm', 'html', 'png', 'jpg', 'jpeg'],
};
const FORM_OF = new Map(
  Object.entries(EXTENSIONS).flatMap(([form, extensions]) =>
    extensions.map((each) => [each, form as FileForm] as const),
  ),
);

/** Words by which people distinguish copies, dates and versions of one file. */
const ASIDE = new Set(
  (
    'copie copies copy de du des d la le les l of the final finale def definitif definitive version v new nouveau nouvelle ' +
    'export extrait extraction fichier table tableau liste donnees data corrige corrigee corriges maj ok old ancien ancienne ' +
    'bis complet complete semestre trimestre annee s t janvier fevrier mars avril mai juin juillet aout septembre octobre ' +
    'novembre decembre'
  ).split(' '),
);
/** In a name of at least so many letters, one letter more, less or different is a typing mistake. */
const LONG_WORD = 6;

/** The name of a file without its extensions, and the extensions: `attributions.csv.txt` has two. */
export interface FileName {
  readonly base: string;
  /** The last one first. */
  readonly extensions: readonly string[];
  readonly form: FileForm;
}

export function parseFileName(name: string): FileName {
  const parts = comparableName(name).split('.');
  const extensions: string[] = [];
  if (parts.at(-1)!.endsWith('~')) {
    parts.push(parts.pop()!.slice(0, -1));
    extensions.push('bak');
  }
  while (parts.length > 1 && FORM_OF.has(parts.at(-1)!)) extensions.push(parts.pop()!);
  return { base: parts.join('.'), extensions, form: extensions[0] ? FORM_OF.get(extensions[0])! : 'none' };
}

/** Whether the names are the same, or one is the name of a copy or a version, a singular form, or a typing mistake of the other. */
export function isLike(base: string, other: string): boolean {
  if (base === other) return true;
  const [one, another] = [essenceOf(base), essenceOf(other)];
  if (one === '' || one === another) return one !== '';
  return Math.min(one.length, another.length) >= LONG_WORD && editCost(one, another) <= EDIT_COST;
}

/** The words that describe the content of the file. */
function essenceOf(base: string): string {
  const words =
    base
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words
    .filter((word) => !ASIDE.has(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');
}
