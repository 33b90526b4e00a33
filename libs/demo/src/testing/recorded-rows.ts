import type { DemoStage } from '../stages';

/** A row of a file, by column. */
export type Cells = Readonly<Record<string, string>>;

/** The columns that make the key of each file. A later row with the same key replaces the earlier one. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'communes.csv': ['code_insee'],
  'qpv.csv': ['code_qpv'],
  'bailleurs.csv': ['code_bailleur'],
  'reservataires.csv': ['code_reservataire'],
  'seuils.csv': ['annee'],
  'residences.csv': ['code_residence'],
  'proprietes.csv': ['code_residence', 'date_debut'],
  'notes.csv': ['code_residence', 'date_effet'],
  'listes.csv': ['code_bailleur', 'date_effet', 'code_residence'],
  'ops.csv': ['code_residence', 'annee'],
  'logements.csv': ['reference_logement'],
  'attributions.csv': ['numero_attribution'],
  'operations.csv': ['code_operation'],
  'relogements.csv': ['numero_relogement'],
};

/** The rows of a file as they stand after the stages. No value of the demonstration needs quotes. */
export function recordedRows(stages: readonly DemoStage[], file: string): Cells[] {
  const rows = new Map<string, Cells>();
  for (const { files } of stages) {
    const text = files.get(file);
    if (text === undefined) continue;
    for (const row of rowsOf(text)) rows.set(KEYS[file]!.map((column) => row[column]).join(' '), row);
  }
  return [...rows.values()];
}

/** Reads a file by splitting its text. @throws where a line has more or fewer cells than the header */
export function rowsOf(text: string): Cells[] {
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = header!.split(';');
  return lines.map((line) => {
    const cells = line.split(';');
    if (cells.length !== columns.length) throw new Error(`${line} has not ${columns.length} cells`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]!]));
  });
}
