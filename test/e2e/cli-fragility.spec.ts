import type { FragilityReport } from '#fragility';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { readXlsx } from './support/read-xlsx';
import { csvFiles, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

describe('mixite report fragility', () => {
  const data = folders.make();
  const run = (...words: string[]) => mixite(['report', 'fragility', ...words, '--data', data]);
  const json = async (...words: string[]) =>
    JSON.parse((await run('--format', 'json', ...words)).stdout) as FragilityReport;
  beforeAll(async () => {
    const files = folders.of(csvFiles(TERRITORY));
    expect((await mixite(['import', files, '--data', data])).code).toBe(0);
  });

  it('reports that a report before the first event is empty', async () => {
    const data = folders.make();
    await mixite(['import', folders.make(), '--data', data]);
    const empty = await mixite(['report', 'fragility', '--format', 'json', '--data', data]);
    expect([empty.code, empty.stderr]).toEqual([0, expect.stringContaining('vide')]);
    expect(JSON.parse(empty.stdout)).toMatchObject({ asOf: null, position: null, residences: [] });
  });

  it('prints one JSON document, for a day and as of an instant', async () => {
    const notes = ({ residences }: FragilityReport) => residences.map(({ note }) => note);
    expect(notes(await json('--on', '2022-12-31'))).toEqual([null, null, null, null, null, null]);
    expect(notes(await json('--on', '2023-06-01'))).toEqual([5, null, 2, null, null, null]);
    expect(notes(await json())).toEqual([5, null, 2, null, null, null]);
    expect(await json('--as-of', '2020-06-30')).toMatchObject({ residences: [], position: null });
  });

  it('gives the same as CSV, as XLSX and as text on a terminal', async () => {
    const { residences } = await json('--on', '2023-06-01');
    const csv = (await run('--format', 'csv', '--on', '2023-06-01')).stdout.trimEnd().split('\r\n');
    expect(csv[0]).toMatch(/^\ufeffcode_residence;libelle;note_statistique;/);
    expect(csv.slice(1).map((line) => line.split(';')[0])).toEqual(residences.map(({ id }) => id));
    const sheet = await readXlsx((await run('--format', 'xlsx', '--on', '2023-06-01')).bytes);
    expect(sheet.slice(1).map((row) => row[6])).toEqual(residences.map(({ reason }) => reason));
    const { stdout } = await run('--on', '2023-06-01');
    for (const text of ['Notes en vigueur le 2023-06-01', 'Résidence 3', 'concordantes', '—'])
      expect(stdout).toContain(text);
  });

  it('reads beside a running service, shows the same answer, and again after a rebuild', async () => {
    const service = await serving(['serve', '--port', '0', '--data', data]);
    try {
      const overHttp: unknown = await (await fetch(`${service.url}/api/fragility`)).json();
      expect(await json()).toEqual(overHttp);
      expect((await mixite(['projections', 'rebuild', 'fragility', '--data', data])).code).toBe(0);
      expect(await json()).toEqual(overHttp);
    } finally {
      expect(await service.stop()).toBe(0);
    }
  });
});
