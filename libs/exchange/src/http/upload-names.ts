import { FILES } from '../files';
import { CONVENTION_FILE } from '../reading/convention-file';
import { Findings, type Fault } from '../reading/fault';
import { readMapping } from '../reading/mapping/parse-mapping';
import { comparableName } from '../reading/source';
import { adviceOnName, wantedFiles, type WantedFile } from '../reading/unread/name-advice';

const LONGEST_NAME = 100;
const UNKNOWN_NAME = 'un nom de fichier du format publié est attendu, par exemple attributions.csv';

/** The names that an upload can use: those of the published format, as CSV or XLSX, and those that its mapping gives. */
export class UploadNames {
  private readonly names = new Map<string, string>();
  private readonly seen = new Set<string>();

  private constructor(
    names: Iterable<string>,
    private readonly wanted: readonly WantedFile[],
  ) {
    for (const name of names) this.names.set(comparableName(name), name);
  }

  static async of(mapping: string | undefined): Promise<UploadNames> {
    const ours = [...FILES.map(({ file }) => file), CONVENTION_FILE];
    // The importer reports the faults of the mapping.
    const mapped = mapping === undefined ? undefined : await readMapping(mapping, FILES, new Findings());
    const theirs = [...(mapped?.files.values() ?? [])].flatMap(({ file }) => (file === undefined ? [] : [file]));
    return new UploadNames([...ours, ...theirs].flatMap(bothForms), wantedFiles(FILES, mapped));
  }

  /** The name under which to store the part (our name, never the sender's), or a fault. */
  accept(given: string): string | Fault {
    const name = this.names.get(comparableName(given));
    if (name === undefined) return nameFault(given, adviceOnName(given, this.wanted)?.message ?? UNKNOWN_NAME);
    if (this.seen.has(name)) return nameFault(given, 'ce fichier a été envoyé deux fois : gardez-en un seul');
    this.seen.add(name);
    return name;
  }
}

/** The fault of a part that is no file of ours. Its name is quoted and cut short, and is never used as a path. */
export function nameFault(given: string, message: string): Fault {
  const file = given.length > LONGEST_NAME ? `${given.slice(0, LONGEST_NAME)}…` : given;
  return { file, line: 0, column: '', value: '', message };
}

function bothForms(name: string): readonly string[] {
  const base = /^(.*)\.(?:csv|xlsx)$/i.exec(name)?.[1];
  return base === undefined ? [name] : [`${base}.csv`, `${base}.xlsx`];
}
