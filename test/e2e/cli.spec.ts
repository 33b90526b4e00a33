import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demoFiles } from '#demo';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { readXlsx } from './support/read-xlsx';

interface Report {
  readonly asOf: string | null;
  readonly position: string | null;
  readonly figures: readonly {
    code: string;
    scope: { id: string };
    numerator: number;
    denominator: number;
    rate: number | null;
  }[];
}
interface HalfYear {
  readonly landlords: readonly { id: string; outsideQpv: number; eligible: number; substitution: null }[];
}
const YEAR = ['report', 'compliance', '--from', '2023-01-01', '--to', '2023-12-31'];
const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const figure = (report: Report, code: string, id?: string) => {
  const found = report.figures.find((one) => one.code === code && (id === undefined || one.scope.id === id))!;
  return [found.numerator, found.denominator];
};

describe('mixite on the demo year', () => {
  const data = folders.make();
  const files = folders.of(demoFiles());
  const at = ['--data', data];
  const report = async (...words: string[]) =>
    JSON.parse((await mixite([...YEAR, '--format', 'json', ...words, ...at])).stdout) as Report;

  it('reports that a report before the first event is empty', async () => {
    const data = folders.make();
    await mixite(['import', folders.make(), '--data', data]);
    const { code, stdout, stderr } = await mixite([...YEAR, '--format', 'json', '--data', data]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: null, position: null, unknownQuartile: 0 });
    expect(stderr).toContain('vide');
  });

  it('imports the directory: a dry run writes nothing, the import writes everything, a second import adds nothing', async () => {
    const importing = async (...words: string[]) => {
      const { code, stdout } = await mixite(['import', files, '--format', 'json', ...words, ...at]);
      expect(code).toBe(0);
      return JSON.parse(stdout) as {
        files: { file: string; rows: number; events: number; unchanged: number }[];
        faults: unknown[];
      };
    };
    const dry = await importing('--dry-run');
    const first = await importing();
    expect(first).toEqual(dry);
    expect(first.faults).toEqual([]);
    expect(first.files.find(({ file }) => file === 'attributions.csv')).toMatchObject({
      rows: 1645,
      events: 1645,
      unchanged: 0,
    });
    for (const { rows, events, unchanged } of (await importing()).files) expect([events, unchanged]).toEqual([0, rows]);
  });

  it('tries an import into a folder that does not exist without making it', async () => {
    const absent = join(folders.make(), 'absent');
    const { code, stdout } = await mixite(['import', files, '--format', 'json', '--dry-run', '--data', absent]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [] });
    expect(existsSync(absent)).toBe(false);
  });

  it('reproduces the figures printed for 2023', async () => {
    const epci = await report();
    expect(figure(epci, 'ALLOCATIONS')).toEqual([1645, 1645]);
    expect(figure(epci, 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual([142, 1178]);
    expect(figure(epci, 'Q234_IN_QPV')).toEqual([403, 467]);
    expect(figure(epci, 'Q1')).toEqual([174, 1645]);
    expect(figure(epci, 'PRIORITY')).toEqual([622, 1645]);
  });

  it('gives groups whose sum is the whole, in each scope', async () => {
    for (const scope of ['commune', 'bailleur', 'residence']) {
      const { figures } = await report('--scope', scope);
      const leases = figures
        .filter(({ code }) => code === 'ALLOCATIONS')
        .reduce((sum, { numerator }) => sum + numerator, 0);
      expect([scope, leases]).toEqual([scope, 1645]);
    }
  });

  it('gives the same figures as CSV and XLSX', async () => {
    const { figures } = await report('--scope', 'commune');
    const csv = (await mixite([...YEAR, '--scope', 'commune', '--format', 'csv', ...at])).stdout;
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffcode;perimetre;identifiant;/);
    expect(lines).toHaveLength(figures.length + 1);
    const sheet = await readXlsx((await mixite([...YEAR, '--scope', 'commune', '--format', 'xlsx', ...at])).bytes);
    expect(sheet).toHaveLength(figures.length + 1);
    for (const [index, { code, scope, numerator, denominator }] of figures.entries()) {
      expect(lines[index + 1]!.split(';').slice(0, 3)).toEqual([code, 'commune', scope.id]);
      expect(sheet[index + 1]!.slice(4, 6).map(Number)).toEqual([numerator, denominator]);
    }
  });

  it('answers as of an instant, and as of a day', async () => {
    const { asOf } = await report();
    expect(figure(await report('--as-of', asOf!), 'ALLOCATIONS')).toEqual([1645, 1645]);
    const before = await report('--as-of', '2020-06-30');
    expect(before.asOf).toBe('2020-06-30T21:59:59.999Z');
    expect(figure(before, 'ALLOCATIONS')).toEqual([0, 0]);
  });

  it.each([
    ['compliance', ...YEAR.slice(2)],
    ['objectives', ...YEAR.slice(2)],
    ['prefect', '--semester', '2023-S1'],
    ['rehousing'],
    ['fragility'],
  ])('writes on a terminal the instant of report %s in the time of the territory alone', async (...words) => {
    const { stdout } = await mixite(['report', ...words, '--as-of', '2020-06-30', ...at]);
    expect(stdout).toMatch(/ ce qui était enregistré au 30\s*juin\s*2020 à 23\s*h\s*59\./);
    expect(stdout).not.toMatch(/T\d\d:\d\d:.*Z/);
  });

  it('gives the half-years of the same year, by landlord', async () => {
    const halfYear = async (semester: string, ...words: string[]) =>
      mixite(['report', 'prefect', '--semester', semester, ...words, ...at]);
    const json = async (semester: string) =>
      JSON.parse((await halfYear(semester, '--format', 'json')).stdout) as HalfYear;
    const [first, second] = [await json('2023-S1'), await json('2023-S2')];
    expect(first).toMatchObject({ semester: '2023-S1', from: '2023-01-01', to: '2023-06-30', closed: false });
    const { figures } = await report('--scope', 'bailleur');
    for (const [index, { id, outsideQpv, eligible, substitution }] of first.landlords.entries()) {
      const later = second.landlords[index]!;
      const year = figures.find(({ code, scope }) => code === 'Q1_REHOUSED_OUTSIDE_QPV' && scope.id === id)!;
      expect([id, eligible + later.eligible, outsideQpv + later.outsideQpv]).toEqual([
        id,
        year.numerator,
        year.denominator,
      ]);
      expect(substitution).toBeNull();
    }
    expect(first.landlords).toHaveLength(14);
    const logirep = first.landlords.find(({ id }) => id === 'L-LOGIREP');
    expect(logirep).toMatchObject({ outsideQpv: 9, eligible: 3, target: 0.25, met: true, missing: 0 });
    const text = (await halfYear('2023-S1')).stdout;
    expect(text).toMatch(/L-I3F +│ I3F +│ +119 │ +13 │ 10,9 % +│ 25,0 % +│ non +│ +23 /);
    const csv = (await halfYear('2023-S1', '--format', 'csv')).stdout.trimEnd().split('\r\n');
    expect(csv).toHaveLength(15);
    const sheet = await readXlsx((await halfYear('2023-S1', '--format', 'xlsx')).bytes);
    expect(sheet.map((row) => row[3])).toEqual(['code_bailleur', ...first.landlords.map(({ id }) => id)]);
  });

  it('refuses a faulty directory with every fault, and writes nothing', async () => {
    const before = await report();
    const rows = demoFiles().get('attributions.csv')!.trimEnd().split(/\r?\n/);
    const columns = rows[0]!.replace('\ufeff', '').split(';');
    const cells = rows[1]!.split(';');
    cells[columns.indexOf('date_bail')] = '31/02/2023';
    cells[columns.indexOf('code_residence')] = 'NULLE-PART';
    const faulty = folders.of(new Map([['attributions.csv', `${columns.join(';')}\r\n${cells.join(';')}\r\n`]]));
    const { code, stdout } = await mixite(['import', faulty, '--format', 'json', ...at]);
    expect(code).toBe(1);
    const { faults } = JSON.parse(stdout) as {
      faults: { file: string; line: number; column: string; value: string; message: string }[];
    };
    expect(faults.map(({ file, line, column, value }) => [file, line, column, value]).sort()).toEqual([
      ['attributions.csv', 2, 'code_residence', 'NULLE-PART'],
      ['attributions.csv', 2, 'date_bail', '31/02/2023'],
    ]);
    expect(await report()).toEqual(before);
    const text = await mixite(['import', faulty, ...at]);
    expect(text.stdout).toContain('attributions.csv, ligne 2, date_bail « 31/02/2023 »');
  });

  it('rebuilds its projections to the same figures', async () => {
    const before = await report('--scope', 'residence');
    expect((await mixite(['projections', 'rebuild', ...at])).code).toBe(0);
    expect(await report('--scope', 'residence')).toEqual(before);
    const { stdout } = await mixite(['projections', 'status', '--format', 'json', ...at]);
    expect(JSON.parse(stdout)).toMatchObject({
      projections: ['compliance', 'rehousing', 'fragility', 'vacancies', 'sittings', 'refusals', 'flow'].map(
        (name) => ({
          name,
          lagEvents: 0,
          parked: 0,
        }),
      ),
    });
  });

  it('beside a running service, reads the same folder and gives imports to the service', async () => {
    const service = await serving(['serve', '--port', '0', ...at]);
    try {
      expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
      const overHttp = (await (
        await fetch(`${service.url}/api/compliance?from=2023-01-01&to=2023-12-31&scope=epci`)
      ).json()) as Report;
      expect(await report()).toEqual(overHttp);
      const again = await mixite(['import', files, '--format', 'json', ...at]);
      expect(again.stderr).toContain('confié');
      expect(JSON.parse(again.stdout)).toMatchObject({ faults: [] });
      const others = folders.of(new Map([['notes-de-service.txt', 'rien']]));
      const nothing = JSON.parse((await mixite(['import', others, '--format', 'json', ...at])).stdout) as object;
      expect(nothing).toMatchObject({ files: [], faults: [], warnings: [{ file: 'notes-de-service.txt', line: 0 }] });
      const both = folders.of(
        new Map([
          ['communes.csv', 'code_insee;nom\n78621;T\n'],
          ['communes.xlsx', ''],
        ]),
      );
      expect((await mixite(['import', both, ...at])).stdout).toContain('gardez-en un seul');
      const landlords = folders.of(new Map([['bailleurs.csv', 'code_bailleur;nom\nL-NOUVEAU;Nouveau bailleur\n']]));
      expect((await mixite(['import', landlords, ...at])).code).toBe(0);
      expect(figure(await report('--scope', 'bailleur'), 'ALLOCATIONS', 'L-NOUVEAU')).toEqual([0, 0]);
      const faulty = await mixite([
        'import',
        folders.of(new Map([['bailleurs.csv', 'code_bailleur\nL-1\n']])),
        '--format',
        'json',
        ...at,
      ]);
      expect(faulty.code).toBe(1);
      expect(JSON.parse(faulty.stdout)).toMatchObject({ faults: [{ file: 'bailleurs.csv', line: 1, column: 'nom' }] });
      const before = await report('--scope', 'bailleur');
      const rebuilt = await mixite(['projections', 'rebuild', ...at]);
      expect([rebuilt.code, rebuilt.stderr]).toEqual([0, expect.stringContaining('confiée')]);
      expect(await report('--scope', 'bailleur')).toEqual(before);
      expect((await fetch(`${service.url}/api/projections/autre/rebuild`, { method: 'POST' })).status).toBe(404);
    } finally {
      expect(await service.stop()).toBe(0);
    }
    expect(existsSync(join(data, 'service.json'))).toBe(false);
  });
});

it('the template can be imported unchanged', async () => {
  const directory = join(folders.make(), 'modele');
  expect((await mixite(['template', directory])).code).toBe(0);
  const { code, stdout } = await mixite(['import', directory, '--format', 'json', '--data', folders.make()]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ faults: [], warnings: [] });
  expect((await mixite(['template', directory])).code).toBe(1);
});
