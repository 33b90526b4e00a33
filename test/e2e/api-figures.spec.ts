import { INSTALLATION_ADMINISTRATOR } from '#access';
import { ComplianceReports, FIGURE_CODES } from '#compliance';
import { day, dayAt, DEFAULT_TIME_ZONE, systemClock } from '#kernel';
import { readPdf } from '#documents/testing';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

const YEAR = 'from=2023-01-01&to=2023-12-31';
const SCOPES = ['epci', 'commune', 'bailleur', 'reservataire', 'residence', 'qpv'] as const;

describe('GET /api/compliance', () => {
  let service: StartedApi;
  let before: string;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
    before = (await service.installation.eventStore.head())!.recordedAt;
    await service.send({ 'attributions.csv': leases(61, 200) });
  });
  afterAll(() => service.stop());

  it.each(SCOPES)('is the report itself by %s, as of the head when it was asked', async (scope) => {
    const { eventStore: events, readStore } = service.installation;
    const answer = await service.get(`/api/compliance?${YEAR}&scope=${scope}`);
    const query = { from: day('2023-01-01'), to: day('2023-12-31'), scope };
    const report = await new ComplianceReports({ events, readStore }).report(query, INSTALLATION_ADMINISTRATOR);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(await answer.text()).toBe(JSON.stringify(report));
  });

  it('sees what was recorded just before it was asked', async () => {
    const count = async () => {
      const { figures } = (await (await service.get(`/api/compliance?${YEAR}`)).json()) as {
        figures: { numerator: number }[];
      };
      return figures[0]!.numerator;
    };
    const counted = await count();
    const [lease] = leases(1, 1);
    await service.send({ 'attributions.csv': [{ ...lease!, numero_attribution: 'NOUVEAU', date_bail: '2023-05-05' }] });
    expect(await count()).toBe(counted + 1);
  });

  it('shows at least the position that an earlier answer gave', async () => {
    const { position } = (await (await service.get(`/api/compliance?${YEAR}`)).json()) as { position: string };
    const answer = await service.get(`/api/compliance?${YEAR}&wait=${position}`);
    expect([answer.status, ((await answer.json()) as { position: string }).position]).toEqual([200, position]);
  });

  it('shows what was known at an instant, or at the end of a day', async () => {
    const asOf = async (text: string) =>
      (await (await service.get(`/api/compliance?${YEAR}&as-of=${text}`)).json()) as {
        asOf: string;
        figures: { numerator: number }[];
      };
    const then = await asOf(before);
    expect(then.asOf).toBe(before);
    expect(then.figures[0]!.numerator).toBe(leases(1, 60).filter(countsIn2023).length);
    const today = dayAt(systemClock.now(), DEFAULT_TIME_ZONE);
    expect((await asOf(today)).figures[0]!.numerator).toBeGreaterThan(then.figures[0]!.numerator);
    expect((await asOf('2000-01-01')).figures[0]!.numerator).toBe(0);
    // The plus sign of an offset arrives as a space where it was not escaped.
    expect((await asOf('2020-12-31T00:00:00+01:00')).asOf).toBe('2020-12-30T23:00:00.000Z');
  });

  it('attaches the same figures as CSV, with their period and scope', async () => {
    const answer = await service.get(`/api/compliance?${YEAR}&scope=commune&format=csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="mixite-conformite-commune-2023-01-01-2023-12-31.csv"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [header, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toBe(
      'code;perimetre;identifiant;libelle;numerateur;denominateur;taux;objectif;statut;du;au;etat_au;position;quartiles_inconnus;quartiles_partiels',
    );
    const json = (await (await service.get(`/api/compliance?${YEAR}&scope=commune`)).json()) as ReportJson;
    expect(lines).toHaveLength(2 * FIGURE_CODES.length);
    expect(lines).toEqual(json.figures.map((figure) => csvLine(figure, json)));
  });

  it('attaches the same figures as XLSX', async () => {
    const answer = await service.get(`/api/compliance?${YEAR}&scope=bailleur&format=xlsx`);
    expect(answer.headers.get('content-disposition')).toContain(
      'mixite-conformite-bailleur-2023-01-01-2023-12-31.xlsx',
    );
    const [header, ...rows] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    const json = (await (await service.get(`/api/compliance?${YEAR}&scope=bailleur`)).json()) as ReportJson;
    expect(header!.slice(0, 4)).toEqual(['code', 'perimetre', 'identifiant', 'libelle']);
    expect(rows.map((row) => row.slice(0, 6))).toEqual(
      json.figures.map(({ code, scope, numerator, denominator }) => [
        code,
        scope.kind,
        scope.id,
        scope.label,
        String(numerator),
        String(denominator),
      ]),
    );
  });

  it('prints the same figures as a PDF, with the same bytes as long as nothing is recorded', async () => {
    const print = async () => service.get(`/api/compliance?${YEAR}&format=pdf`);
    const answer = await print();
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="mixite-conformite-epci-2023-01-01-2023-12-31.pdf"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = readPdf(bytes).pages.join('\n');
    const json = (await (await service.get(`/api/compliance?${YEAR}`)).json()) as ReportJson;
    for (const { numerator, denominator } of json.figures)
      if (denominator > 0) expect(text).toContain(` ${numerator} ${denominator} `);
    expect(Buffer.from(await (await print()).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it.each([
    ['to=2023-12-31', 'from', null, 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA'],
    ['from=2023-02-30&to=2023-12-31', 'from', '2023-02-30', 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA'],
    ['from=32/01/2023&to=2023-12-31', 'from', '32/01/2023', 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA'],
    [`${YEAR}&from=2023-01-02`, 'from', '2023-01-01, 2023-01-02', 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA'],
    [
      `${YEAR}&scope=departement`,
      'scope',
      'departement',
      'une valeur parmi epci, commune, secteur, bailleur, reservataire, residence, qpv',
    ],
    [`${YEAR}&format=ods`, 'format', 'ods', 'une valeur parmi json, csv, xlsx, pdf'],
    [
      `${YEAR}&as-of=hier`,
      'as-of',
      'hier',
      'un jour (AAAA-MM-JJ ou JJ/MM/AAAA) ou un instant RFC 3339 (2024-03-31T18:00:00+02:00)',
    ],
    [`${YEAR}&wait=à demain`, 'wait', 'à demain', 'la « position » d’une réponse précédente'],
    [`${YEAR}&perimetre=epci`, 'perimetre', 'epci', 'un paramètre de cette adresse (celui-ci est inconnu)'],
  ])('refuses %s, naming the parameter, the value and what was expected', async (query, parameter, value, expected) => {
    const answer = await service.get(`/api/compliance?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await answer.json()) as { detail: string };
    expect(problem).toMatchObject({ code: 'invalid-request', parameters: [{ parameter, value, expected }] });
    expect(problem.detail).toContain(`« ${parameter} »`);
  });

  it('gives some figures of some groups, in every format, and none of an unknown one', async () => {
    const some = `/api/compliance?${YEAR}&scope=commune&figure=Q1&figure=ALLOCATIONS&id=78621&id=INCONNU`;
    const whole = (await (await service.get(`/api/compliance?${YEAR}&scope=commune`)).json()) as ReportJson;
    const part = (await (await service.get(some)).json()) as ReportJson;
    const isAsked = ({ code, scope }: ReportJson['figures'][number]) =>
      ['Q1', 'ALLOCATIONS'].includes(code) && scope.id === '78621';
    expect(part).toEqual({ ...whole, figures: whole.figures.filter(isAsked) });
    expect(part.figures).toHaveLength(2);
    expect((await (await service.get(`${some}&format=csv`)).text()).trimEnd().split('\r\n')).toHaveLength(3);
    expect(await readXlsx(Buffer.from(await (await service.get(`${some}&format=xlsx`)).arrayBuffer()))).toHaveLength(3);
    expect((await service.get(`${some}&format=pdf`)).status).toBe(200);
    const none = (await (await service.get(`/api/compliance?${YEAR}&id=INCONNU`)).json()) as ReportJson;
    expect(none).toMatchObject({ unknownQuartile: whole.unknownQuartile, figures: [] });
  });

  it.each([
    ['Q5', 'invalid-request', 'attendu : des codes de chiffres'],
    ['Q1&figure=Q1', 'invalid-request', 'chacun une fois'],
    ['PUBLIC_PERSONNE', 'unknown-figure', 'PUBLIC_PERSONNE'],
  ])('refuses figure=%s in words', async (figures, code, words) => {
    const answer = await service.get(`/api/compliance?${YEAR}&figure=${figures}`);
    const problem = (await answer.json()) as { code: string; detail: string };
    expect([answer.status, problem.code]).toEqual([400, code]);
    expect(problem.detail).toContain(words);
  });

  it('refuses a period that ends before it begins', async () => {
    const answer = await service.get('/api/compliance?from=2023-12-31&to=2023-01-01&format=csv');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.json()).toMatchObject({ code: 'period-reversed', title: 'Période à l’envers' });
  });
});

