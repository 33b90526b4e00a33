import { cell, dayCell, type Import, type Row } from './cells';

/** The columns that tell the rows of a file apart. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  'communes.csv': ['code_insee'],
  'qpv.csv': ['code_qpv'],
  'proprietes.csv': ['code_residence', 'date_debut'],
  'logements.csv': ['reference_logement'],
  'bailleurs.csv': ['code_bailleur'],
  'reservataires.csv': ['code_reservataire'],
  'seuils.csv': ['annee'],
  'residences.csv': ['code_residence'],
  'notes.csv': ['code_residence', 'date_effet'],
  'ops.csv': ['code_residence', 'annee'],
  'attributions.csv': ['numero_attribution'],
  'operations.csv': ['code_operation'],
  'relogements.csv': ['numero_relogement'],
};

/** What the imports, in their order, leave known: a later row replaces the earlier one of its key, a row that is gone stays. */
export class Knowledge {
  private readonly files = new Map<string, Map<string, Row>>();

  constructor(imports: readonly Import[]) {
    for (const each of imports) for (const [file, rows] of each) for (const row of rows) this.learn(file, row);
  }

  /** Every row of the file. */
  all(file: string): Row[] {
    return [...(this.files.get(file)?.values() ?? [])];
  }

  /** The rows of the file where the column holds that value. */
  where(file: string, column: string, value: string): Row[] {
    return this.all(file).filter((row) => cell(row, column) === value);
  }

  /** The one row of a file whose key is a single column. */
  one(file: string, code: string): Row {
    const row = this.files.get(file)?.get(code);
    if (!row) throw new Error(`${file} has no ${code}`);
    return row;
  }

  private learn(file: string, row: Row): void {
    const rows = this.files.get(file) ?? new Map<string, Row>();
    rows.set(keyOf(file, row), row);
    this.files.set(file, rows);
  }
}

/** A day is the same key in both its forms. */
export function keyOf(file: string, row: Row): string {
  return (KEYS[file] ?? []).map((column) => dayCell(row, column)).join(' ');
}
