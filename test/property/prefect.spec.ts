import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { cell, type Import, type Row } from '../naive/cells';
import { naiveHalfYear } from '../naive/prefect';
import { history, type History } from './history';
import { openMixite, type Mixite } from './mixite';
import type { HalfYearJson } from './product';
import { writeImport } from './write';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 300 : 15;
const SEMESTERS = ['2022-S1', '2022-S2', '2023-S1', '2023-S2', '2024-S1', '2024-S2'];
/** The days on which a half-year begins and ends. */
const EDGES = ['01-01', '06-30', '07-01', '12-31'];

/** Histories in which some leases are moved to the edges of a half-year, where one day changes the half-year. */
const edged: fc.Arbitrary<History> = history.map((of) => ({ ...of, imports: of.imports.map(onEdges) }));

function onEdges(rows: Import): Import {
  const moved = (row: Row): Row => {
    const number = Number(cell(row, 'numero_attribution').slice(1));
    const [year, edge] = [cell(row, 'date_bail').slice(0, 4), EDGES[Math.floor(number / 2) % EDGES.length]!];
    return number % 2 === 0 ? { ...row, date_bail: `${year}-${edge}` } : row;
  };
  return new Map(
    [...rows].map(([file, records]) => [file, file === 'attributions.csv' ? records.map(moved) : records]),
  );
}

async function expectHalfYears(mixite: Mixite, known: readonly Import[], asOf?: string): Promise<void> {
  for (const semester of SEMESTERS) {
    const shown = published(await mixite.halfYear(semester, asOf));
    expect({ imports: known.length, asOf, shown }).toEqual({
      imports: known.length,
      asOf,
      shown: naiveHalfYear(known, semester),
    });
  }
}

/** The published fields only. */
function published({ semester, from, to, closed, landlords }: HalfYearJson): object {
  return { semester, from, to, closed, landlords };
}

describe('half-years', () => {
  it('are those that the files give, after each import and as of each earlier one', async () => {
    const property = fc.asyncProperty(edged, async (of) => {
      const directory = await mkdtemp(join(tmpdir(), 'mixite-half-years-'));
      const mixite = await openMixite();
      try {
        const instants: string[] = [];
        for (const [at, rows] of of.imports.entries()) {
          await writeImport(join(directory, String(at)), rows, of.styles[at]!);
          await mixite.importDirectory(join(directory, String(at)));
          await expectHalfYears(mixite, of.imports.slice(0, at + 1));
          instants.push(mixite.now());
        }
        for (const [at, asOf] of instants.entries()) await expectHalfYears(mixite, of.imports.slice(0, at + 1), asOf);
      } finally {
        await mixite.close();
        await rm(directory, { recursive: true, force: true });
      }
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  }, 600_000);

  it('test every case', () => {
    const seen = new Set<string>();
    for (const { imports } of fc.sample(edged, { seed: 2023, numRuns: 60 })) {
      for (const semester of SEMESTERS)
        for (const { met, missing, outsideQpv } of naiveHalfYear(imports, semester).landlords)
          seen
            .add(met === null ? 'none outside' : met ? 'met' : missing > 1 ? `missing several` : 'missing one')
            .add(outsideQpv > 3 ? 'several leases' : 'few leases');
      for (const row of imports.flatMap((rows) => [...(rows.get('attributions.csv') ?? [])]))
        seen.add(cell(row, 'date_bail').slice(5));
      if (imports.some((rows) => rows.has('proprietes.csv'))) seen.add('a change of owner');
    }
    const cases = ['none outside', 'met', 'missing one', 'missing several', 'several leases', 'a change of owner'];
    expect([...cases, ...EDGES].filter((each) => !seen.has(each))).toEqual([]);
  });
});
