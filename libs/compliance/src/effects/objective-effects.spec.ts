import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { SignedFacts } from '#allocation';
import { ConventionHistory, type Objective } from '#convention';
import { aConvention, anObjective } from '#convention/testing';
import { day, isRefusal, uuidV5, type Uuid } from '#kernel';
import type { Contingent } from '#territory';
import { aHolder } from '#territory/testing';
import { clearFact, type AllocationFact, type JoinedFact } from '../figures/allocation-fact';
import { ObjectivesReports } from '../objectives/objectives-report';
import type { ObjectivesReport } from '../objectives/reported';
import { aLease, Setting } from '../testing';
import { daysOf, ObjectiveEffects } from './objective-effects';

const half = { numerator: 1, denominator: 2 };

/** Objectives of every kind of scope and actor, operator, measure and period. */
const OBJECTIVES: readonly Objective[] = [
  anObjective({ code: 'A' }),
  anObjective({ code: 'B', scope: { kind: 'bailleur', ids: null } }),
  anObjective({ code: 'C', scope: { kind: 'hors_qpv', ids: null }, figure: 'Q1', operator: 'max', value: half }),
  anObjective({
    code: 'D',
    scope: { kind: 'hors_qpv', ids: null },
    actor: { kind: 'bailleur', ids: null },
    figure: 'Q34',
    operator: 'tendTo',
  }),
  anObjective({ code: 'E', scope: { kind: 'qpv', ids: null }, figure: 'Q34_IN_QPV', operator: 'equal', value: half }),
  anObjective({ code: 'F', scope: { kind: 'commune', ids: ['C1'] }, figure: 'Q1', operator: 'zero', value: null }),
  anObjective({
    code: 'G',
    scope: { kind: 'commune', ids: null },
    actor: { kind: 'contingent', ids: ['action_logement'] },
    figure: 'PRIORITY',
    period: 'semester',
  }),
  anObjective({ code: 'H', scope: { kind: 'residence', ids: null }, figure: 'Q1', origin: 'local' }),
  anObjective({ code: 'I', figure: 'PRIORITY', measure: 'count', value: { numerator: 2, denominator: 1 } }),
  anObjective({ code: 'J', figure: 'PUBLIC_JEUNES' }),
  anObjective({ code: 'K', figure: 'REHOUSED' }),
  anObjective({ code: 'L', scope: { kind: 'contingent', ids: ['epci_propre'] }, figure: 'HOME_WORK', value: half }),
];

const CONTINGENT_OF: Readonly<Record<string, Contingent>> = { H2: 'action_logement', H3: 'epci' };

const R1: JoinedFact = {
  commune: 'C1',
  sector: null,
  landlord: 'L1',
  districts: ['Q2'],
  inQpv: 1,
  note: null,
  contingent: 'commune',
};
const R2: JoinedFact = { ...R1, commune: 'C2', landlord: 'L2', districts: [], inQpv: 0 };

