import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { demoFiles } from '#demo';
import type { RecordedEvent } from '#event-store';
import { importDirectory } from '#exchange';
import { notesOn, type NoteFacts } from '#fragility';
import { openInstallation } from '#installation';
import { day } from '#kernel';
import type { PriorityDistrictFacts, ResidenceFacts } from '#territory';
import { UPCASTERS } from '#product';

/** The files from which the totals are counted: residences, with their notes and QPV. */
const FILES = ['communes.csv', 'bailleurs.csv', 'qpv.csv', 'residences.csv', 'notes.csv'];
const TYPES = ['ResidenceDeclared', 'FragilityNoted', 'PriorityDistrictDeclared'];
const LAST_DAY = day('2023-12-31');

let recorded: readonly RecordedEvent[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-pack-'));
  const directory = await mkdtemp(join(tmpdir(), 'mixite-pack-files-'));
  try {
    const files = demoFiles();
    for (const file of FILES) await writeFile(join(directory, file), files.get(file)!);
    const installation = await openInstallation({
      place: { folder },
      mode: 'writer',
      upcasters: UPCASTERS,
      projections: [],
    });
    const stores = { store: installation.eventStore, vault: await installation.vault() };
    const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
    expect((await importDirectory(directory, options, stores)).faults).toEqual([]);
    recorded = await installation.eventStore.readAll({ types: TYPES, maxCount: 10_000 });
    await installation.close();
  } finally {
    for (const each of [folder, directory]) await rm(each, { recursive: true, force: true });
  }
});

it('records the totals of the annex', () => {
  const notes = facts<NoteFacts>('FragilityNoted');
  const noteOf = ({ code }: ResidenceFacts) =>
    notesOn(
      LAST_DAY,
      notes.filter(({ residence }) => residence === code),
      [],
    ).note;
  const districts = new Map(facts<PriorityDistrictFacts>('PriorityDistrictDeclared').map((each) => [each.code, each]));
  const inQpv = ({ districts: codes }: ResidenceFacts) =>
    codes.map((code) => districts.get(code)!).some(({ lastDay }) => lastDay === null || lastDay >= LAST_DAY);

  const residences = facts<ResidenceFacts>('ResidenceDeclared');
  const fragile = residences.filter((residence) => (noteOf(residence) ?? 0) >= 4);
  expect(countsOf(fragile)).toEqual([58, 8753]);
  expect(countsOf(fragile.filter(inQpv))).toEqual([31, 6460]);
  expect(countsOf(fragile.filter((residence) => noteOf(residence) === 4))).toEqual([42, 5886]);
  expect(countsOf(fragile.filter((residence) => noteOf(residence) === 5))).toEqual([16, 2867]);
});

function facts<Facts>(type: string): Facts[] {
  return recorded.filter((event) => event.type === type).map((event) => event.data as Facts);
}

function countsOf(residences: readonly ResidenceFacts[]): [number, number] {
  return [residences.length, residences.reduce((sum, { dwellings }) => sum + dwellings, 0)];
}
