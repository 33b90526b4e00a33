import { INSTALLATION_ADMINISTRATOR } from '#access';
import { readPdf } from '#documents/testing';
import { dayAt, DEFAULT_TIME_ZONE, endOfDay, systemClock } from '#kernel';
import { REHOUSING_FIGURE_CODES, RehousingReports, type RehousingReport } from '#rehousing';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, OPERATIONS, rehousing, TERRITORY } from './support/territory';

describe('GET /api/rehousing', () => {
  let service: StartedApi;
  let before: string;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, ...OPERATIONS, 'attributions.csv': leases(1, 20) });
    before = (await service.installation.eventStore.head())!.recordedAt;
    await service.send({ 'relogements.csv': [rehousing(5, { date_relogement: '2024-02-29', code_residence: '' })] });
  });
  afterAll(() => service.stop());

  const reportOf = async (query = '') =>
    (await (await service.get(`/api/rehousing${query}`)).json()) as RehousingReport;

  it('is the report itself, as of the head when it was asked', async () => {
    const { eventStore: events, readStore } = service.installation;
    const answer = await service.get('/api/rehousing');
    const report = await new RehousingReports({ events, readStore }).report({}, INSTALLATION_ADMINISTRATOR);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toBe(JSON.stringify(report));
  });

  it('shows every operation, its progress and its figures', async () => {
    const { operations, total, figures } = await reportOf();
    expect(operations).toMatchObject([
      { id: 'OP-1', label: 'Merisiers', planned: 5, completed: 4, temporary: 1, remaining: 1 },
      { id: 'OP-2', label: 'Valibout', planned: 3, completed: 0, temporary: 0, remaining: 3, forecastEnd: null },
    ]);
    expect(total).toMatchObject({ planned: 8, completed: 4, temporary: 1, remaining: 4, forecastEnd: null });
    expect(figures.map(({ code, numerator, denominator }) => `${code} ${numerator}/${denominator}`)).toEqual([
      'REHOUSED_OUTSIDE_QPV 2/4',
      'REHOUSED_NEW_OR_UNDER_5_YEARS 2/4',
      'REHOUSED_NEW 1/4',
      'COST_CONSTANT_UNDER_40 1/1',
      'COST_CONSTANT_UNDER_40_PER_M2 1/1',
      'COST_RISE_WITH_IMPROVEMENT_40_100 1/1',
    ]);
    expect(operations[1]!.figures.map(({ code, rate }) => [code, rate])).toEqual(
      REHOUSING_FIGURE_CODES.map((code) => [code, null]),
    );
  });

  it('shows what was known at an instant, and what was done up to its day', async () => {
    expect((await reportOf(`?as-of=${before}`)).total.completed).toBe(3);
    const today = dayAt(systemClock.now(), DEFAULT_TIME_ZONE);
    const later = await reportOf(`?as-of=${today}`);
    expect(later).toMatchObject({ asOf: endOfDay(today), total: { completed: 4, pacePerMonth: 0 } });
    expect((await reportOf('?as-of=2020-12-31T00:00:00+01:00')).asOf).toBe('2020-12-30T23:00:00.000Z');
    expect(await reportOf('?as-of=2000-01-01')).toMatchObject({ position: null, operations: [] });
  });

  it('sees what was recorded just before it was asked', async () => {
    const { completed } = (await reportOf()).total;
    await service.send({ 'relogements.csv': [rehousing(6, { date_relogement: '2024-03-01' })] });
    expect((await reportOf()).total.completed).toBe(completed + 1);
    await service.send({ 'relogements.csv': [rehousing(6)] });
    expect((await reportOf()).total.completed).toBe(completed);
  });

  it('for one operation contains only that operation', async () => {
    const { operations, total } = await reportOf('?operation=OP-2');
    expect([operations.map(({ id }) => id), total.planned]).toEqual([['OP-2'], 3]);
  });

  it('prints the same state as a PDF', async () => {
    const { operations } = await reportOf();
    const answer = await service.get('/api/rehousing?format=pdf');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="mixite-relogements-\d{4}-\d\d-\d\d\.pdf"$/,
    );
    const text = readPdf(Buffer.from(await answer.arrayBuffer())).pages.join('\n');
    for (const { id, label, planned, completed, temporary, remaining } of operations)
      expect(text).toContain(`${label} (${id}) ${planned} ${completed} ${temporary} ${remaining} `);
    for (const { numerator, denominator } of operations.flatMap(({ figures }) => figures))
      expect(text).toContain(` ${numerator} ${denominator} `);
  });

  it('attaches the same figures as CSV, one in each row, with the progress of its operation', async () => {
    const answer = await service.get('/api/rehousing?format=csv');
    const report = await reportOf();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="mixite-relogements-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toBe(
      'code_operation;libelle;menages_a_reloger;relogements_definitifs;relogements_temporaires;restants;rythme_mensuel;fin_projetee;code;numerateur;denominateur;taux;etat_au;position',
    );
    expect(lines).toEqual(linesOf(report));
  });

  it('attaches the same figures as XLSX', async () => {
    const answer = await service.get('/api/rehousing?format=xlsx&operation=OP-1');
    expect(answer.headers.get('content-disposition')).toMatch(/"mixite-relogements-OP-1-\d{4}-\d\d-\d\d\.xlsx"$/);
    const [header, ...rows] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    expect(header!.slice(0, 3)).toEqual(['code_operation', 'libelle', 'menages_a_reloger']);
    const lines = linesOf(await reportOf('?operation=OP-1'), '.');
    expect(rows.map((row) => row.join(';'))).toEqual(lines);
  });

  it.each([
    ['operation=A%7CB', 'operation', 'A|B', 'un code des fichiers (100 caractères au plus)'],
    ['format=ods', 'format', 'ods', 'une valeur parmi json, csv, xlsx, pdf'],
    [
      'as-of=hier',
      'as-of',
      'hier',
      'un jour (AAAA-MM-JJ ou JJ/MM/AAAA) ou un instant RFC 3339 (2024-03-31T18:00:00+02:00)',
    ],
    ['from=2023-01-01', 'from', '2023-01-01', 'un paramètre de cette adresse (celui-ci est inconnu)'],
  ])('refuses %s, naming the parameter, the value and what was expected', async (query, parameter, value, expected) => {
    const answer = await service.get(`/api/rehousing?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-request',
      parameters: [{ parameter, value, expected }],
    });
  });

  it('refuses an unknown operation, in any format', async () => {
    for (const format of ['json', 'csv']) {
      const answer = await service.get(`/api/rehousing?operation=OP-9&format=${format}`);
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([404, null]);
      expect(await answer.json()).toMatchObject({
        code: 'operation-unknown',
        title: 'Opération inconnue',
        detail: 'Aucune opération de relogement ne porte le code « OP-9 ».',
      });
    }
  });

  it('changes nothing in the figures of the convention: only leases count there', async () => {
    const compliance = async () => {
      const { figures } = (await (await service.get('/api/compliance?from=2020-01-01&to=2030-12-31')).json()) as {
        figures: unknown;
      };
      return figures;
    };
    const figures = await compliance();
    const row = rehousing(7, { date_relogement: '2024-03-01', numero_attribution: 'BAIL-SECRET-7' });
    await service.send({ 'relogements.csv': [row] });
    expect(await compliance()).toEqual(figures);
  });
});

/** The lines of the file, with the decimal mark of its format. */
function linesOf({ operations, total, figures, asOf, position }: RehousingReport, mark = ','): readonly string[] {
  const decimal = (value: number | null) => (value === null ? '' : String(value).replace('.', mark));
  const groups = [...operations, { id: '', label: 'Ensemble des opérations', ...total, figures }];
  return groups.flatMap((group) => {
    const { id, label, planned, completed, temporary, remaining, pacePerMonth, forecastEnd } = group;
    const progress = [id, label, planned, completed, temporary, remaining, decimal(pacePerMonth), forecastEnd ?? ''];
    return group.figures.map(({ code, numerator, denominator, rate }) =>
      [...progress, code, numerator, denominator, decimal(rate), asOf, position].join(';'),
    );
  });
}