describe('the effects of a lease on the objectives', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    await setting.history.declare('ReservationHolder', aHolder('H3', { contingent: 'epci' }));
    const convention = aConvention({
      objectives: OBJECTIVES,
      publics: [{ code: 'jeunes', name: 'Jeunes', column: 'jeunes', sensitive: false }],
    });
    await setting.history.convene({ type: 'ConventionAdopted', data: convention });
  });
  afterEach(() => setting.destroy());

  const convention = () => new ConventionHistory(setting.history.events);
  const effectsBefore = async (fact: AllocationFact) =>
    new ObjectiveEffects(setting.readStore).of(fact, {
      convention: await convention().latest(),
      nameOf: (_kind, code) => code,
      isNewest: true,
    });

  async function reportOf(period: Objective['period'], on: string): Promise<ObjectivesReport> {
    await setting.report();
    const reports = new ObjectivesReports({
      events: setting.history.events,
      readStore: setting.readStore,
      convention: convention(),
    });
    const report = await reports.report(daysOf(period, day(on)), INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(report.code);
    return report;
  }

  const factOf = (facts: Partial<SignedFacts>, joined: JoinedFact): AllocationFact => ({
    ...clearFact({ ...aLease(facts as never), household: uuidV5('household') as Uuid } as unknown as SignedFacts),
    ...joined,
    contingent: CONTINGENT_OF[facts.holder ?? 'H1'] ?? joined.contingent,
  });

  it('are what the report shows before the lease is signed, and after it', async () => {
    const leases: readonly (readonly [Partial<SignedFacts>, JoinedFact])[] = [
      [{ residence: 'R2', holder: 'H3', homeWork: true }, R2],
      [{ residence: 'R2', holder: 'H3', delegatedTo: 'C2' }, R2],
      [{ residence: 'R2', quartile: 1 }, R2],
      [{ residence: 'R1', quartile: 3, holder: 'H2', priority: true }, R1],
      [{ residence: 'R2', quartile: 4, holder: 'H2', publics: ['jeunes'] }, R2],
      [{ residence: 'R1', quartile: null, signedOn: day('2024-08-01'), holder: 'H2' }, R1],
      [{ residence: 'R2', quartile: '2-4', priority: true, publics: ['jeunes'] }, R2],
      [{ residence: 'R1', quartile: 1, priority: true, rehoused: true }, R1],
    ];
    for (const [index, [facts, joined]] of leases.entries()) {
      const signedOn = facts.signedOn ?? day('2024-03-05');
      const before = { year: await reportOf('year', signedOn), semester: await reportOf('semester', signedOn) };
      const { effects } = await effectsBefore(factOf(facts, joined));
      await setting.history.lease(`lease-${index}`, aLease(facts as never));
      const after = { year: await reportOf('year', signedOn), semester: await reportOf('semester', signedOn) };
      expect(effects.length).toBeGreaterThan(4);
      expect(effects.map(({ code }) => code)).not.toContain('K');
      for (const effect of effects) {
        const { period } = OBJECTIVES.find(({ code }) => code === effect.code)!;
        const lineIn = ({ objectives }: ObjectivesReport) =>
          objectives.find(
            ({ code, scope, actor }) =>
              code === effect.code && scope.id === effect.scope.id && actor?.id === effect.actor?.id,
          );
        const line = lineIn(after[period])!;
        const { numerator, denominator, rate, status, missing } = line;
        expect({ code: effect.code, ...effect.after }).toEqual({
          ...{ code: effect.code, numerator, denominator, rate },
          ...{ status, missing },
        });
        const { numerator: was = 0, denominator: among = 0 } = lineIn(before[period]) ?? {};
        expect([effect.before.numerator, effect.before.denominator]).toEqual([was, among]);
        // Every other line is as it was.
        const counts = (report: ObjectivesReport) =>
          report.objectives
            .filter(
              (one) =>
                !effects.some(
                  ({ code, scope, actor }) =>
                    one.code === code && one.scope.id === scope.id && one.actor?.id === actor?.id,
                ),
            )
            .map((one) => [one.code, one.scope.id, one.numerator, one.denominator]);
        expect(counts(after[period])).toEqual(counts(before[period]));
      }
    }
  });

  it('come with the weightiest first', async () => {
    const first = await effectsBefore(factOf({ residence: 'R2', quartile: 1, priority: true }, R2));
    expect(first.effects[0]!.bearing).toBe('closer');
    expect(first.effects.at(-1)!.bearing).toBe('none');
    await setting.history.lease('a', aLease({ residence: 'R2', quartile: 1, priority: true }));
    await setting.report();
    const second = await effectsBefore(factOf({ residence: 'R2', quartile: 2, priority: true }, R2));
    const [weightiest] = second.effects;
    expect([weightiest!.before.status, weightiest!.after.status]).toEqual(['missed', 'met']);
  });

  it('are none without a convention in force', async () => {
    const other = Setting.open();
    await other.territory();
    const asked = { convention: null, nameOf: (_kind: string, code: string) => code, isNewest: true };
    expect(await new ObjectiveEffects(other.readStore).of(factOf({}, R1), asked)).toMatchObject({ effects: [] });
    await other.destroy();
  });
});
