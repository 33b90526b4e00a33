import fc from 'fast-check';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import { ConventionHistory } from '#convention';
import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { day, isRefusal, refuse } from '#kernel';
import { aHolder } from '#territory/testing';
import { FIGURE_CODES, publicFigureCode, UNPRINTED_CODES, type ReportScope } from '../figures/figure';
import { aLease, beginTerritory, RANDOM_PUBLICS, recordRandom, Setting } from '../testing';
import { SERIES_STEPS } from './periods';
import { MOST_POINTS, SeriesReports, type SeriesQuery } from './series-report';
import type { SeriesReport } from './series';

const YEARS = { from: day('2023-01-01'), to: day('2024-12-31') };
const STATISTICIAN: Actor = { id: 's', role: 'statisticien', scope: EVERYTHING };
const ELECTED: Actor = { id: 'e', role: 'elu', scope: EVERYTHING };

function seriesOf({ sources, history }: Setting): SeriesReports {
  return new SeriesReports({ ...sources, convention: new ConventionHistory(history.events), clock: history.clock });
}

async function asked(
  setting: Setting,
  query: Partial<SeriesQuery>,
  actor: Actor = INSTALLATION_ADMINISTRATOR,
): Promise<SeriesReport> {
  // This applies everything recorded.
  await setting.report();
  const whole = { figures: ['ALLOCATIONS'], scope: 'epci', by: 'year', ...query } as const;
  const report = await seriesOf(setting).report(whole, actor);
  if (isRefusal(report)) throw new Error(report.code);
  return report;
}

