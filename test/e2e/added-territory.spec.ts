import { ADDED_CONVENTION, ADDED_FILES } from './support/added-territory';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';
import { csvFiles } from './support/territory';

/** A territory that the code does not know, added only by files: on the command line and over HTTP. */
const YEAR = ['--from', '2023-01-01', '--to', '2023-12-31'];
const QUERY = 'from=2023-01-01&to=2023-12-31';

interface Line {
  readonly code: string;
  readonly scope: { readonly kind: string; readonly id: string; readonly label: string };
  readonly actor: { readonly id: string } | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly status: string | null;
  readonly missing: number | null;
  readonly trend: string | null;
  readonly list: { readonly numerator: string; readonly denominator: string };
}

const folders = temporaryFolders();
const data = folders.make();
let service: Service;
beforeAll(async () => {
  const files = new Map([...csvFiles(ADDED_FILES), ['convention.json', JSON.stringify(ADDED_CONVENTION)]]);
  const done = await mixite(['import', folders.of(files), '--data', data, '--format', 'json']);
  expect([done.code, JSON.parse(done.stdout)]).toMatchObject([0, { faults: [], warnings: [] }]);
  service = await serving(['serve', '--port', '0', '--data', data]);
});
afterAll(async () => {
  await service.stop();
  folders.removeAll();
});

async function printed<Report>(...words: readonly string[]): Promise<Report> {
  const { code, stdout } = await mixite(['report', ...words, '--format', 'json', '--data', data]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Report;
}

async function answered<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${service.url}${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

it('names the territory, and counts its publics in every figure', async () => {
  const { figures } = await printed<{ figures: Line[] }>('compliance', ...YEAR);
  const of = (code: string) => figures.find((figure) => figure.code === code);
  expect(of('ALLOCATIONS')).toMatchObject({ scope: { id: 'epci', label: 'Pays d’Essai' }, numerator: 6 });
  expect(of('PUBLIC_APPRENTIS')).toMatchObject({
    ...{ numerator: 1, denominator: 6, target: { min: 0.3 }, status: 'missed' },
  });
  expect(of('PUBLIC_AIDANTS')).toMatchObject({ numerator: 1, denominator: 6, target: null, status: null });
});

it('has a group for each sector, even where no lease was signed', async () => {
  const { figures } = await printed<{ figures: Line[] }>('compliance', ...YEAR, '--scope', 'secteur');
  const q1 = figures.filter(({ code }) => code === 'Q1');
  expect(q1).toMatchObject([
    { scope: { kind: 'secteur', id: 'S-NORD', label: 'Nord' }, numerator: 2, denominator: 3, target: { max: 0.5 } },
    { scope: { kind: 'secteur', id: 'S-SUD', label: 'Sud' }, numerator: 0, denominator: 0, status: null },
  ]);
});

it('reports every objective, the same on the command line and over HTTP', async () => {
  const { objectives } = await printed<{ objectives: Line[] }>('objectives', ...YEAR);
  const lines = objectives.map(({ code, scope, actor, numerator, denominator, status, missing, trend }) =>
    [code, scope.id, actor?.id ?? '', `${numerator}/${denominator}`, status, missing, trend].join(' '),
  );
  expect(lines).toEqual([
    'APPRENTIS epci  1/6 missed 2 down',
    'AIDANTS epci  1/6   up',
    'SECTEURS S-NORD  2/3 missed 1 up',
    'SECTEURS S-SUD  0/0  0 ',
    'CROISE 35238 L-B 1/2 met 0 down',
  ]);
  const overHttp = await answered<{ objectives: Line[] }>(`/api/objectives?${QUERY}`);
  expect(overHttp.objectives).toEqual(objectives);
});

it('lists the allocations that each objective counts', async () => {
  const { objectives } = await answered<{ objectives: Line[] }>(`/api/objectives?${QUERY}`);
  for (const { numerator, denominator, list } of objectives) {
    const total = async (query: string) => (await answered<{ total: number }>(`/api/allocations?${query}`)).total;
    expect([await total(list.numerator), await total(list.denominator)]).toEqual([numerator, denominator]);
  }
});

it('shows its convention, and lists no sensitive public of a lease', async () => {
  const convention = await answered<object>('/api/convention');
  expect(JSON.stringify(convention)).toContain('Pays d’Essai');
  const leases = JSON.stringify(await answered<object>(`/api/allocations?${QUERY}`));
  expect(leases).toContain('apprentis');
  expect(leases).not.toContain('aidant');
});
