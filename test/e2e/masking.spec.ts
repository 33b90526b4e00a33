import { EVERYTHING, type Actor, type Role } from '#access';
import { ReportCompliance, ReportObjectives } from '#compliance/module';
import { aConventionFile, anObjectiveFile, conventionText } from '#convention/testing';
import { csvFiles, leases, OPERATIONS, rehousing, TERRITORY, type Row } from './support/territory';
import { VacancyApi } from './support/vacancy-api';

const YEAR = 'from=2024-01-01&to=2024-12-31';
const SCOPES = ['epci', 'commune', 'bailleur', 'reservataire', 'residence', 'qpv', 'secteur'] as const;

interface Figure {
  readonly code: string;
  readonly scope: { readonly kind: string; readonly id: string };
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly status: string | null;
  readonly masked?: true;
}

/** OP-2 has few rehousings, OP-1 and OP-3 have many. */
function operations(): readonly Row[] {
  const [one, two] = OPERATIONS['operations.csv']!;
  const of = (row: Row | undefined, code: string, planned: string): Row => ({
    ...row,
    code_operation: code,
    menages_a_reloger: planned,
  });
  return [of(one, 'OP-1', '100'), of(two, 'OP-2', '60'), of(one, 'OP-3', '200')];
}

function rehousings(): readonly Row[] {
  const codes = [...new Array<string>(40).fill('OP-1'), ...new Array<string>(5).fill('OP-2')];
  return [...codes, ...new Array<string>(70).fill('OP-3')].map((code, at) =>
    rehousing(1_000 + at, { code_operation: code, date_relogement: '2023-10-02', parc: 'neuf' }),
  );
}

/** Leases of the first quartile among others, a few in some residences and many in others. */
function rows(): readonly Row[] {
  const many = leases(1, 120);
  return many.map((row, index) => ({ ...row, quartile: index % 9 === 0 ? '1' : index % 3 === 0 ? '2' : '3' }));
}

