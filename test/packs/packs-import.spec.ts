import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { syntheticYear } from '#demo';
import { importDirectory } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { UPCASTERS } from '#product';
import { NOT_AN_EPCI } from './support/pack';

const ROOT = join(__dirname, '../..');
const NOT_OF_THE_FORMAT = ['README.md', 'tables', 'synthetic-year.json'];

let folder: string;
let installation: Installation;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixite-packs-'));
  installation = await openInstallation({
    place: { folder: join(folder, 'data') },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: [],
  });
});
afterEach(async () => {
  await installation.close();
  await rm(folder, { recursive: true, force: true });
});

async function imported(directory: string) {
  const stores = { store: installation.eventStore, vault: await installation.vault() };
  const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
  const { files, faults, warnings } = await importDirectory(directory, options, stores);
  const doubts = warnings.filter(({ file }) => !NOT_OF_THE_FORMAT.includes(file));
  return {
    faults,
    doubts: doubts.map(({ column }) => column),
    events: files.reduce((sum, { events }) => sum + events, 0),
  };
}

it.each([
  ['sqy', []],
  ['grand-poitiers', []],
  ['grand-orly-seine-bievre', NOT_AN_EPCI],
])('the pack %s is imported as it is, and importing it again adds nothing', async (pack, doubts) => {
  const directory = join(ROOT, 'packs', pack);
  expect(await imported(directory)).toMatchObject({ faults: [], doubts });
  expect(await imported(directory)).toMatchObject({ faults: [], events: 0 });
});

it.each([
  ['grand-poitiers', []],
  ['grand-orly-seine-bievre', NOT_AN_EPCI],
])(
  'the synthetic year of %s is imported with the expected warnings only, and importing it again adds nothing',
  async (pack, doubts) => {
    const directory = join(folder, 'year');
    await mkdir(directory);
    for (const [file, text] of syntheticYear(pack)) await writeFile(join(directory, file), text);
    expect(await imported(directory)).toMatchObject({ faults: [], doubts });
    expect(await imported(directory)).toMatchObject({ faults: [], events: 0 });
  },
);
