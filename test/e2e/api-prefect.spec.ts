import { readPdf } from '#documents/testing';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface HalfYear {
  readonly asOf: string | null;
  readonly position: string | null;
  readonly landlords: readonly {
    readonly id: string;
    readonly label: string;
    readonly outsideQpv: number;
    readonly eligible: number;
    readonly rate: number | null;
    readonly met: boolean | null;
    readonly missing: number;
  }[];
}

describe('GET /api/prefect', () => {
  let service: StartedApi;
  let before: string;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
    before = (await service.installation.eventStore.head())!.recordedAt;
    await service.send({ 'attributions.csv': leases(61, 200) });
  });
  afterAll(() => service.stop());

  const json = async (query: string) => (await (await service.get(`/api/prefect?${query}`)).json()) as HalfYear;

  it('gives each landlord the same figures as the compliance report', async () => {
    const report = (await (
      await service.get('/api/compliance?from=2023-07-01&to=2023-12-31&scope=bailleur')
    ).json()) as {
      asOf: string;
      position: string;
      figures: { code: string; numerator: number; denominator: number }[];
    };
    const halfYear = await json('semester=2023-S2');
    const { asOf, position } = report;
    expect(halfYear).toMatchObject({ semester: '2023-S2', from: '2023-07-01', to: '2023-12-31', closed: false });
    expect(halfYear).toMatchObject({ asOf, position });
    const figures = report.figures.filter(({ code }) => code === 'Q1_REHOUSED_OUTSIDE_QPV');
    expect(halfYear.landlords.map(({ id }) => id)).toEqual(['L-A', 'L-B']);
    expect(halfYear.landlords.map(({ eligible, outsideQpv }) => [eligible, outsideQpv])).toEqual(
      figures.map(({ numerator, denominator }) => [numerator, denominator]),
    );
    expect(halfYear.landlords[0]!.outsideQpv).toBeGreaterThan(0);
  });

  it('shows what was known at an instant, by either name of the parameter', async () => {
    const now = await json('semester=2023-S2');
    const then = await json(`semester=2023-S2&as-of=${before}`);
    expect(then.asOf).toBe(before);
    expect(then.landlords[0]!.outsideQpv).toBeLessThan(now.landlords[0]!.outsideQpv);
    expect(await json(`semester=2023-S2&asOf=${before}`)).toEqual(then);
    expect(await json('semester=2023-S2&as-of=2000-01-01')).toMatchObject({ position: null, landlords: [] });
  });

  it('is empty without a lease, landlord by landlord', async () => {
    const nothing = { outsideQpv: 0, eligible: 0, rate: null, target: 0.25, met: null, missing: 0, substitution: null };
    expect((await json('semester=1999-S1')).landlords).toEqual([
      { id: 'L-A', label: 'Bailleur A', ...nothing },
      { id: 'L-B', label: 'Bailleur B', ...nothing },
    ]);
  });

  it('attaches the same state as CSV and XLSX', async () => {
    const { landlords } = await json('semester=2023-S2');
    const csv = await service.get('/api/prefect?semester=2023-S2&format=csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="mixite-prefet-2023-S2.csv"');
    const [, ...lines] = Buffer.from(await csv.arrayBuffer())
      .toString('utf8')
      .slice(1)
      .trimEnd()
      .split('\r\n');
    const cells = landlords.map(({ id, label, outsideQpv, eligible }) => [id, label, `${outsideQpv}`, `${eligible}`]);
    expect(lines.map((line) => line.split(';').slice(3, 7))).toEqual(cells);
    const xlsx = await service.get('/api/prefect?semester=2023-S2&format=xlsx');
    const [, ...rows] = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
    expect(rows.map((row) => row.slice(3, 7))).toEqual(cells);
  });

  it('prints the same state as a PDF, with the same bytes as long as nothing is recorded', async () => {
    const { landlords } = await json('semester=2023-S2');
    const print = async () => service.get('/api/prefect?semester=2023-S2&format=pdf');
    const answer = await print();
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mixite-prefet-2023-S2.pdf"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { pages } = readPdf(bytes);
    for (const { id, label, outsideQpv, eligible } of landlords)
      expect(pages[0]).toContain(`${id} ${label} ${outsideQpv} ${eligible} `);
    expect(Buffer.from(await (await print()).arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('prints a past state with the same bytes as then, whatever was recorded since', async () => {
    const print = async (query: string) =>
      Buffer.from(await (await service.get(`/api/prefect?semester=2023-S2&format=pdf${query}`)).arrayBuffer());
    const { asOf } = await json('semester=2023-S2');
    const then = await print('');
    await service.send({ 'attributions.csv': leases(201, 240) });
    expect((await print('')).equals(then)).toBe(false);
    expect((await print(`&as-of=${asOf}`)).equals(then)).toBe(true);
  });

  it.each([
    ['', 'semester', null, 'un semestre, AAAA-S1 ou AAAA-S2'],
    ['semester=2023', 'semester', '2023', 'un semestre, AAAA-S1 ou AAAA-S2'],
    ['semester=2023-S1&format=ods', 'format', 'ods', 'une valeur parmi json, csv, xlsx, pdf'],
    ['semester=2023-S1&scope=bailleur', 'scope', 'bailleur', 'un paramètre de cette adresse (celui-ci est inconnu)'],
  ])(
    'refuses « %s », naming the parameter, the value and what was expected',
    async (query, parameter, value, expected) => {
      const answer = await service.get(`/api/prefect?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ parameters: [{ parameter, value, expected }] });
    },
  );
});
