import * as fc from 'fast-check';
import { cell, type Import, type Row } from '../naive/cells';
import { keyOf } from '../naive/knowledge';
import { dayOfChoice } from './days';
import { described, type Described } from './rows';
import { dayChoice, territory } from './territory';
import { MOST_IMPORTS } from './versions';
import { style, type Style } from './write';

/** Valid imports in their order, the style in which each is written, and the periods to report on. */
export interface History {
  readonly imports: readonly Import[];
  readonly styles: readonly Style[];
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  /** The import that is made twice in a row. */
  readonly repeated: number;
}

const EVERYTHING = { from: '2021-01-01', to: '2025-12-31' };

/** The columns of each file that name a row of another file, with that file. */
const REFERENCES: Readonly<Record<string, readonly (readonly [column: string, file: string])[]>> = {
  'qpv.csv': [['code_insee', 'communes.csv']],
  'reservataires.csv': [['code_insee', 'communes.csv']],
  'residences.csv': [
    ['code_insee', 'communes.csv'],
    ['code_bailleur', 'bailleurs.csv'],
    ['code_qpv', 'qpv.csv'],
  ],
  'proprietes.csv': [
    ['code_residence', 'residences.csv'],
    ['code_bailleur', 'bailleurs.csv'],
  ],
  'notes.csv': [['code_residence', 'residences.csv']],
  'ops.csv': [['code_residence', 'residences.csv']],
  'attributions.csv': [
    ['code_residence', 'residences.csv'],
    ['code_reservataire', 'reservataires.csv'],
  ],
  'operations.csv': [
    ['code_qpv', 'qpv.csv'],
    ['code_bailleur', 'bailleurs.csv'],
  ],
  'relogements.csv': [
    ['code_operation', 'operations.csv'],
    ['code_residence', 'residences.csv'],
  ],
};

/** Random territories and histories of imports without a fault. */
export const history: fc.Arbitrary<History> = fc
  .record({
    territory,
    count: fc.integer({ min: 2, max: MOST_IMPORTS }),
    styles: fc.array(style, { minLength: MOST_IMPORTS, maxLength: MOST_IMPORTS }),
    period: fc.tuple(dayChoice, dayChoice),
    repeated: fc.nat(MOST_IMPORTS - 1),
  })
  .map(({ territory: of, count, styles, period, repeated }) => {
    const [from, to] = period.map((choice) => dayOfChoice(of, choice)).sort();
    const imports = importsOf(described(of), count);
    return { imports, styles, periods: [EVERYTHING, { from: from!, to: to! }], repeated: repeated % imports.length };
  });

/** The references of a row: file and code. */
export function referencesOf(file: string, row: Row): { file: string; code: string }[] {
  return (REFERENCES[file] ?? []).flatMap(([column, target]) =>
    cell(row, column)
      .split('|')
      .filter((code) => code !== '')
      .map((code) => ({ file: target, code })),
  );
}

/** The imports of a history. An import without any row is left out. */
export function importsOf(things: readonly Described[], count: number): Import[] {
  const known = new Set<string>();
  const imports: Import[] = [];
  for (let at = 0; at < count; at += 1) {
    const each = new ImportBuilder(things, known);
    for (const thing of things) {
      const form = thing.forms[at];
      if (form === 'a' || form === 'b') each.add(thing.file, thing.rows(form));
    }
    each.addWhatIsMissing();
    if (each.files.size > 0) imports.push(each.files);
  }
  return imports;
}

/** Gathers the rows of one import, each key once, and adds the rows that they name and that no import has brought yet. */
class ImportBuilder {
  readonly files = new Map<string, Row[]>();

  constructor(
    private readonly things: readonly Described[],
    private readonly known: Set<string>,
    private readonly here = new Set<string>(),
  ) {}

  add(file: string, rows: readonly Row[]): void {
    for (const row of rows) {
      const key = `${file} ${keyOf(file, row)}`;
      if (this.here.has(key)) continue;
      this.here.add(key);
      this.known.add(key);
      this.files.set(file, [...(this.files.get(file) ?? []), row]);
    }
  }

  addWhatIsMissing(): void {
    const missing = this.missing();
    if (missing.length === 0) return;
    for (const { file, code } of missing) {
      const thing = this.things.find(
        (each) => each.file === file && each.rows('a').some((row) => keyOf(file, row) === code),
      )!;
      this.add(file, thing.rows('a'));
    }
    this.addWhatIsMissing();
  }

  private missing(): { file: string; code: string }[] {
    return [...this.files].flatMap(([file, rows]) =>
      rows.flatMap((row) => referencesOf(file, row).filter((to) => !this.known.has(`${to.file} ${to.code}`))),
    );
  }
}
