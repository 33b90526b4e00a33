import { readPdf } from '#documents/testing';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { ComplianceReport } from '#compliance';
import { FragilityReports, type FragilityReport } from '#fragility';
import { type SheetWithLeases } from '#fragility/module';
import { day } from '#kernel';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

describe('GET /api/fragility', () => {
  let service: StartedApi;
  let before: string;
  beforeAll(async () => {
    service = await startedApi();
    await service.send(TERRITORY);
    before = (await service.installation.eventStore.head())!.recordedAt;
    await service.send({
      'notes.csv': [{ code_residence: 'R3', date_effet: '2023-06-01', note_commune: '2', note_bailleur: '3' }],
    });
  });
  afterAll(() => service.stop());

  const reportOf = async (query = '') =>
    (await (await service.get(`/api/fragility${query}`)).json()) as FragilityReport;

  it('is the report itself, by default of today and as of the head', async () => {
    const { eventStore: events, readStore, clock } = service.installation;
    const answer = await service.get('/api/fragility');
    const reports = new FragilityReports({ events, readStore, clock });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await answer.json()).toEqual(
      JSON.parse(JSON.stringify(await reports.report({}, INSTALLATION_ADMINISTRATOR))),
    );
  });

  it('gives exactly the published fields of each residence', async () => {
    const { residences, on } = await reportOf('?on=2023-06-01');
    expect(on).toBe(day('2023-06-01'));
    expect(residences.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']);
    expect(residences[2]).toEqual({
      id: 'R3',
      label: 'Résidence 3',
      statistical: null,
      commune: 2,
      landlord: 3,
      note: null,
      reason: 'Désaccord : commune 2, bailleur 3 ; un accord est attendu.',
    });
  });

  it('shows what was known at an instant, and the notes of another day', async () => {
    expect((await reportOf(`?on=2023-06-01&as-of=${before}`)).residences[2]).toMatchObject({ landlord: 2, note: 2 });
    expect((await reportOf('?on=2023-05-31')).residences[2]).toMatchObject({ note: null });
    expect(await reportOf('?as-of=2020-01-01')).toMatchObject({ position: null, residences: [] });
  });

  it('gives the same as CSV and XLSX', async () => {
    const report = await reportOf('?on=2023-06-01');
    const csv = await service.get('/api/fragility?on=2023-06-01&format=csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="mixite-fragilite-2023-06-01.csv"');
    const lines = (await csv.text()).trimEnd().split('\r\n');
    const cells = report.residences.map(({ id, label, statistical, commune, landlord, note, reason }) =>
      [id, label, statistical, commune, landlord, note, reason, report.on, report.asOf, report.position].map((cell) =>
        String(cell ?? ''),
      ),
    );
    const quoted = (cell: string) => (cell.includes(';') ? `"${cell}"` : cell);
    expect(lines.slice(1)).toEqual(cells.map((row) => row.map(quoted).join(';')));
    const xlsx = await service.get('/api/fragility?on=2023-06-01&format=xlsx');
    const rows = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    expect(rows.slice(1).map((row) => [row[0], row[5], row[6]])).toEqual(cells.map((row) => [row[0], row[5], row[6]]));
  });

  it('prints the same notes as a PDF', async () => {
    const answer = await service.get('/api/fragility?on=2023-06-01&format=pdf');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mixite-fragilite-2023-06-01.pdf"');
    const text = readPdf(Buffer.from(await answer.arrayBuffer())).pages.join('\n');
    const { residences } = (await (await service.get('/api/fragility?on=2023-06-01')).json()) as FragilityReport;
    expect(residences.length).toBeGreaterThan(0);
    for (const { id, label } of residences) expect(text).toContain(`${id} ${label} `);
  });

  it('refuses a value that is not a day, in French', async () => {
    const answer = await service.get('/api/fragility?on=2024-02-30');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-request',
      detail: '« on » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA.',
    });
  });
});

describe('GET /api/fragility/:residence', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
  });
  afterAll(() => service.stop());

  const sheetOf = async (code: string, query = '') => (await service.get(`/api/fragility/${code}${query}`)).json();

  it('counts the leases signed since the notes came into force, as the figures of the residence do', async () => {
    const sheet = (await sheetOf('R1', '?on=2024-06-30')) as SheetWithLeases;
    expect(sheet).toMatchObject({ notes: { since: '2023-01-01', note: 5 }, history: [{ source: 'file' }] });
    const { from, to, figures } = sheet.allocations!;
    expect([from, to]).toEqual(['2023-01-01', '2024-06-30']);
    const compliance = (await (
      await service.get('/api/compliance?from=2023-01-01&to=2024-06-30&scope=residence')
    ).json()) as ComplianceReport;
    const expected = compliance.figures
      .filter(({ scope, code }) => scope.id === 'R1' && figures.some((figure) => figure.code === code))
      .map(({ code, numerator, denominator, rate }) => ({ code, numerator, denominator, rate }));
    expect(expected[0]!.numerator).toBeGreaterThan(0);
    expect(figures).toEqual(expected);
  });

  it('counts none where no note is in force, and refuses a residence that is unknown', async () => {
    expect(await sheetOf('R3', '?on=2023-05-31')).toMatchObject({ allocations: null });
    const unknown = await service.get('/api/fragility/R9');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'unknown-residence' }]);
  });

  it('counts as of an instant only what was known then', async () => {
    const before = (await service.installation.eventStore.head())!.recordedAt;
    const figures = (sheet: unknown) => (sheet as SheetWithLeases).allocations!.figures[0]!.numerator;
    const known = figures(await sheetOf('R3', '?on=2024-12-31'));
    await service.send({ 'attributions.csv': leases(61, 90) });
    expect(figures(await sheetOf('R3', `?on=2024-12-31&as-of=${before}`))).toBe(known);
    expect(figures(await sheetOf('R3', '?on=2024-12-31'))).toBeGreaterThan(known);
  });
});
