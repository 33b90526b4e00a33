import fc from 'fast-check';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import { ConventionHistory, REHOUSING_FIGURES } from '#convention';
import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { compareShares, day, isRefusal, refuse, type Share } from '#kernel';
import { aLease, beginTerritory, FIRST_DAY, recordRandom, Setting } from '../testing';
import { PART_KINDS } from './contributions';
import { OneObjectiveReports, type OneObjective, type OneObjectiveQuery } from './one-objective';
import { ObjectivesReports, type ObjectivesSources } from './objectives-report';
import type { RehousingShares } from './rehousing-counts';

const YEAR = { from: day('2024-01-01'), to: day('2024-12-31') };
const STATISTICIAN: Actor = { id: 's', role: 'statisticien', scope: EVERYTHING };
const ELECTED: Actor = { id: 'e', role: 'elu', scope: EVERYTHING };

/** Two operations, of which the first has rehoused 30 of 40 and the second 10 of 60. */
const rehousings: ObjectivesSources['rehousings'] = () => {
  const of = (numerator: number, denominator: number) =>
    Object.fromEntries(REHOUSING_FIGURES.map((figure) => [figure, { numerator, denominator }])) as RehousingShares;
  const operations = [
    { id: 'O1', label: 'Opération 1', figures: of(30, 40) },
    { id: 'O2', label: 'Opération 2', figures: of(10, 60) },
  ];
  return Promise.resolve({ total: of(40, 100), operations });
};

async function read(
  setting: Setting,
  query: Partial<OneObjectiveQuery> = {},
  actor: Actor = INSTALLATION_ADMINISTRATOR,
) {
  // This applies everything recorded.
  await setting.report();
  const { events, clock } = setting.history;
  const convention = new ConventionHistory(events);
  const objectives = new ObjectivesReports({ events, readStore: setting.readStore, convention, rehousings });
  const reports = new OneObjectiveReports(objectives, { convention, clock });
  return reports.shown({ ...YEAR, code: 'LOI-25', parts: PART_KINDS, ...query }, actor);
}

