import { cell, dayCell, type Import, type Row } from './cells';

/** The key columns of each file. */
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

/**
 * The rows known after the imports, in their order. A later row replaces the earlier row with the same key. A row that
 * a later import leaves out stays.
 */
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

/** The key of a row. A day gives the same key in both of its forms. */
export function keyOf(file: string, row: Row): string {
  return (KEYS[file] ?? []).map((column) => dayCell(row, column)).join(' ');
}
