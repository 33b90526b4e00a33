import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aConventionFile, anAmendmentFile, anObjectiveFile, conventionText } from '#convention/testing';
import type { JsonObject } from '#kernel';
import { readPdf } from '#documents/testing';
import { mixite, serving, temporaryFolders } from './support/mixite';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY } from './support/territory';

const PERIOD = 'from=2024-01-01&to=2024-12-31';
const OBJECTIVES = [
  anObjectiveFile(),
  anObjectiveFile({ code: 'L-A', portee: { type: 'bailleur', identifiants: ['L-A'] }, valeur: '1/3' }),
  anObjectiveFile({
    code: 'CROISE',
    figure: 'PRIORITY',
    portee: { type: 'commune', identifiants: ['78621'] },
    acteur: { type: 'contingent', identifiants: ['etat'] },
    operateur: 'max',
    valeur: '12,5 %',
  }),
];
const CONVENTION = aConventionFile({
  objectifs: OBJECTIVES,
  avenants: [anAmendmentFile({ date_effet: '2024-07-01', objectifs: [anObjectiveFile({ valeur: '30 %' })] })],
});

const filesWith = (convention: JsonObject | string): ReadonlyMap<string, string> =>
  new Map([
    ...csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 120) }),
    ['convention.json', typeof convention === 'string' ? convention : conventionText(convention)],
  ]);

interface Answer {
  readonly targetsOn?: string;
  readonly targetsChanged?: boolean;
  readonly position: string;
  readonly figures: readonly {
    readonly code: string;
    readonly scope: { readonly id: string };
    readonly numerator: number;
    readonly denominator: number;
    readonly target: unknown;
    readonly status: string | null;
  }[];
  readonly objectives: readonly (Answer['figures'][number] & { readonly missing: number | null })[];
  readonly landlords: readonly { readonly id: string; readonly target: number }[];
  readonly convention: { readonly objectifs: readonly JsonObject[] } | null;
}

describe('the convention over HTTP', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    const response = await service.send(filesWith(CONVENTION));
    expect([response.status, await response.json()]).toMatchObject([200, { faults: [] }]);
  });
  afterAll(() => service.stop());

  const json = async (path: string) => (await (await service.get(path)).json()) as Answer;

  it('judges the figures of a report, which names its targets', async () => {
    const report = await json(`/api/compliance?${PERIOD}`);
    expect(report).toMatchObject({ targetsOn: '2024-12-31', targetsChanged: true });
    const figure = report.figures.find(({ code }) => code === 'Q1_REHOUSED_OUTSIDE_QPV')!;
    expect(figure).toMatchObject({ scope: { id: '200058782' }, target: { min: 0.3 } });
    expect(figure.status).toBe(figure.numerator * 10 >= figure.denominator * 3 ? 'met' : 'missed');
    const first = await json('/api/compliance?from=2024-01-01&to=2024-06-30');
    expect(first.figures[1]!.target).toEqual({ min: 0.25 });
    expect(first.targetsChanged).toBe(false);
    const csv = await (await service.get(`/api/compliance?${PERIOD}&format=csv`)).text();
    expect(csv).toMatch(
      /Q1_REHOUSED_OUTSIDE_QPV;epci;200058782;Saint-Quentin-en-Yvelines;.*;au moins 0,3;(non )?atteint;/,
    );
    expect(csv).toContain(';2024-12-31;O');
  });

  it('sets the share of the prefect’s report for the landlord that it names; the law sets it for others', async () => {
    const { landlords } = await json('/api/prefect?semester=2024-S1');
    expect(landlords.map(({ id, target }) => [id, target])).toEqual([
      ['L-A', 1 / 3],
      ['L-B', 0.25],
    ]);
  });

  it('is shown as in force on a day, and as known at an instant', async () => {
    const valueOn = async (day: string) =>
      (await json(`/api/convention?on=${day}`)).convention!.objectifs.map(({ valeur }) => valeur);
    expect(await valueOn('2024-06-30')).toEqual(['25 %', '1/3', '12,5 %']);
    expect(await valueOn('2024-07-01')).toEqual(['30 %', '1/3', '12,5 %']);
    expect(await json('/api/convention?as-of=2020-01-01')).toMatchObject({ convention: null, position: null });
    expect(await json('/api/convention?on=2024-07-01')).toMatchObject({
      amendments: [{ code: 'AV-1', name: 'Avenant', effectiveOn: '2024-07-01' }],
    });
  });

  it('gives the schema of its file', async () => {
    const response = await service.get('/api/convention/schema');
    expect(response.headers.get('content-type')).toContain('application/schema+json');
    expect(await response.json()).toMatchObject({
      title: 'convention.json',
      required: ['territoire', 'convention', 'objectifs'],
    });
  });

  it('shows the state of each objective, in every format', async () => {
    const { objectives, targetsOn } = await json(`/api/objectives?${PERIOD}`);
    expect(targetsOn).toBe('2024-12-31');
    expect(objectives.map(({ code, scope }) => [code, scope.id])).toEqual([
      ['LOI-25', '200058782'],
      ['L-A', 'L-A'],
      ['CROISE', '78621'],
    ]);
    const [figure] = (await json(`/api/compliance?${PERIOD}`)).figures.filter(({ code }) =>
      code.startsWith('Q1_REHOUSED'),
    );
    expect(objectives[0]).toMatchObject({
      numerator: figure!.numerator,
      denominator: figure!.denominator,
      status: figure!.status,
    });
    expect(objectives[2]!.denominator).toBeGreaterThan(0);
    const csv = await (await service.get(`/api/objectives?${PERIOD}&format=csv`)).text();
    expect(csv.split('\r\n')[0]).toContain('code;objectif;chiffre;perimetre;identifiant;libelle;acteur');
    expect(csv.split('\r\n')[3]).toMatch(/^CROISE;.*;commune;78621;Trappes;contingent;etat;au plus;12,5 %;/);
    const pdf = await service.get(`/api/objectives?${PERIOD}&format=pdf`);
    const [page] = readPdf(Buffer.from(await pdf.arrayBuffer())).pages;
    for (const words of ['Les objectifs de la convention', 'au plus 12,5 %', 'Fait à']) expect(page).toContain(words);
    const xlsx = await service.get(`/api/objectives?${PERIOD}&format=xlsx`);
    expect([
      xlsx.status,
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK']);
  });

  it('refuses a change of a recorded part, names its place, and writes nothing', async () => {
    const { position } = await json(`/api/objectives?${PERIOD}`);
    const text = conventionText({
      ...CONVENTION,
      objectifs: [anObjectiveFile({ valeur: '20 %' }), ...OBJECTIVES.slice(1)],
    });
    const response = await service.send(filesWith(text));
    expect(response.status).toBe(422);
    const line = text.split('\n').findIndex((each) => each.includes('20 %')) + 1;
    expect(await response.json()).toMatchObject({
      code: 'import-refused',
      faults: [{ file: 'convention.json', column: 'objectifs[0].valeur', line, value: '20 %' }],
    });
    expect((await json(`/api/objectives?${PERIOD}`)).position).toBe(position);
  });
});

