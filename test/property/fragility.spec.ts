import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { cell, dayCell, type Import } from '../naive/cells';
import { naiveFragility } from '../naive/fragility';
import { shifted } from './days';
import { history, type History } from './history';
import { openMixite, type Mixite } from './mixite';
import { writeImport } from './write';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 300 : 15;

/**
 * After each import, and as of each earlier one, the notes of every residence are those of the naive recomputation.
 * They are compared on the days on which something changes, on the days before these, and on other days.
 */
it('gives the notes that the files give, whatever the territory and its history', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (of) => {
      const directory = await mkdtemp(join(tmpdir(), 'mixite-property-'));
      const mixite = await openMixite();
      try {
        await expectAgreement(mixite, of, directory);
      } finally {
        await mixite.close();
        await rm(directory, { recursive: true, force: true });
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 600_000);

async function expectAgreement(mixite: Mixite, of: History, directory: string): Promise<void> {
  const days = daysOf(of);
  const instants: string[] = [];
  for (const [at, rows] of of.imports.entries()) {
    const files = join(directory, String(at));
    await writeImport(files, rows, of.styles[at]!);
    await mixite.importDirectory(files);
    await expectNotes(mixite, of.imports.slice(0, at + 1), days);
    instants.push(mixite.now());
  }
  for (const [at, asOf] of instants.entries()) await expectNotes(mixite, of.imports.slice(0, at + 1), days, asOf);
}

async function expectNotes(
  mixite: Mixite,
  imports: readonly Import[],
  days: readonly string[],
  asOf?: string,
): Promise<void> {
  for (const day of days) {
    const { on, residences } = await mixite.fragility(day, asOf);
    const shown = residences.map(({ reason: _, ...notes }) => notes);
    expect({ on, asOf, residences: shown }).toEqual({ on: day, asOf, residences: naiveFragility(imports, day) });
    for (const { id, reason } of residences)
      expect({ id, reason }).toEqual({ id, reason: expect.stringMatching(/.\.$/) });
  }
}

/** The days to compare: those of rows and surveys, the bounds of the periods, and the day before each of them. */
function daysOf({ imports, periods }: History): readonly string[] {
  const days = new Set(periods.flatMap(({ from, to }) => [from, to]));
  for (const rows of imports) {
    for (const row of rows.get('notes.csv') ?? []) days.add(dayCell(row, 'date_effet'));
    for (const row of rows.get('ops.csv') ?? []) days.add(`${cell(row, 'annee')}-01-01`);
  }
  return [...days].flatMap((day) => [day, shifted(day, -1)]);
}