describe('a series', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    setting.history.clock.set('2024-05-20T10:00:00Z');
  });
  afterEach(() => setting.destroy());

  const counts = ({ series }: SeriesReport, at = 0) =>
    series[at]!.points.map(({ from, numerator, denominator }) => `${from}: ${numerator}/${denominator}`);

  it('has five calendar years by default, of which the present one is not finished', async () => {
    await setting.history.lease('a', aLease({ signedOn: day('2020-01-01') }));
    await setting.history.lease('b', aLease({ signedOn: day('2024-02-29') }));
    const report = await asked(setting, {});
    expect(report).toMatchObject({ by: 'year', from: '2020-01-01', to: '2024-12-31', scope: { kind: 'epci' } });
    expect(counts(report)).toEqual([
      '2020-01-01: 1/1',
      '2021-01-01: 0/0',
      '2022-01-01: 0/0',
      '2023-01-01: 0/0',
      '2024-01-01: 1/1',
    ]);
    expect(report.series[0]!.points.map(({ unfinished }) => unfinished)).toEqual([
      ...new Array<undefined>(4).fill(undefined),
      true,
    ]);
  });

  it('ends a period with its last day in the territory, by the clock or by the instant that is asked for', async () => {
    const unfinished = async (query: Partial<SeriesQuery>) => {
      const report = await asked(setting, { by: 'month', from: day('2024-04-01'), to: day('2024-05-31'), ...query });
      return report.series[0]!.points.filter((point) => point.unfinished).map(({ from }) => from);
    };
    expect(await unfinished({})).toEqual(['2024-05-01']);
    setting.history.clock.set('2024-06-02T10:00:00Z');
    expect(await unfinished({})).toEqual([]);
    expect(await unfinished({ asOf: day('2024-04-30') })).toEqual(['2024-05-01']);
    expect(await unfinished({ asOf: day('2024-04-29') })).toEqual(['2024-04-01', '2024-05-01']);
  });

  it('judges each point by the objectives of its last day', async () => {
    await setting.history.lease('a', aLease({ residence: 'R2', quartile: 1, signedOn: day('2023-03-03') }));
    await setting.history.lease('b', aLease({ residence: 'R2', quartile: 1, signedOn: day('2024-03-03') }));
    await setting.history.lease('c', aLease({ residence: 'R2', quartile: 2, signedOn: day('2024-03-04') }));
    await setting.history.convene({
      type: 'ConventionAdopted',
      data: aConvention({ objectives: [anObjective({ value: { numerator: 1, denominator: 4 } })] }),
    });
    await setting.history.convene({
      type: 'ConventionAmended',
      data: anAmendment({
        effectiveOn: day('2024-12-31'),
        objectives: [anObjective({ value: { numerator: 3, denominator: 4 } })],
      }),
    });
    const { series } = await asked(setting, { figures: ['Q1_REHOUSED_OUTSIDE_QPV', 'Q1'], ...YEARS });
    expect(series.map(({ figure }) => figure)).toEqual(['Q1_REHOUSED_OUTSIDE_QPV', 'Q1']);
    expect(series[0]!.points).toMatchObject([
      { rate: 1, target: { min: 0.25 }, status: 'met' },
      { rate: 0.5, target: { min: 0.75 }, status: 'missed' },
    ]);
    expect(series[1]!.points).toMatchObject([{ target: null, status: null }, { target: null }]);
  });

  it.each([
    ['commune', 'C2', 'Commune C2'],
    ['bailleur', 'L2', 'Bailleur L2'],
    ['residence', 'R2', 'Résidence R2'],
    ['qpv', 'Q2', 'QPV Q2'],
    ['reservataire', 'H2', 'Réservataire H2'],
    ['reservataire', 'contingent:action_logement', 'Contingent d’Action Logement'],
    ['secteur', 'S', 'Secteur'],
  ] as const)('is about one %s, known by its id, whether or not it has a lease', async (scope, id, label) => {
    setting.declared = { sectors: [{ code: 'S', name: 'Secteur' }], publics: [] };
    const report = await asked(setting, { scope, id });
    expect(report.scope).toEqual({ kind: scope, id, label: expect.any(String) as string });
    expect(report.scope.label.length).toBeGreaterThanOrEqual(Math.min(label.length, 2));
    expect(counts(report)).toHaveLength(5);
  });

  it('judges the contingent of the EPCI as its own part, until a part of it is delegated', async () => {
    await setting.history.declare('ReservationHolder', aHolder('H3', { contingent: 'epci' }));
    await setting.history.lease('a', aLease({ holder: 'H3', signedOn: day('2023-03-03') }));
    await setting.history.lease('b', { ...aLease({ holder: 'H3', signedOn: day('2024-03-03') }), delegatedTo: 'C1' });
    const objective = anObjective({ figure: 'Q1', scope: { kind: 'contingent', ids: ['epci_propre'] } });
    await setting.history.convene({ type: 'ConventionAdopted', data: aConvention({ objectives: [objective] }) });
    const query = { figures: ['Q1'], scope: 'reservataire', id: 'contingent:epci', ...YEARS } as const;
    const { series } = await asked(setting, query);
    expect(series[0]!.points).toMatchObject([
      { denominator: 1, target: { min: 0.25 } },
      { denominator: 1, target: null },
    ]);
  });

  it('shows as of an instant what was known then', async () => {
    const asOf = setting.history.clock.now();
    await setting.history.lease('a', aLease({ signedOn: day('2023-03-03') }));
    expect(counts(await asked(setting, YEARS))).toEqual(['2023-01-01: 1/1', '2024-01-01: 0/0']);
    expect(counts(await asked(setting, { ...YEARS, asOf }))).toEqual(['2023-01-01: 0/0', '2024-01-01: 0/0']);
  });

  const refused = (query: Partial<SeriesQuery>, actor: Actor = INSTALLATION_ADMINISTRATOR) =>
    seriesOf(setting).report({ figures: ['Q1'], scope: 'epci', by: 'year', ...query }, actor);

  it('refuses what it cannot show', async () => {
    await setting.report();
    expect(await refused({ from: day('2024-02-02'), to: day('2024-02-01') })).toMatchObject({
      code: 'period-reversed',
    });
    const decade = { from: day('2010-01-01'), to: day('2020-01-31'), by: 'month' } as const;
    expect(await refused(decade)).toEqual(refuse('too-many-points', { points: 121, most: MOST_POINTS }));
    expect(isRefusal(await refused({ ...decade, to: day('2019-12-31') }))).toBe(false);
    expect(await refused({ figures: ['PUBLIC_X'] })).toEqual(refuse('unknown-figure', { figure: 'PUBLIC_X' }));
    const unknown: readonly (readonly [ReportScope, string])[] = [
      ['epci', 'X'],
      ['commune', 'L1'],
      ['residence', 'R9'],
      ['secteur', 'S'],
      ['reservataire', 'contingent:epci_propre'],
      ['reservataire', 'contingent:autre'],
    ];
    for (const [scope, id] of unknown)
      expect(await refused({ scope, id })).toEqual(refuse('unknown-group', { scope, id }));
  });

  it('shows a limited actor its own groups only, and says nothing of whether another exists', async () => {
    await setting.report();
    const landlord = readerOf(limitedTo({ landlord: ['L1'] }));
    expect(isRefusal(await refused({ scope: 'bailleur', id: 'L1' }, landlord))).toBe(false);
    for (const [scope, id] of [
      ['bailleur', 'L2'],
      ['bailleur', 'L9'],
      ['commune', 'C1'],
      ['epci', undefined],
    ] as const)
      expect(await refused({ scope, id }, landlord)).toEqual(refuse('scope-not-allowed', { scope }));
  });

  it('adds up over any step to the report of the whole, over random histories, live and as of an instant', async () => {
    const event = fc.tuple(fc.nat(12), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));
    const figures = [...FIGURE_CODES, ...UNPRINTED_CODES, ...RANDOM_PUBLICS.map(({ code }) => publicFigureCode(code))];
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40 }), async (drawn) => {
        const random = Setting.open();
        random.declared = { sectors: [], publics: RANDOM_PUBLICS };
        await beginTerritory(random.history);
        for (const one of drawn) await recordRandom(random.history, one);
        const asOf = random.history.clock.now();
        for (const [scope, id] of [
          ['epci', 'epci'],
          ['bailleur', 'L0'],
          ['residence', 'R1'],
          ['commune', 'C0'],
        ] as const)
          for (const moment of [{}, { asOf }]) {
            const whole = await random.report({ ...YEARS, scope, ids: [id], figures, ...moment });
            for (const by of SERIES_STEPS) {
              const { series } = await asked(random, { ...YEARS, scope, id, by, figures, ...moment });
              const sums = series.map(({ figure, points }) => [
                figure,
                points.reduce((sum, { numerator }) => sum + numerator, 0),
                points.reduce((sum, { denominator }) => sum + denominator, 0),
              ]);
              const exact = figures.map((code) => {
                const figure = whole.figures.find((one) => one.code === code);
                return [code, figure?.numerator ?? 0, figure?.denominator ?? 0];
              });
              expect(sums).toEqual(exact);
            }
          }
        await random.destroy();
      }),
      { numRuns: 6 },
    );
  });
});

