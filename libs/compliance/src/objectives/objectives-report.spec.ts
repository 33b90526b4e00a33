import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import { ConventionHistory, REHOUSING_FIGURES } from '#convention';
import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { day, isRefusal, refuse } from '#kernel';
import { aLease, Setting } from '../testing';
import type { RehousingShares } from './rehousing-counts';
import { ObjectivesReports, type ObjectivesQuery, type ObjectivesSources } from './objectives-report';
import type { ObjectivesReport } from './reported';

const YEAR = { from: day('2024-01-01'), to: day('2024-12-31') };
const quarter = { numerator: 1, denominator: 4 };
const half = { numerator: 1, denominator: 2 };

describe('the report of objectives', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    const { history } = setting;
    await history.lease('a', aLease({ residence: 'R2', quartile: 1 }));
    await history.lease('b', aLease({ residence: 'R2', quartile: 2, holder: 'H2' }));
    await history.lease('c', aLease({ residence: 'R2', quartile: 2, holder: 'H2' }));
    await history.lease('d', aLease({ residence: 'R1', quartile: 3 }));
    await history.lease('z', aLease({ residence: 'R2', quartile: 1, signedOn: day('2023-05-05') }));
  });
  afterEach(() => setting.destroy());

  /** Given by the library that counts rehousings: more of them on each later year. */
  const rehousings: ObjectivesSources['rehousings'] = (on) => {
    const completed = on === '2024-12-31' ? 557 : 400;
    const figures = Object.fromEntries(
      REHOUSING_FIGURES.map((figure) => [figure, { numerator: completed / 100, denominator: completed }]),
    ) as RehousingShares;
    const total = { ...figures, REHOUSED: { numerator: completed, denominator: 800 } };
    return Promise.resolve({ total, operations: [{ id: 'O1', label: 'Opération O1', figures: total }] });
  };
  const adopt = (...objectives: readonly ReturnType<typeof anObjective>[]) =>
    setting.history.convene({ type: 'ConventionAdopted', data: aConvention({ objectives }) });

  async function asked(query: Partial<ObjectivesQuery> = {}, actor: Actor = INSTALLATION_ADMINISTRATOR) {
    // This applies everything recorded.
    await setting.report();
    const { events } = setting.history;
    const convention = new ConventionHistory(events);
    return new ObjectivesReports({ events, readStore: setting.readStore, convention, rehousings }).report(
      { ...YEAR, ...query },
      actor,
    );
  }
  async function reportOf(query: Partial<ObjectivesQuery> = {}, actor?: Actor): Promise<ObjectivesReport> {
    const report = await asked(query, actor);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  }
  /** `kind:id[ kind:id]: numerator/denominator status` */
  const lines = ({ objectives }: ObjectivesReport) =>
    objectives.map(({ scope, actor, numerator, denominator, status }) => {
      const whose = actor ? ` ${actor.kind}:${actor.id}` : '';
      return `${scope.kind}:${scope.id}${whose}: ${numerator}/${denominator} ${status}`;
    });

  it('has no line and no target day without a convention', async () => {
    const report = await reportOf();
    expect(report.objectives).toEqual([]);
    expect(report).not.toHaveProperty('targetsOn');
  });

  it('counts the unknown quartiles of the leases that the actor may see, live and as of an instant', async () => {
    const { history } = setting;
    const none = { unknownQuartile: 0, partialQuartile: 0 };
    expect(await reportOf()).toMatchObject(none);
    const { asOf } = await reportOf();
    await history.lease('e', aLease({ residence: 'R1', quartile: null }));
    await history.lease('f', aLease({ residence: 'R2', quartile: null }));
    await history.lease('g', aLease({ residence: 'R2', quartile: '2-4' }));
    await history.lease('h', aLease({ residence: 'R2', quartile: null, signedOn: day('2023-05-05') }));
    const all = { unknownQuartile: 2, partialQuartile: 1 };
    expect(await reportOf()).toMatchObject(all);
    await adopt(anObjective({ value: half }));
    expect(await reportOf()).toMatchObject(all);
    expect(await reportOf({ asOf: asOf! })).toMatchObject(none);
    const { asOf: last } = await reportOf();
    expect(await reportOf({ asOf: last! })).toMatchObject(all);
    const landlord = readerOf(limitedTo({ landlord: ['L1'] }));
    expect(await reportOf({}, landlord)).toMatchObject({ unknownQuartile: 1, partialQuartile: 0 });
  });

  it('gives every field of one objective', async () => {
    await adopt(anObjective({ value: half }));
    const report = await reportOf();
    expect(report).toMatchObject({ ...YEAR, targetsOn: '2024-12-31', targetsChanged: false });
    const query = 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&from=2024-01-01&to=2024-12-31';
    expect(report.objectives).toEqual([
      {
        code: 'LOI-25',
        label: 'Un quart',
        figure: 'Q1_REHOUSED_OUTSIDE_QPV',
        scope: { kind: 'epci', id: '200058782', label: 'Saint-Quentin-en-Yvelines' },
        actor: null,
        operator: 'min',
        measure: 'share',
        value: 0.5,
        valueText: '50 %',
        target: { min: 0.5 },
        period: 'annee',
        origin: 'loi',
        source: 'CCH L441-1',
        firstDay: '2017-01-28',
        lastDay: null,
        numerator: 1,
        denominator: 3,
        rate: 1 / 3,
        status: 'missed',
        missing: 1,
        distance: 1 / 3 - 0.5,
        previous: { from: '2023-01-01', to: '2023-12-31', numerator: 1, denominator: 1, rate: 1 },
        change: 1 / 3 - 1,
        trend: 'down',
        list: { numerator: query, denominator: query.replace('numerateur', 'denominateur') },
      },
    ]);
  });

  it('has only the objectives of a filter, and refuses a figure that the territory has not', async () => {
    await adopt(
      anObjective({ value: half }),
      anObjective({ code: 'B', figure: 'Q1', scope: { kind: 'bailleur', ids: null } }),
      anObjective({ code: 'C', figure: 'Q1', actor: { kind: 'contingent', ids: ['etat'] } }),
      anObjective({ code: 'R', figure: 'REHOUSED' }),
    );
    const whole = await reportOf();
    const kept = async (filter: ObjectivesQuery['filter']) => {
      const part = await reportOf({ filter });
      const codes = [...new Set(part.objectives.map(({ code }) => code))];
      expect(part).toEqual({ ...whole, objectives: whole.objectives.filter(({ code }) => codes.includes(code)) });
      return codes;
    };
    expect(await kept({})).toEqual(['LOI-25', 'B', 'C', 'R']);
    expect(await kept({ scopes: ['bailleur'] })).toEqual(['B']);
    expect(await kept({ actors: ['contingent'] })).toEqual(['C']);
    expect(await kept({ actors: ['aucun'], scopes: ['epci'] })).toEqual(['LOI-25', 'R']);
    expect(await kept({ figures: ['Q1', 'REHOUSED'], codes: ['R', 'B', 'X'] })).toEqual(['B', 'R']);
    expect(await asked({ filter: { figures: ['PUBLIC_X'] } })).toEqual(
      refuse('unknown-figure', { figure: 'PUBLIC_X' }),
    );
  });

  it('has one line for each entity that an objective is about, named or all', async () => {
    await adopt(
      anObjective({ figure: 'Q1', scope: { kind: 'bailleur', ids: null }, value: quarter }),
      anObjective({ figure: 'Q1', code: 'B', scope: { kind: 'contingent', ids: ['etat', 'epci'] }, operator: 'max' }),
      anObjective({
        figure: 'Q1',
        code: 'C',
        scope: { kind: 'reservataire', ids: ['H2'] },
        operator: 'monitor',
        value: null,
      }),
      anObjective({ figure: 'Q1', code: 'D', scope: { kind: 'residence', ids: null } }),
      anObjective({ figure: 'Q1', code: 'E', scope: { kind: 'qpv', ids: null } }),
      anObjective({ figure: 'Q1', code: 'F', scope: { kind: 'commune', ids: ['C2'] } }),
    );
    const report = await reportOf();
    expect(lines(report)).toEqual([
      'bailleur:L1: 0/1 missed',
      'bailleur:L2: 1/3 met',
      'contingent:etat: 1/2 missed',
      'contingent:epci: 0/0 null',
      'reservataire:H2: 0/2 null',
      'residence:R1: 0/1 missed',
      'residence:R2: 1/3 met',
      'qpv:Q2: 0/1 missed',
      'commune:C2: 1/3 met',
    ]);
    expect(report.objectives.map(({ scope }) => scope.label)).toContain('Contingent de l’État (publics prioritaires)');
    expect(report.objectives.at(-1)!.list!.numerator).toContain('&code_insee=C2');
  });

  it('counts only the allocations of the actor within the scope', async () => {
    await adopt(
      anObjective({
        figure: 'Q1',
        scope: { kind: 'commune', ids: ['C2'] },
        actor: { kind: 'contingent', ids: ['etat', 'action_logement'] },
      }),
      anObjective({
        figure: 'Q2',
        code: 'B',
        scope: { kind: 'epci', ids: null },
        actor: { kind: 'bailleur', ids: null },
      }),
      anObjective({
        figure: 'Q1',
        code: 'C',
        scope: { kind: 'residence', ids: ['R2'] },
        actor: { kind: 'reservataire', ids: ['H2'] },
      }),
      anObjective({
        figure: 'Q1',
        code: 'D',
        scope: { kind: 'residence', ids: null },
        actor: { kind: 'reservataire', ids: ['H2'] },
      }),
    );
    const report = await reportOf();
    expect(lines(report)).toEqual([
      'commune:C2 contingent:etat: 1/1 met',
      'commune:C2 contingent:action_logement: 0/2 missed',
      'epci:200058782 bailleur:L1: 0/1 missed',
      'epci:200058782 bailleur:L2: 2/3 met',
      'residence:R2 reservataire:H2: 0/2 missed',
      'residence:R1 reservataire:H2: 0/0 null',
      'residence:R2 reservataire:H2: 0/2 missed',
    ]);
    expect(report.objectives[1]!.list!.denominator).toMatch(/&code_insee=C2&contingent=action_logement$/);
    expect(report.objectives[0]!.previous).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('counts the grid as a whole, on the existing stock noted 1 to 3', async () => {
    const { history } = setting;
    const note = { statistical: null, commune: 3 as const, landlord: null, final: null, consensus: null };
    await history.note({ residence: 'R2', from: day('2020-01-01'), ...note });
    await history.lease('e', aLease({ residence: 'R2', quartile: 4 }));
    await history.lease('f', aLease({ residence: 'R2', quartile: 4, firstLetting: true }));
    await adopt(anObjective({ figure: 'Q12_FRAGILITY_LOW_MEDIUM', operator: 'equal', value: half }));
    expect(lines(await reportOf())).toEqual(['epci:200058782: 3/4 missed']);
    expect((await reportOf()).objectives[0]!.missing).toBe(2);
  });

  it('given leases in and outside QPV, when the scope is outside QPV, then counts those outside, of all or of an actor', async () => {
    const outside = { kind: 'hors_qpv', ids: null } as const;
    await adopt(
      anObjective({ figure: 'Q2', scope: outside }),
      anObjective({ figure: 'Q2', code: 'B', scope: outside, actor: { kind: 'bailleur', ids: null } }),
    );
    const report = await reportOf();
    expect(lines(report)).toEqual([
      'hors_qpv:200058782: 2/3 met',
      'hors_qpv:200058782 bailleur:L1: 0/0 null',
      'hors_qpv:200058782 bailleur:L2: 2/3 met',
    ]);
    expect(report.objectives[0]!.list!.numerator).toMatch(/&en_qpv=N$/);
    expect(report.objectives[0]!.scope.label).toBe('Saint-Quentin-en-Yvelines, hors QPV');
  });

  it('given a count, when it is compared, then the numerator is judged, and not the share', async () => {
    const three = { measure: 'count', value: { numerator: 3, denominator: 1 } } as const;
    await adopt(
      anObjective({ figure: 'Q2', ...three }),
      anObjective({ figure: 'Q2', code: 'B', operator: 'max', ...three }),
    );
    expect((await reportOf()).objectives).toMatchObject([
      { numerator: 2, target: { min: 3 }, status: 'missed', missing: 1, distance: -1, valueText: '3 attributions' },
      { numerator: 2, target: { max: 3 }, status: 'met', missing: 0, distance: -1, trend: 'up' },
    ]);
  });

  it('given a trajectory, when the report is of a year, then the value of that year judges', async () => {
    const trajectory = [
      { year: 2023, value: quarter },
      { year: 2024, value: half },
    ];
    await adopt(anObjective({ figure: 'Q1', value: null, trajectory }));
    expect((await reportOf()).objectives[0]).toMatchObject({ target: { min: 0.5 }, valueText: '50 %' });
    const before = await reportOf({ from: day('2023-01-01'), to: day('2023-12-31') });
    expect(before.objectives[0]).toMatchObject({ target: { min: 0.25 }, status: 'met' });
    expect((await reportOf({ from: day('2023-06-01') })).targetsChanged).toBe(true);
    expect((await reportOf({ to: day('2024-02-01') })).targetsChanged).toBe(false);
  });

  it('given a value to tend to, then it has a distance and a trend, and no status', async () => {
    await adopt(anObjective({ figure: 'Q1', operator: 'tendTo', value: half }));
    expect((await reportOf()).objectives[0]).toMatchObject({
      ...{ rate: 0.25, target: null, status: null, missing: null, distance: -0.25, trend: 'down' },
    });
  });

  it('given an objective on rehousings, then it is counted up to the last day, with what is missing among the planned', async () => {
    const operation = { kind: 'operation', ids: null } as const;
    await adopt(
      anObjective({ figure: 'REHOUSED', value: { numerator: 1, denominator: 1 } }),
      anObjective({ figure: 'REHOUSED_NEW', code: 'B', scope: operation, operator: 'tendTo' }),
      anObjective({ figure: 'REHOUSED', code: 'C', measure: 'count', value: { numerator: 600, denominator: 1 } }),
    );
    const [all, ofOne, count] = (await reportOf()).objectives;
    expect(all).toMatchObject({
      ...{ numerator: 557, denominator: 800, status: 'missed', missing: 243, trend: 'up', list: null },
      previous: { numerator: 400, denominator: 800 },
    });
    expect(ofOne).toMatchObject({ scope: { kind: 'operation', id: 'O1', label: 'Opération O1' }, numerator: 5.57 });
    expect(count).toMatchObject({ valueText: '600 ménages', missing: 43, distance: -43 });
  });

  it('counts the first quartile or rehoused among all, and the upper half of the grid as a whole', async () => {
    const { history } = setting;
    const note = { statistical: null, commune: 3 as const, landlord: null, final: null, consensus: null };
    await history.note({ residence: 'R2', from: day('2020-01-01'), ...note });
    await history.lease('e', aLease({ residence: 'R1', quartile: 4, rehoused: true }));
    await history.lease('f', aLease({ residence: 'R2', quartile: '3-4' }));
    await adopt(
      anObjective({ figure: 'Q1_REHOUSED' }),
      anObjective({ figure: 'Q34_FRAGILITY_LOW_MEDIUM', code: 'B', value: half }),
    );
    expect(lines(await reportOf())).toEqual(['epci:200058782: 2/6 met', 'epci:200058782: 1/4 missed']);
  });

  it('has null counts where nothing counts the figure', async () => {
    await adopt(anObjective({ figure: 'PUBLIC_SENIORS' }));
    expect((await reportOf()).objectives[0]).toMatchObject({
      ...{ numerator: null, denominator: null, rate: null, status: null, missing: null, change: null, trend: null },
      target: { min: 0.25 },
    });
  });

  it('takes the objectives of the day asked, and says whether they changed', async () => {
    await adopt(
      anObjective({ lastDay: day('2024-06-30') }),
      anObjective({ code: 'B', figure: 'Q1', firstDay: day('2024-07-01') }),
    );
    const codes = async (query: Partial<ObjectivesQuery>) => (await reportOf(query)).objectives.map(({ code }) => code);
    expect(await codes({})).toEqual(['B']);
    expect(await codes({ on: day('2024-06-30') })).toEqual(['LOI-25']);
    expect(await reportOf({ on: day('2024-06-30') })).toMatchObject({ targetsOn: '2024-06-30', targetsChanged: true });
    expect((await reportOf({ to: day('2024-06-30') })).targetsChanged).toBe(false);
  });

  it('shows as of an instant the leases and the convention recorded then', async () => {
    await adopt(anObjective({ figure: 'Q1' }));
    const then = setting.history.clock.advance();
    await setting.history.lease('e', aLease({ residence: 'R2', quartile: 1 }));
    const amendment = anAmendment({ effectiveOn: day('2020-01-01'), withdrawnObjectives: ['LOI-25'] });
    await setting.history.convene({ type: 'ConventionAmended', data: amendment });
    const report = await reportOf({ asOf: then });
    expect(lines(report)).toEqual(['epci:200058782: 1/4 met']);
    expect(report.objectives[0]!.list!.numerator).toContain(`&as-of=${encodeURIComponent(then)}`);
    expect((await reportOf()).objectives).toEqual([]);
  });

  it('compares 29 February to the end of the February before', async () => {
    await adopt(anObjective());
    const { previous } = (await reportOf({ from: day('2024-02-29'), to: day('2024-02-29') })).objectives[0]!;
    expect(previous).toMatchObject({ from: '2023-02-28', to: '2023-02-28' });
  });

  it('shows an actor of limited scope the lines about its own entities', async () => {
    await adopt(
      anObjective(),
      anObjective({ figure: 'Q1', code: 'B', scope: { kind: 'bailleur', ids: null } }),
      anObjective({
        figure: 'Q1',
        code: 'C',
        scope: { kind: 'commune', ids: ['C2'] },
        actor: { kind: 'bailleur', ids: null },
      }),
    );
    const landlord = readerOf(limitedTo({ landlord: ['L2'] }));
    expect(lines(await reportOf({}, landlord))).toEqual(['bailleur:L2: 1/3 met', 'commune:C2 bailleur:L2: 1/3 met']);
    const both = readerOf(limitedTo({ landlord: ['L1'], commune: ['C2'] }));
    expect(lines(await reportOf({}, both))).toEqual([
      'bailleur:L1: 0/1 missed',
      'commune:C2 bailleur:L1: 0/0 null',
      'commune:C2 bailleur:L2: 1/3 met',
    ]);
    const nobody = readerOf({ kind: 'none' });
    expect(await asked({}, nobody)).toEqual(refuse('not-allowed', { right: 'read-figures' }));
    expect(await asked({ from: day('2025-01-01') })).toMatchObject({ code: 'period-reversed' });
  });
});
