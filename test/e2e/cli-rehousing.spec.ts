import { readPdf } from '#documents/testing';
import type { RehousingReport } from '#rehousing';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { readXlsx } from './support/read-xlsx';
import { csvFiles, OPERATIONS, rehousing, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

describe('mixite report rehousing', () => {
  const data = folders.make();
  const run = (...words: string[]) => mixite(['report', 'rehousing', ...words, '--data', data]);
  const json = async (...words: string[]) =>
    JSON.parse((await run('--format', 'json', ...words)).stdout) as RehousingReport;
  beforeAll(async () => {
    const files = folders.of(csvFiles({ ...TERRITORY, ...OPERATIONS }));
    expect((await mixite(['import', files, '--data', data])).code).toBe(0);
  });

  it('reports that a report before the first event is empty', async () => {
    const data = folders.make();
    await mixite(['import', folders.make(), '--data', data]);
    const empty = await mixite(['report', 'rehousing', '--format', 'json', '--data', data]);
    expect([empty.code, empty.stderr]).toEqual([0, expect.stringContaining('vide')]);
    expect(JSON.parse(empty.stdout)).toMatchObject({ asOf: null, position: null, operations: [] });
  });

  it('prints one JSON document, for all operations, for one, or as of an instant', async () => {
    const report = await json();
    expect(report).toMatchObject({
      operations: [
        { id: 'OP-1', label: 'Merisiers', planned: 5, completed: 3, temporary: 1, remaining: 2 },
        { id: 'OP-2', completed: 0, remaining: 3 },
      ],
      total: { planned: 8, completed: 3 },
    });
    expect((await json('--operation', 'OP-2')).operations.map(({ id }) => id)).toEqual(['OP-2']);
    expect(await json('--as-of', report.asOf!)).toEqual(report);
    expect(await json('--as-of', '2020-06-30')).toMatchObject({ asOf: '2020-06-30T21:59:59.999Z', operations: [] });
  });

  it('gives the same figures as CSV, as XLSX and as text on a terminal', async () => {
    const { operations, figures } = await json();
    const csv = (await run('--format', 'csv')).stdout.trimEnd().split('\r\n');
    const sheet = await readXlsx((await run('--format', 'xlsx')).bytes);
    const expected = [...operations, { id: '', figures }].flatMap((of) =>
      of.figures.map(({ code, numerator, denominator }) => [of.id, code, String(numerator), String(denominator)]),
    );
    const places = [0, 8, 9, 10];
    expect(csv[0]).toMatch(/^\ufeffcode_operation;libelle;menages_a_reloger;/);
    expect(csv.slice(1).map((line) => places.map((at) => line.split(';')[at]))).toEqual(expected);
    expect(sheet.slice(1).map((row) => places.map((at) => row[at]))).toEqual(expected);
    const { stdout } = await run();
    for (const text of ['Merisiers', 'Valibout', 'Ensemble des opérations', 'REHOUSED_OUTSIDE_QPV', '66,7 %', '—'])
      expect(stdout).toContain(text);
  });

  it('prints the same figures, made in a thread, as a PDF', async () => {
    const { operations, asOf } = await json();
    const { code, bytes, stderr } = await run('--format', 'pdf');
    expect([code, stderr]).toEqual([0, '']);
    const { pages, title } = readPdf(bytes);
    expect(title).toBe('Relogements NPNRU : état pour le comité de relogement');
    expect(pages[0]).toMatch(/Mixité · réf\. [0-9A-F]{4}-[0-9A-F]{4}/);
    expect(pages.join('\n')).not.toContain(asOf);
    for (const { id, label, planned, completed, temporary, remaining } of operations)
      expect(pages[0]).toContain(`${label} (${id}) ${planned} ${completed} ${temporary} ${remaining} `);
    const again = (await run('--format', 'pdf')).bytes;
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  it('reads beside a running service, and shows the same answer', async () => {
    const service = await serving(['serve', '--port', '0', '--data', data]);
    try {
      const moved = rehousing(5, { date_relogement: '2024-03-01' });
      const files = folders.of(csvFiles({ 'relogements.csv': [moved] }));
      expect((await mixite(['import', files, '--data', data])).stderr).toContain('confié');
      const overHttp: unknown = await (await fetch(`${service.url}/api/rehousing`)).json();
      expect(await json()).toEqual(overHttp);
      expect(overHttp).toMatchObject({ total: { completed: 4 } });
      expect((await mixite(['projections', 'rebuild', 'rehousing', '--data', data])).code).toBe(0);
      expect(await json()).toEqual(overHttp);
    } finally {
      expect(await service.stop()).toBe(0);
    }
  });
});