describe('a series for who reads figures and no list', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    setting.history.clock.set('2024-12-20T10:00:00Z');
    // R1 has 24 leases in the year, 2 in each month; R2 has 40 in the first year and 13 in March of the second.
    for (let at = 0; at < 24; at++) await sign(`a${at}`, 'R1', `2024-${String((at % 12) + 1).padStart(2, '0')}-05`);
    for (let at = 0; at < 40; at++) await sign(`b${at}`, 'R2', '2023-06-05');
    for (let at = 0; at < 13; at++) await sign(`c${at}`, 'R2', '2024-03-05');
    await sign('d', 'R1', '2023-03-05');
  });
  afterEach(() => setting.destroy());

  const sign = (name: string, residence: string, on: string) =>
    setting.history.lease(name, aLease({ residence, signedOn: day(on), quartile: 1 }));
  const shown = async (query: Partial<SeriesQuery>, actor: Actor) => {
    await setting.report();
    const whole = { figures: ['ALLOCATIONS'], scope: 'epci', by: 'year', ...YEARS, ...query } as const;
    const report = await seriesOf(setting).shown(whole, actor);
    if (isRefusal(report)) throw new Error(report.code);
    return report.series.map(({ points }) => points.map(({ numerator }) => numerator));
  };

  it('tells a year where the report of that year tells it', async () => {
    await setting.report();
    for (const scope of ['epci', 'commune', 'bailleur', 'residence'] as const)
      for (const id of { epci: ['epci'], commune: ['C1', 'C2'], bailleur: ['L2'], residence: ['R1', 'R2'] }[scope]) {
        const told: (number | null)[] = [];
        for (const year of ['2023', '2024']) {
          const period = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
          const report = await setting.reports.shown({ ...period, scope, ids: [id] }, STATISTICIAN);
          if (isRefusal(report)) throw new Error(report.code);
          told.push(report.figures.find(({ code }) => code === 'ALLOCATIONS')?.numerator ?? null);
        }
        expect([scope, id, await shown({ scope, id }, STATISTICIAN)]).toEqual([scope, id, [told]]);
      }
    expect(await shown({}, STATISTICIAN)).toEqual([[41, 37]]);
    expect(await shown({ scope: 'commune', id: 'C2' }, STATISTICIAN)).toEqual([[null, 13]]);
  });

  it('tells nothing of shorter periods, which would add up to what a year hides', async () => {
    for (const by of ['semester', 'quarter', 'month'] as const) {
      const [points] = await shown({ by }, STATISTICIAN);
      expect(points!.every((numerator) => numerator === null)).toBe(true);
    }
    const report = await seriesOf(setting).shown(
      { figures: ['ALLOCATIONS'], scope: 'epci', by: 'semester', ...YEARS },
      STATISTICIAN,
    );
    expect(isRefusal(report) ? null : report.series[0]!.points[3]).toEqual({
      ...{ from: '2024-07-01', to: '2024-12-31', numerator: null, denominator: null, rate: null },
      ...{ target: null, status: null, unfinished: true, masked: true },
    });
  });

  it('tells no figure that no report prints', async () => {
    const [printed, unprinted] = await shown({ figures: ['Q1', 'Q1_REHOUSED'] }, STATISTICIAN);
    expect([printed![1], unprinted![1]]).toEqual([37, null]);
  });

  it('hides from an elected member small denominators by residence, and the months of residences', async () => {
    expect(await shown({ scope: 'residence', id: 'R1' }, ELECTED)).toEqual([[null, 24]]);
    const [months] = await shown({ scope: 'residence', id: 'R2', by: 'month' }, ELECTED);
    expect(new Set(months)).toEqual(new Set([null]));
    expect(await shown({ scope: 'commune', id: 'C1', by: 'semester' }, ELECTED)).toEqual([[1, 0, 12, 12]]);
  });
});