async function shown(...asked: Parameters<typeof read>): Promise<OneObjective> {
  const answer = await read(...asked);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

const parts = ({ contributions }: OneObjective) =>
  contributions?.parts.map(
    ({ scope, numerator, denominator }) => `${scope.kind} ${scope.id}: ${numerator}/${denominator}`,
  );

describe('one objective', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    setting.history.clock.set('2024-05-20T10:00:00Z');
    const leases = [
      ['a', 'R2', 1, 'H1'],
      ['b', 'R2', 2, 'H2'],
      ['c', 'R2', 2, 'H2'],
      ['d', 'R1', 1, 'H1'],
    ] as const;
    for (const [name, residence, quartile, holder] of leases)
      await setting.history.lease(name, aLease({ residence, quartile, holder }));
  });
  afterEach(() => setting.destroy());
  const adopt = (...objectives: readonly ReturnType<typeof anObjective>[]) =>
    setting.history.convene({ type: 'ConventionAdopted', data: aConvention({ objectives }) });
  const amend = (amendment: Parameters<typeof anAmendment>[0]) =>
    setting.history.convene({ type: 'ConventionAmended', data: anAmendment(amendment) });

  it('has its text, its state, what is needed, and its parts in exact fractions', async () => {
    await adopt(anObjective({ figure: 'Q1', value: { numerator: 3, denominator: 4 } }));
    const answer = await shown(setting);
    expect(answer).toMatchObject({
      ...YEAR,
      targetsOn: '2024-12-31',
      objective: {
        ...{ code: 'LOI-25', label: 'Un quart', figure: 'Q1', operator: 'min', measure: 'share', valueText: '75 %' },
        ...{ source: 'CCH L441-1', firstDay: '2017-01-28', lastDay: null, inForce: true, trajectory: null },
        ...{ scope: { kind: 'epci', ids: null }, actor: null, period: 'annee', origin: 'loi' },
      },
      lines: [
        {
          ...{ numerator: 2, denominator: 4, missing: 4, status: 'missed', previous: { denominator: 0 } },
          // 141 of 366 days.
          pace: {
            elapsedDays: 141,
            remainingDays: 225,
            expected: { numerator: 300, denominator: 47 },
            reach: 'possible',
          },
        },
      ],
      contributions: { of: { scope: { kind: 'epci', id: '200058782' }, actor: null } },
    });
    expect(parts(answer)).toEqual([
      'commune C1: 1/1',
      'commune C2: 1/3',
      'bailleur L1: 1/1',
      'bailleur L2: 1/3',
      'reservataire H1: 2/2',
      'reservataire H2: 0/2',
      'contingent action_logement: 0/2',
      'contingent etat: 2/2',
      'residence R1: 1/1',
      'residence R2: 1/3',
    ]);
    // Without L2, the whole would be at 1/1: it pulls it down by one half. It is short of 9/4 − 1 = 5/4.
    expect(answer.contributions!.parts.find(({ scope }) => scope.id === 'L2')).toMatchObject({
      scope: { kind: 'bailleur', label: expect.any(String) as string },
      pull: { numerator: -1, denominator: 2 },
      gap: { numerator: -5, denominator: 4 },
      rate: 1 / 3,
    });
  });

  it('is about the entity that is asked for, where it holds for several', async () => {
    const actor = { kind: 'contingent', ids: null } as const;
    await adopt(
      anObjective({ figure: 'Q1', scope: { kind: 'bailleur', ids: null } }),
      anObjective({ code: 'A', figure: 'Q1', scope: { kind: 'commune', ids: null }, actor }),
      anObjective({ code: 'H', scope: { kind: 'hors_qpv', ids: null }, figure: 'Q1_REHOUSED' }),
    );
    const all = await shown(setting);
    expect([all.lines.map(({ scope }) => scope.id), all.contributions]).toEqual([['L1', 'L2'], null]);
    const one = await shown(setting, { id: 'L2', parts: ['residence', 'bailleur', 'reservataire'] });
    expect(parts(one)).toEqual(['residence R2: 1/3', 'reservataire H1: 1/1', 'reservataire H2: 0/2']);
    expect((await shown(setting, { id: 'L9' })).contributions).toBeNull();
    const crossed = await shown(setting, { code: 'A', id: 'C2', actorId: 'action_logement', parts: ['bailleur'] });
    expect(parts(crossed)).toEqual(['bailleur L2: 0/2']);
    expect((await shown(setting, { code: 'A', id: 'C2' })).contributions).toBeNull();
    expect(parts(await shown(setting, { code: 'H', parts: ['residence'] }))).toEqual(['residence R2: 1/3']);
  });

  it('of rehousing is made up of operations', async () => {
    await adopt(anObjective({ figure: 'REHOUSED', value: { numerator: 1, denominator: 2 } }));
    const { contributions, lines } = await shown(setting);
    expect(lines).toMatchObject([{ numerator: 40, denominator: 100, pace: null }]);
    expect(contributions!.parts).toMatchObject([
      {
        scope: { kind: 'operation', id: 'O1' },
        numerator: 30,
        denominator: 40,
        pull: { numerator: 7, denominator: 30 },
      },
      { scope: { id: 'O2' }, gap: { numerator: -20, denominator: 1 } },
    ]);
  });

  it('gives a count no pull and no gap', async () => {
    await adopt(anObjective({ figure: 'Q1', measure: 'count', value: { numerator: 9, denominator: 1 } }));
    const { contributions } = await shown(setting, { parts: ['bailleur'] });
    expect(contributions!.parts).toMatchObject([
      { numerator: 1, pull: null, gap: null },
      { numerator: 1, pull: null, gap: null },
    ]);
  });

  it('says its days where it is not in force, and the days of each wording', async () => {
    await adopt(anObjective({ firstDay: day('2024-01-01') }), anObjective({ code: 'GONE' }));
    await amend({ effectiveOn: day('2025-01-01'), objectives: [anObjective({ name: 'Autre' })] });
    await amend({ code: 'AV-2', effectiveOn: day('2026-01-01'), withdrawnObjectives: ['LOI-25', 'GONE'] });
    const on = async (text: string, code = 'LOI-25') => {
      const { objective, lines, contributions } = await shown(setting, { on: day(text), code });
      const { label, firstDay, lastDay, inForce } = objective;
      expect([lines.length, contributions === null]).toEqual(inForce ? [1, false] : [0, true]);
      return [label, firstDay, lastDay, inForce];
    };
    expect(await on('2023-06-01')).toEqual(['Un quart', '2024-01-01', '2024-12-31', false]);
    expect(await on('2024-06-01')).toEqual(['Un quart', '2024-01-01', '2024-12-31', true]);
    expect(await on('2025-06-01')).toEqual(['Autre', '2025-01-01', '2025-12-31', true]);
    expect(await on('2026-06-01')).toEqual(['Autre', '2025-01-01', '2025-12-31', false]);
    expect(await on('2026-06-01', 'GONE')).toEqual(['Un quart', '2017-01-28', '2025-12-31', false]);
  });

  it('refuses a code that nothing recorded has', async () => {
    expect(await read(setting)).toEqual(refuse('unknown-objective', { code: 'LOI-25' }));
    await adopt(anObjective());
    expect(await read(setting, { code: 'X' })).toEqual(refuse('unknown-objective', { code: 'X' }));
    expect(await read(setting, { to: day('2023-01-01') })).toMatchObject({ code: 'period-reversed' });
  });

  it('shows a limited actor its own lines, and parts of them only', async () => {
    await adopt(
      anObjective({ figure: 'Q1' }),
      anObjective({ code: 'B', scope: { kind: 'bailleur', ids: null }, figure: 'Q1' }),
    );
    const landlord = readerOf(limitedTo({ landlord: ['L2'] }));
    expect(await shown(setting, {}, landlord)).toMatchObject({
      objective: { code: 'LOI-25' },
      lines: [],
      contributions: null,
    });
    const own = await shown(setting, { code: 'B', parts: ['commune', 'residence'] }, landlord);
    expect(own.lines.map(({ scope }) => scope.id)).toEqual(['L2']);
    expect(parts(own)).toEqual(['commune C2: 1/3', 'residence R2: 1/3']);
  });

  it('adds up: the counts and the gaps of each kind of parts are those of the whole, over random histories', async () => {
    // No event of the last kind, which replaces the convention.
    const event = fc.tuple(fc.nat(11), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));
    const scopes = [
      { kind: 'epci', ids: null },
      { kind: 'hors_qpv', ids: null },
      { kind: 'bailleur', ids: ['L0'] },
      { kind: 'qpv', ids: ['Q0'] },
    ] as const;
    const objectives = scopes.flatMap((scope, at) =>
      ['Q1_REHOUSED', 'Q1', 'Q34_IN_QPV'].map((figure) =>
        anObjective({ code: `${at}-${figure}`, figure, scope, value: { numerator: 2, denominator: 7 } }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 40 }), async (drawn) => {
        const random = Setting.open();
        await beginTerritory(random.history);
        await random.history.convene({ type: 'ConventionAdopted', data: aConvention({ objectives }) });
        for (const one of drawn) await recordRandom(random.history, one);
        for (const { code, scope } of objectives) {
          const answer = await shown(random, { code, from: FIRST_DAY, to: day('2024-02-10') });
          const { numerator, denominator } = answer.lines[0]!;
          for (const kind of PART_KINDS.filter((each) => each !== scope.kind)) {
            const own = answer.contributions!.parts.filter((part) => part.scope.kind === kind);
            const sum = (of: (part: (typeof own)[number]) => number) => own.reduce((all, part) => all + of(part), 0);
            expect([code, kind, sum((part) => part.numerator!), sum((part) => part.denominator!)]).toEqual([
              code,
              kind,
              numerator,
              denominator,
            ]);
            const sevenths = sum(({ gap }) => (gap!.numerator * 7) / gap!.denominator);
            expect(sevenths).toBe(7 * numerator! - 2 * denominator!);
            for (const part of own) {
              const order = denominator! > 0 ? compareShares(part as Share, { numerator, denominator } as Share) : 0;
              // A part above the whole pulls it up, and one below it down.
              if (part.pull === null) expect(part.denominator).toBe(denominator);
              else expect(Math.sign(part.pull.numerator)).toBe(Math.sign(order));
            }
          }
        }
        await random.destroy();
      }),
      { numRuns: 8 },
    );
  });
});

