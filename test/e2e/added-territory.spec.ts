import { ADDED_CONVENTION, ADDED_FILES } from './support/added-territory';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';
import { csvFiles } from './support/territory';

/** A territory that no code knows, added by files alone: over the command line and over HTTP. */
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

it('names the territory, and judges its figures', async () => {
  const { figures } = await printed<{ figures: Line[] }>('compliance', ...YEAR);
  const of = (code: string) => figures.find((figure) => figure.code === code);
  expect(of('ALLOCATIONS')).toMatchObject({ scope: { id: 'epci', label: 'Pays d’Essai' }, numerator: 6 });
  expect(of('Q1')).toMatchObject({ numerator: 3, denominator: 6, target: { min: 0.6 }, status: 'missed' });
  expect(of('PRIORITY')).toMatchObject({ denominator: 6, target: null, status: null });
});

it('judges each of its communes', async () => {
  const { figures } = await printed<{ figures: Line[] }>('compliance', ...YEAR, '--scope', 'commune');
  expect(figures.filter(({ code }) => code === 'Q1')).toMatchObject([
    { scope: { id: '35051', label: 'Cesson-Sévigné' }, numerator: 0, denominator: 1, status: 'met' },
    { scope: { id: '35238', label: 'Rennes' }, numerator: 3, denominator: 5, target: { max: 0.5 }, status: 'missed' },
  ]);
});

it('reports every objective, the same on the command line and over HTTP', async () => {
  const { objectives } = await printed<{ objectives: Line[] }>('objectives', ...YEAR);
  const said = objectives.map(({ code, scope, actor, numerator, denominator, status, missing, trend }) =>
    [code, scope.id, actor?.id ?? '', `${numerator}/${denominator}`, status, missing, trend].join(' '),
  );
  expect(said).toEqual([
    'TIERS epci  3/6 missed 2 same',
    'PRIORITE epci  0/6   same',
    'COMMUNES 35051  0/1 met 0 ',
    'COMMUNES 35238  3/5 missed 1 up',
    'CROISE 35238 L-B 1/2 met 0 down',
  ]);
  const overHttp = await answered<{ objectives: Line[] }>(`/api/objectives?${QUERY}`);
  expect(overHttp.objectives).toEqual(objectives);
});

it('shows its convention', async () => {
  expect(JSON.stringify(await answered<object>('/api/convention'))).toContain('Pays d’Essai');
});