describe('GET /api/compliance/series', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
  });
  afterAll(() => service.stop());
  const series = async (query: string) => {
    const answer = await service.get(`/api/compliance/series?${query}`);
    return { status: answer.status, body: (await answer.json()) as SeriesJson };
  };

  it('gives the same counts as the report of each period, and its months add up to its year', async () => {
    const { status, body } = await series(
      'figure=Q1&figure=ALLOCATIONS&scope=commune&id=78621&from=2023-01-01&to=2024-12-31',
    );
    expect([status, body.series.map(({ figure }) => figure)]).toEqual([200, ['Q1', 'ALLOCATIONS']]);
    const report = `/api/compliance?${YEAR}&scope=commune&id=78621&figure=ALLOCATIONS`;
    const { figures, position } = (await (await service.get(report)).json()) as ReportJson;
    const { numerator, denominator, rate } = figures[0]!;
    expect(body.position).toBe(position);
    expect(body.series[1]!.points[0]).toMatchObject({
      from: '2023-01-01',
      to: '2023-12-31',
      numerator,
      denominator,
      rate,
    });
    const months = await series(
      `figure=ALLOCATIONS&scope=commune&id=78621&by=month&wait=${position}&from=01/01/2023&to=2023-12-31`,
    );
    expect(months.body.series[0]!.points).toHaveLength(12);
    expect(months.body.series[0]!.points.reduce((sum, point) => sum + point.numerator, 0)).toBe(numerator);
  });

  it.each([
    ['', 400, 'invalid-request', '« figure » est absent'],
    ['figure=Q1&scope=commune', 400, 'invalid-request', '« id » aussi'],
    [
      'figure=Q1&figure=Q2&figure=Q34&figure=HOME_WORK&figure=PRIORITY&figure=TRANSFERS&figure=ALLOCATIONS',
      400,
      'invalid-request',
      '6 au plus',
    ],
    ['figure=Q1&by=week', 400, 'invalid-request', 'year, semester, quarter, month'],
    ['figure=Q1&from=2010-01-01&to=2024-01-01&by=month', 400, 'too-many-points', '169 points'],
    ['figure=Q1&from=2024-01-01&to=2023-01-01', 400, 'period-reversed', ''],
    ['figure=Q1&scope=commune&id=99999', 404, 'unknown-group', 'Aucune commune n’a pour identifiant « 99999 ».'],
    ['figure=PUBLIC_PERSONNE', 400, 'unknown-figure', 'PUBLIC_PERSONNE'],
  ])('refuses %s in words', async (query, status, code, words) => {
    const { status: answered, body } = await series(query);
    expect([answered, body]).toMatchObject([status, { code }]);
    expect((body as unknown as { detail: string }).detail).toContain(words);
  });
});

interface SeriesJson {
  readonly position: string;
  readonly series: readonly {
    readonly figure: string;
    readonly points: readonly { readonly numerator: number; readonly denominator: number }[];
  }[];
}

interface ReportJson {
  readonly asOf: string;
  readonly position: string;
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  readonly figures: readonly {
    readonly code: string;
    readonly scope: { readonly kind: string; readonly id: string; readonly label: string };
    readonly numerator: number;
    readonly denominator: number;
    readonly rate: number | null;
  }[];
}

function csvLine(
  { code, scope, numerator, denominator, rate }: ReportJson['figures'][number],
  report: ReportJson,
): string {
  const spelled = rate === null ? '' : String(rate).replace('.', ',');
  const figure = [code, scope.kind, scope.id, scope.label, numerator, denominator, spelled, '', ''];
  const { asOf, position, unknownQuartile, partialQuartile } = report;
  return [...figure, '2023-01-01', '2023-12-31', asOf, position, unknownQuartile, partialQuartile].join(';');
}

function countsIn2023(lease: Readonly<Record<string, string>>): boolean {
  return lease['date_bail']!.startsWith('2023') && lease['annulee'] === 'N';
}
