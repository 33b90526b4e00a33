import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Import } from '../naive/cells';
import { naiveCompliance, type NaiveReport, type ScopeKind } from '../naive/compliance';
import { Knowledge, keyOf } from '../naive/knowledge';
import { history, referencesOf, type History } from './history';
import { traitsOf } from './traits';
import { writeImport } from './write';

/** A fixed sample, so that the counts do not change from one run to the next. */
const SAMPLE = { seed: 2023, numRuns: 200 };

const prefixes = ({ imports }: History) => imports.map((_, at) => imports.slice(0, at + 1));

describe('generated histories', () => {
  it('are valid: no key appears twice in a file, and every row that another names is already known', () => {
    fc.assert(
      fc.property(history, (of) => {
        for (const known of prefixes(of)) {
          expectNoKeyTwice(known.at(-1)!);
          expectEveryReference(known);
        }
      }),
      { ...SAMPLE, numRuns: 60 },
    );
  });

  it('test every hard case, each in enough of the runs', () => {
    const counts = new Map<string, number>();
    for (const of of fc.sample(history, SAMPLE))
      for (const trait of traitsOf(of)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
    const rare = HARD_CASES.filter((trait) => (counts.get(trait) ?? 0) * 100 < 10 * SAMPLE.numRuns);
    expect(rare.map((trait) => `${trait}: ${counts.get(trait) ?? 0}`)).toEqual([]);
  });

  it('give figures that add up in the naive recomputation', () => {
    fc.assert(
      fc.property(history, (of) => {
        for (const known of prefixes(of)) for (const period of of.periods) expectSums(known, period);
      }),
      { ...SAMPLE, numRuns: 40 },
    );
  });

  it('are written in several encodings, with the rows of each file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'mixite-history-'));
    const [of] = fc.sample(history, { ...SAMPLE, numRuns: 1 });
    const [rows] = of!.imports;
    const as = { ...of!.styles[0]!, encoding: 'utf8-bom', newline: '\r\n' } as const;
    try {
      await writeImport(directory, rows!, as);
      expect((await readdir(directory)).sort()).toEqual([...rows!.keys()].sort());
      const text = await readFile(join(directory, 'attributions.csv'), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.trimEnd().split('\r\n')).toHaveLength(rows!.get('attributions.csv')!.length + 1);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

const HARD_CASES = [
  ...['1', '2', '3', '4', '2-4', '3-4', '?'].map((quartile) => `quartile ${quartile}`),
  ...['1', '2', '3', '4', '5', 'none'].map((note) => `note ${note}`),
  ...['income on q1', 'income a cent above q1', 'income on q2', 'income a cent above q2', 'income on q3'],
  ...['lease on the first day of a QPV', 'lease on the last day of a QPV', 'lease on the eve of a QPV'],
  ...[
    'lease on the day of a note',
    'lease on the day of a sale',
    'computed note without a row',
    'computed note before the first row',
    'final note',
  ],
  ...['unchanged row', 'A → B → A', 'cancelled', 'reinstated or settled'],
  ...[
    'late seuils.csv',
    'late communes.csv',
    'late qpv.csv',
    'late notes.csv',
    'late ops.csv',
    'late attributions.csv',
  ],
  ...[
    'corrected seuils.csv q1',
    'corrected qpv.csv date_debut',
    'corrected residences.csv code_qpv',
    'corrected residences.csv code_secteur',
  ],
  ...['corrected notes.csv note_commune', 'corrected proprietes.csv code_bailleur', 'late proprietes.csv'],
  ...['date_bail', 'code_residence', 'code_reservataire', 'numero_unique', 'ressources_annuelles'].map(
    (column) => `corrected attributions.csv ${column}`,
  ),
];

function expectNoKeyTwice(rows: Import): void {
  for (const [file, records] of rows) expect(new Set(records.map((row) => keyOf(file, row))).size).toBe(records.length);
}

function expectEveryReference(imports: readonly Import[]): void {
  const known = new Knowledge(imports);
  for (const [file, records] of imports.at(-1)!)
    for (const row of records) for (const { file: target, code } of referencesOf(file, row)) known.one(target, code);
}

/** Every scope that covers the territory has the same total of leases. Each lease has one quartile, one range or none. */
function expectSums(known: readonly Import[], period: { from: string; to: string }): void {
  const of = (scope: ScopeKind) => naiveCompliance(known, { ...period, scope });
  const epci = of('epci');
  const leases = count(epci, 'ALLOCATIONS');
  for (const scope of ['commune', 'bailleur', 'residence'] as const)
    expect(count(of(scope), 'ALLOCATIONS')).toBe(leases);
  const contingent = (id: string) => id.startsWith('contingent:');
  expect(count(of('reservataire'), 'ALLOCATIONS', contingent)).toBe(leases);
  expect(count(of('reservataire'), 'ALLOCATIONS', (id) => !contingent(id))).toBe(leases);
  expect(count(of('qpv'), 'ALLOCATIONS')).toBe(epci.figures.find(({ code }) => code === 'Q234_IN_QPV')!.denominator);
  const quartiles = count(epci, 'Q1') + count(epci, 'Q2') + count(epci, 'Q34');
  expect(quartiles + epci.unknownQuartile + epci.partialQuartile).toBe(leases);
}

function count({ figures }: NaiveReport, code: string, ids: (id: string) => boolean = () => true): number {
  return figures
    .filter((figure) => figure.code === code && ids(figure.scope.id))
    .reduce((sum, { numerator }) => sum + numerator, 0);
}