describe('one objective for who reads figures and no list', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    setting.history.clock.set('2024-05-20T10:00:00Z');
    for (let at = 0; at < 60; at++)
      await setting.history.lease(
        `l${at}`,
        aLease({ residence: at < 45 ? 'R2' : 'R1', quartile: at % 2 === 0 ? 1 : 2, holder: at < 5 ? 'H2' : 'H1' }),
      );
    await setting.history.convene({
      type: 'ConventionAdopted',
      data: aConvention({
        objectives: [
          anObjective({ figure: 'Q1' }),
          anObjective({ code: 'B', figure: 'Q1', scope: { kind: 'bailleur', ids: ['L2'] } }),
          anObjective({ code: 'U', figure: 'Q1_REHOUSED' }),
          anObjective({ code: 'R', figure: 'REHOUSED' }),
          anObjective({ code: 'RES', figure: 'Q1', scope: { kind: 'residence', ids: ['R2'] } }),
        ],
      }),
    });
  });
  afterEach(() => setting.destroy());

  it('tells the parts of the territory where the report of their scope tells them', async () => {
    const { lines, contributions } = await shown(setting, {}, STATISTICIAN);
    expect(lines).toMatchObject([{ numerator: 30, denominator: 60, pace: { elapsedDays: 141 } }]);
    let told = 0;
    for (const kind of ['commune', 'bailleur', 'reservataire', 'residence'] as const) {
      const report = await setting.reports.shown({ ...YEAR, scope: kind, figures: ['Q1'] }, STATISTICIAN);
      if (isRefusal(report)) throw new Error(report.code);
      for (const part of contributions!.parts.filter(({ scope }) => scope.kind === kind)) {
        const figure = report.figures.find(({ scope }) => scope.id === part.scope.id)!;
        expect([part.scope.id, part.numerator, part.denominator]).toEqual([
          part.scope.id,
          figure.numerator,
          figure.denominator,
        ]);
        if (part.numerator === null) expect(part).toMatchObject({ masked: true, pull: null, gap: null, rate: null });
        else told += part.pull === null ? 0 : 1;
      }
    }
    expect(contributions!.parts.some(({ numerator }) => numerator === null)).toBe(true);
    // R1 has 7 leases of the first quartile, so nothing of one residence, landlord or commune is told beside the whole.
    expect(told).toBe(0);
  });

  it('tells nothing of parts of one group, of figures that no report prints, and of rehousing', async () => {
    for (const code of ['B', 'U', 'R']) {
      const { contributions } = await shown(setting, { code }, STATISTICIAN);
      expect(contributions!.parts.length).toBeGreaterThan(0);
      for (const part of contributions!.parts) expect(part).toMatchObject({ numerator: null, gap: null, masked: true });
    }
    expect((await shown(setting, { code: 'U' }, STATISTICIAN)).lines).toMatchObject([{ masked: true, pace: null }]);
  });

  it('hides from an elected member what concerns residences only', async () => {
    const { contributions } = await shown(setting, {}, ELECTED);
    const all = await shown(setting);
    const open = (one: OneObjective) => one.contributions!.parts.filter(({ scope }) => scope.kind !== 'residence');
    expect(open({ ...all, contributions })).toEqual(open(all));
    for (const { scope, denominator } of contributions!.parts)
      if (scope.kind === 'residence') expect([null, 15, 45]).toContain(denominator);
    const ofOne = await shown(setting, { code: 'RES', parts: ['reservataire'] }, ELECTED);
    for (const part of ofOne.contributions!.parts) expect(part).toMatchObject({ numerator: null, masked: true });
  });
});