describe('the convention on the command line', () => {
  const folders = temporaryFolders();
  afterAll(() => folders.removeAll());

  const written = (convention: JsonObject | string): string => {
    const directory = folders.make();
    for (const [name, text] of filesWith(convention)) writeFileSync(join(directory, name), text);
    return directory;
  };

  it('is imported, reported on, and sent to a running service', async () => {
    const data = folders.make();
    const dry = await mixite(['import', written(CONVENTION), '--dry-run', '--format', 'json', '--data', data]);
    const planned = (JSON.parse(dry.stdout) as { files: readonly JsonObject[] }).files;
    expect(planned[0]).toMatchObject({ file: 'convention.json', rows: 2, events: 2 });
    expect((await mixite(['import', written(CONVENTION), '--data', data])).code).toBe(0);
    const words = ['--from', '2024-01-01', '--to', '2024-12-31', '--data', data];
    const table = await mixite(['report', 'objectives', ...words]);
    expect(table.code).toBe(0);
    expect(table.stdout).toContain('Objectifs en vigueur au 2024-12-31. Ils ont changé pendant la période.');
    expect(table.stdout).toContain('au plus 12,5 %');
    const report = JSON.parse(
      (await mixite(['report', 'objectives', '--format', 'json', '--on', '2024-06-30', ...words])).stdout,
    ) as Answer;
    expect(report.objectives[0]!.target).toEqual({ min: 0.25 });
    const compliance = await mixite(['report', 'compliance', ...words]);
    expect(compliance.stdout).toContain('Objectifs en vigueur au 2024-12-31.');
    expect(compliance.stdout).toContain('au moins 30 %');

    const service = await serving(['serve', '--port', '0', '--data', data]);
    const amended = {
      ...CONVENTION,
      avenants: [...(CONVENTION['avenants'] as JsonObject[]), anAmendmentFile({ code: 'AV-2' })],
    };
    const handed = await mixite(['import', written(amended), '--format', 'json', '--data', data]);
    const wrong = await mixite(['import', written('{'), '--format', 'json', '--data', data]);
    await service.stop();
    const { files } = JSON.parse(handed.stdout) as { files: readonly JsonObject[] };
    expect(files[0]).toMatchObject({ file: 'convention.json', rows: 3, events: 1, unchanged: 2 });
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ faults: [{ file: 'convention.json', line: 1 }] });
  });
});
