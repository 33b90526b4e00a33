import {
  cell,
  either,
  map,
  object,
  optional,
  readText,
  refine,
  text,
  Unreadable,
  type JsonNode,
  type ObjectNode,
  type Reporter,
  type Shape,
  type ValueOf,
} from '#shapes';
import type { FileSpec } from '../spec';
import { dateForm, type DateForm } from './date-form';

export type FileDraft = ValueOf<ReturnType<typeof fileShape>>;

const A_TEXT = 'un texte est attendu';
/** Any text; blanks at its ends are removed. */
const words: Shape<string> = cell({ form: 'text', read: (found) => found.trim() }, A_TEXT);

const fileName: Shape<string> = text({
  expected: 'un nom de fichier .csv ou .xlsx, sans dossier, est attendu ; un autre classeur : enregistrez en XLSX',
  pattern: '^[^/\\\\]+\\.(?:[cC][sS][vV]|[xX][lL][sS][xX])$',
  examples: ['export-baux.csv'],
});

const formOfDays: Shape<DateForm> = text({
  expected:
    'une forme de date est attendue, avec JJ ou J, MM ou M, AAAA ou AA, puis HH:MM ou HH:MM:SS si une heure la suit, par exemple JJ.MM.AAAA',
  pattern: '^(?=.*J)(?=.*M)(?=.*AA)',
  examples: ['JJ.MM.AAAA', 'J/M/AA', 'JJ/MM/AAAA HH:MM:SS'],
  read: dateForm,
});

/** The shape of the file given to `--mapping`. */
export function mappingShape(specs: readonly FileSpec[]) {
  const files = specs.map((spec) => [spec.file, optional(fileShape(spec), spec.file, 'Le fichier de l’office.')]);
  return object(
    {
      files: optional(
        object(
          Object.fromEntries(files) as Readonly<Record<string, ReturnType<typeof optional<FileDraft>>>>,
          {},
          'l’un de ces noms est attendu',
        ),
        'Fichiers',
        'Par nom du format : ce que chaque fichier de l’office a d’autre.',
      ),
    },
    {},
    'l’un de ces membres est attendu',
  );
}

function fileShape(spec: FileSpec) {
  const columns = { known: spec.columns.map(({ name }) => name), expected: `une colonne de ${spec.file} est attendue` };
  const days = { known: daysOf(spec), expected: 'une colonne de dates est attendue' };
  return object(
    {
      file: optional(fileName, 'Fichier', 'Le nom que l’office lui donne.'),
      columns: optional(columnsShape(columns), 'Colonnes', 'L’en-tête de l’office → la colonne.'),
      values: optional(map(map(words), columns), 'Valeurs', 'Par colonne : la valeur de l’office → la nôtre.'),
      dates: optional(
        either(formOfDays, map(formOfDays, days)),
        'Dates',
        'La forme des dates, pour toutes les colonnes ou par colonne.',
      ),
      constants: optional(
        refine(map(words, columns), (found, node, report) => readable(found, spec, node, report)),
        'Constantes',
        'Par colonne : la valeur d’une colonne que le fichier n’a pas.',
      ),
    },
    {},
    'l’un de ces membres est attendu',
  );
}

/** Columns that hold days. */
export function daysOf(spec: FileSpec): readonly string[] {
  return spec.columns.filter((column) => column.reader.form === 'day').map((column) => column.name);
}

function columnsShape({ known, expected }: { readonly known: readonly string[]; readonly expected: string }) {
  const unknown = new Unreadable(`${expected} : ${known.join(', ')}`);
  const isKnown = (name: string) => known.includes(name);
  const column = cell({ form: 'choice', read: (found) => [found.trim()].find(isKnown) ?? unknown }, A_TEXT);
  return refine(map(column), (found, node, report) => {
    const taken = new Set<string>();
    for (const [header, name] of found) {
      if (taken.has(name)) report.fault(at(node, header), 'deux en-têtes donnent la même colonne');
      taken.add(name);
    }
    return found;
  });
}

/** The constants that their columns can read; another one is a fault. */
function readable(
  found: ReadonlyMap<string, string>,
  { columns }: FileSpec,
  node: JsonNode,
  report: Reporter,
): ReadonlyMap<string, string> {
  return new Map(
    [...found].filter(([name, value]) => {
      const read = readText(columns.find((column) => column.name === name)!.reader, value);
      if (read instanceof Unreadable) report.fault(at(node, name), read.message);
      return !(read instanceof Unreadable);
    }),
  );
}

function at(node: JsonNode, key: string): JsonNode {
  return (node as ObjectNode).members.get(key)!;
}