describe('what who reads figures and no list is not told', () => {
  let api: VacancyApi;
  let role: Role = 'administrateur';
  beforeAll(async () => {
    api = await VacancyApi.start();
    jest.spyOn(api, 'actorOf').mockImplementation(() => Promise.resolve({ id: 'x', role, scope: EVERYTHING } as Actor));
    const convention = aConventionFile({
      objectifs: [
        anObjectiveFile({ date_debut: 'toujours' }),
        anObjectiveFile({ code: 'PAR-BAILLEUR', portee: { type: 'bailleur' }, date_debut: 'toujours' }),
      ],
    });
    const files = new Map([
      ...csvFiles({ ...TERRITORY, 'attributions.csv': rows() }),
      ['convention.json', conventionText(convention)] as const,
    ]);
    const answer = await api.service.send(files);
    expect([answer.status, await answer.json()]).toMatchObject([200, { faults: [] }]);
  });
  afterAll(() => api.stop());
  afterEach(() => {
    role = 'administrateur';
  });

  const as = async (who: Role, path: string) => {
    role = who;
    const { status, body } = await api.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body as unknown as Readonly<Record<string, unknown>> & { readonly figures: readonly Figure[] };
  };
  const figuresOf = async (who: Role, scope: string) => (await as(who, `/compliance?${YEAR}&scope=${scope}`)).figures;
  const keyOf = ({ code, scope }: Figure) => `${scope.kind} ${scope.id} ${code}`;

  it.each(SCOPES)(
    'masks every count under 11 by %s for a statistician, and shows the others as they are',
    async (scope) => {
      const whole = await figuresOf('agent_epci', scope);
      const shown = await figuresOf('statisticien', scope);
      expect(shown.map(keyOf)).toEqual(whole.map(keyOf));
      expect(whole.every((figure) => !('masked' in figure))).toBe(true);
      shown.forEach((figure, at) => {
        if (!figure.masked) {
          expect(figure).toEqual(whole[at]);
          expect(Math.min(figure.numerator!, figure.denominator!)).toBeGreaterThanOrEqual(11);
        } else
          expect(figure).toMatchObject({ numerator: null, denominator: null, rate: null, status: null, masked: true });
      });
    },
  );

  it('masks a part of a report as the whole report, and tells no figure that no report prints', async () => {
    const whole = await figuresOf('statisticien', 'commune');
    const asked = `/compliance?${YEAR}&scope=commune&id=78621&figure=Q1&figure=ALLOCATIONS&figure=Q1_REHOUSED`;
    const { figures } = await as('statisticien', asked);
    const isAsked = ({ code, scope }: Figure) => ['Q1', 'ALLOCATIONS'].includes(code) && scope.id === '78621';
    expect(figures.slice(0, 2)).toEqual(whole.filter(isAsked));
    expect(figures[2]).toMatchObject({ code: 'Q1_REHOUSED', numerator: null, masked: true });
    expect((await as('agent_epci', asked)).figures[2]!.numerator).toBeGreaterThan(0);
  });

  it('tells a statistician years of a series, as their reports, and no shorter period', async () => {
    type Series = readonly { readonly points: readonly Figure[] }[];
    const pointsOf = async (who: Role, query: string) =>
      (
        (await as(who, `/compliance/series?figure=ALLOCATIONS&from=2024-01-01&to=2024-12-31${query}`))[
          'series'
        ] as Series
      )[0]!.points;
    const [year] = await pointsOf('statisticien', '');
    const report = (await figuresOf('statisticien', 'epci')).find(({ code }) => code === 'ALLOCATIONS')!;
    expect(report.numerator).toBeGreaterThan(11);
    expect(year!.numerator).toBe(report.numerator);
    for (const by of ['semester', 'month'])
      for (const point of await pointsOf('statisticien', `&by=${by}`))
        expect(point).toMatchObject({ numerator: null, denominator: null, rate: null, masked: true });
    expect(await pointsOf('elu', '&by=month')).toEqual(await pointsOf('agent_epci', '&by=month'));
  });

  it('masks one objective and its parts as the reports of their scopes', async () => {
    type One = { readonly lines: readonly Figure[]; readonly contributions: { readonly parts: readonly Figure[] } };
    const oneOf = async (who: Role) => (await as(who, `/objectives/LOI-25?${YEAR}`)) as unknown as One;
    const [exact, shown] = [await oneOf('agent_epci'), await oneOf('statisticien')];
    expect(shown.contributions.parts.map(({ scope }) => scope)).toEqual(
      exact.contributions.parts.map(({ scope }) => scope),
    );
    for (const scope of ['bailleur', 'commune', 'residence'] as const) {
      const report = (await figuresOf('statisticien', scope)).filter(({ code }) => code === 'Q1_REHOUSED_OUTSIDE_QPV');
      for (const part of shown.contributions.parts.filter((one) => one.scope.kind === scope))
        expect([part.scope.id, part.numerator]).toEqual([
          part.scope.id,
          report.find((figure) => figure.scope.id === part.scope.id)!.numerator,
        ]);
    }
    expect(shown.contributions.parts.some(({ masked }) => masked)).toBe(true);
    if (shown.lines[0]!.masked) expect(JSON.stringify(shown)).not.toContain('"pull":{');
    expect(JSON.stringify(exact)).not.toContain('masked');
  });

  it('does not count the leases of one residence on its sheet', async () => {
    expect(await as('agent_epci', '/fragility/R1')).toMatchObject({
      allocations: { figures: expect.any(Array) as unknown },
    });
    for (const who of ['statisticien', 'elu'] as const)
      expect(await as(who, '/fragility/R1')).toMatchObject({ allocations: null });
  });

  it('lets no total of a report give a masked count back, neither its own nor that of another scope', async () => {
    const whole = new Map((await figuresOf('agent_epci', 'epci')).map((figure) => [figure.code, figure]));
    const total = new Map((await figuresOf('statisticien', 'epci')).map((figure) => [figure.code, figure]));
    expect([...total.values()].some((figure) => !figure.masked)).toBe(true);
    for (const scope of ['commune', 'bailleur', 'residence'] as const) {
      const exact = await figuresOf('agent_epci', scope);
      const shown = await figuresOf('statisticien', scope);
      for (const code of whole.keys()) {
        if (total.get(code)!.masked) continue;
        const hidden = exact.filter((one, at) => one.code === code && shown[at]!.masked);
        for (const part of ['numerator', 'denominator'] as const) {
          const left = hidden.reduce((sum, one) => sum + one[part]!, 0);
          const positive = hidden.filter((one) => one[part]! > 0);
          expect([scope, code, left === 0 || left >= 11 || positive.every((one) => one[part]! >= 11)]).toEqual([
            scope,
            code,
            true,
          ]);
          if (positive.length === 1) expect([scope, code, positive[0]![part]! >= 11]).toEqual([scope, code, true]);
        }
      }
    }
  });

  it('masks small denominators by residence for an elected member, and nothing else', async () => {
    for (const scope of ['epci', 'commune', 'bailleur', 'qpv'])
      expect(await figuresOf('elu', scope)).toEqual(await figuresOf('agent_epci', scope));
    const exact = await figuresOf('agent_epci', 'residence');
    const shown = await figuresOf('elu', 'residence');
    shown.forEach((figure, at) => {
      if (figure.masked) return;
      expect(figure).toEqual(exact[at]);
      expect(figure.denominator).toBeGreaterThanOrEqual(11);
    });
    expect(shown.some(({ numerator }) => numerator !== null && numerator < 11)).toBe(true);
  });

  it('masks totals, objectives, the half-year and files alike', async () => {
    const report = await as('statisticien', `/compliance?${YEAR}`);
    expect([report['unknownQuartile'], report['partialQuartile']]).toEqual([null, null]);
    const exact = await as('agent_epci', `/objectives?${YEAR}`);
    const { objectives } = await as('statisticien', `/objectives?${YEAR}`);
    for (const line of objectives as readonly Figure[])
      if (!line.masked) expect(Math.min(line.numerator!, line.denominator!)).toBeGreaterThanOrEqual(11);
      else expect(line).toMatchObject({ numerator: null, denominator: null, missing: null, distance: null });
    expect((objectives as readonly object[]).length).toBe((exact['objectives'] as readonly object[]).length);
    const { landlords } = await as('statisticien', '/prefect?semester=2024-S1');
    for (const landlord of landlords as readonly Readonly<Record<string, number | null>>[])
      if ('masked' in landlord)
        expect(landlord).toMatchObject({ outsideQpv: null, eligible: null, met: null, missing: null });
      else expect(Math.min(landlord['outsideQpv']!, landlord['eligible']!)).toBeGreaterThanOrEqual(11);
  });

  it('says in a file which figures are masked, and only there', async () => {
    role = 'statisticien';
    const csv = async () =>
      (await api.inject(`/api/compliance?${YEAR}&scope=commune&format=csv`))
        .trim()
        .split('\r\n')
        .map((line) => line.split(';'));
    const [header, ...lines] = await csv();
    const [masked, numerator] = [header!.indexOf('masque'), header!.indexOf('numerateur')];
    expect(masked).toBeGreaterThan(0);
    for (const line of lines)
      if (line[masked] === '') expect(Number(line[numerator])).toBeGreaterThanOrEqual(11);
      else expect([line[numerator], line[masked]]).toEqual(['', expect.stringContaining('moins de 11')]);
    for (const format of ['xlsx', 'pdf'])
      for (const path of [`/compliance?${YEAR}&scope=commune`, `/objectives?${YEAR}`, '/prefect?semester=2024-S1'])
        expect([format, path, (await api.inject(`/api${path}&format=${format}`)).length > 100]).toEqual([
          format,
          path,
          true,
        ]);
    role = 'agent_epci';
    expect((await csv())[0]).not.toContain('masque');
  });

  it('masks refusals and steps of QPV commissions, of which no part may be asked', async () => {
    const vacancy = await api.oriented();
    for (let at = 0; at < 12; at++) await api.designated(vacancy, { composition: at < 3 ? 'seul' : 'couple' });
    const shown = (await as('statisticien', '/refusals?from=2000-01-01&to=2999-12-31')).figures;
    expect(shown.length).toBeGreaterThan(0);
    for (const figure of shown) expect(figure).toMatchObject({ masked: true, numerator: null, mean: null });
    const forElu = (await as('elu', '/refusals?from=2000-01-01&to=2999-12-31')).figures;
    expect(forElu.every((figure) => !figure.masked)).toBe(true);
    role = 'statisticien';
    const part = await api.get('/refusals?from=2000-01-01&to=2999-12-31&code_residence=R1');
    expect([part.status, part.body.code]).toEqual([403, 'not-allowed']);
    const steps = await as('statisticien', '/qpv-commissions/figures?from=2000-01-01&to=2999-12-31');
    expect(steps['total']).toMatchObject({ proposals: null, masked: true });
  });

  it('masks operations of rehousing with few households, and another with them, in every format', async () => {
    const sent = await api.service.send(csvFiles({ 'operations.csv': operations(), 'relogements.csv': rehousings() }));
    expect([sent.status, await sent.json()]).toMatchObject([200, { faults: [] }]);
    type Line = Readonly<Record<string, number | null>> & { readonly figures: readonly Figure[] };
    const linesOf = async (who: Role, query = '') => {
      const { operations: all, total, figures } = await as(who, `/rehousing${query}`);
      return [...(all as readonly Line[]), { ...(total as object), figures } as Line];
    };
    const [exact, shown] = [await linesOf('agent_epci'), await linesOf('statisticien')];
    expect(JSON.stringify(exact)).not.toContain('masked');
    expect(exact.map(({ completed }) => completed)).toEqual([40, 5, 70, 115]);
    expect(shown.map(({ planned }) => planned)).toEqual([100, 60, 200, 360]);
    expect(shown.map(({ completed, remaining }) => [completed, remaining])).toEqual([
      [null, null],
      [null, null],
      [70, 130],
      [115, 245],
    ]);
    for (const { figures, masked } of shown) {
      expect(masked).toBe(true);
      for (const { numerator, denominator, rate, masked: isMasked } of figures)
        if (isMasked) expect([numerator, denominator, rate]).toEqual([null, null, null]);
        else expect(Math.min(numerator!, denominator!)).toBeGreaterThanOrEqual(11);
    }
    // One operation is masked as it is among all, and its total with it.
    const { figures: _, ...alone } = (await linesOf('statisticien', '?operation=OP-1')).at(-1)!;
    expect(alone).toMatchObject({ planned: 100, completed: null, remaining: null, masked: true });
    expect(await linesOf('elu')).toEqual(exact);
    role = 'statisticien';
    const csv = await api.inject('/api/rehousing?format=csv');
    expect(csv.split('\r\n')[0]).toContain(';masque;');
    for (const line of csv.trim().split('\r\n').slice(1)) expect(line).toContain('moins de 11');
    for (const format of ['xlsx', 'pdf'])
      expect((await api.inject(`/api/rehousing?format=${format}`)).length).toBeGreaterThan(100);
    role = 'agent_epci';
    expect(await api.inject('/api/rehousing?format=csv')).not.toContain('masque');
  });

  it('refuses the flow to a statistician, in every format, and shows it to an elected member', async () => {
    role = 'statisticien';
    for (const query of ['', '&format=csv', '&format=xlsx', '&format=pdf', '&landlord=L-A']) {
      const { status, body } = await api.get(`/flow?year=2024${query}`);
      expect([query, status, body.code]).toEqual([query, 403, 'not-allowed']);
    }
    expect(await as('elu', '/flow?year=2024')).toEqual(await as('agent_epci', '/flow?year=2024'));
  });

  it('is decided in the queries, whatever asks', async () => {
    const actor: Actor = { id: 'x', role: 'statisticien', scope: EVERYTHING };
    const period = { from: '2024-01-01', to: '2024-12-31' } as never as { from: never; to: never };
    const report = await api.query(new ReportCompliance({ ...period, scope: 'residence' }, actor));
    expect(JSON.stringify(report)).toContain('"masked":true');
    const objectives = await api.query(new ReportObjectives(period, actor));
    expect(JSON.stringify(objectives)).toContain('"masked":true');
  });
});
