import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { day } from '#kernel';
import { aLease, Setting } from '../testing';
import type { ComplianceReport, ReportQuery } from '../report';

const quarter = { numerator: 1, denominator: 4 };
const half = { numerator: 1, denominator: 2 };

/** `id: target status` of one code. */
function judgements(report: ComplianceReport, code: string): readonly string[] {
  return report.figures
    .filter((figure) => figure.code === code)
    .map(({ scope, target, status }) => `${scope.id}: ${JSON.stringify(target)} ${status}`);
}

describe('a report held against the convention', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    await setting.history.lease('a', aLease({ residence: 'R2', quartile: 1 }));
    await setting.history.lease('b', aLease({ residence: 'R2', quartile: 2, holder: 'H2' }));
  });
  afterEach(() => setting.destroy());

  const adopt = (...objectives: readonly ReturnType<typeof anObjective>[]) =>
    setting.history.convene({ type: 'ConventionAdopted', data: aConvention({ objectives }) });
  const amend = (changes: Parameters<typeof anAmendment>[0]) =>
    setting.history.convene({ type: 'ConventionAmended', data: anAmendment(changes) });
  const told = (query: Partial<ReportQuery> = {}) => setting.report(query);

  it('judges nothing, and says nothing of targets, without one', async () => {
    const report = await told();
    expect(report.figures.every(({ target, status }) => target === null && status === null)).toBe(true);
    expect(report).not.toHaveProperty('targetsOn');
    expect(report).not.toHaveProperty('targetsChanged');
  });

  it('judges each figure of its scope by what is in force on the last day', async () => {
    await adopt(
      anObjective({ value: half }),
      anObjective({
        code: 'B',
        figure: 'Q1',
        scope: { kind: 'bailleur', ids: ['L2'] },
        operator: 'max',
        value: quarter,
      }),
      anObjective({
        code: 'C',
        figure: 'Q1',
        scope: { kind: 'contingent', ids: ['etat'] },
        operator: 'zero',
        value: null,
      }),
      anObjective({
        code: 'D',
        figure: 'Q1',
        scope: { kind: 'reservataire', ids: null },
        operator: 'min',
        value: half,
      }),
      anObjective({ code: 'E', figure: 'Q2', firstDay: day('2025-01-01') }),
    );
    const report = await told();
    expect(report).toMatchObject({ targetsOn: '2024-12-31', targetsChanged: false });
    expect(judgements(report, 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual(['200058782: {"min":0.5} met']);
    expect(judgements(report, 'Q2')).toEqual(['200058782: null null']);
    expect(judgements(await told({ scope: 'bailleur' }), 'Q1')).toEqual(['L1: null null', 'L2: {"max":0.25} missed']);
    expect(judgements(await told({ scope: 'reservataire' }), 'Q1')).toEqual([
      'H1: {"min":0.5} met',
      'H2: {"min":0.5} missed',
      'contingent:action_logement: null null',
      'contingent:etat: {"max":0} missed',
    ]);
    expect(judgements(await told({ scope: 'commune' }), 'Q1')).toEqual(['C1: null null', 'C2: null null']);
    expect(judgements(await told({ to: day('2024-03-04') }), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual([
      '200058782: {"min":0.5} null',
    ]);
  });

  it('does not hold the whole scope against an objective of one actor within it', async () => {
    await adopt(anObjective({ figure: 'Q1', actor: { kind: 'bailleur', ids: ['L2'] } }));
    expect(judgements(await told(), 'Q1')).toEqual(['200058782: null null']);
  });

  it('says whether another day of the period would have been judged otherwise, of this scope alone', async () => {
    await adopt(
      anObjective(),
      anObjective({ code: 'B', figure: 'Q1', scope: { kind: 'commune', ids: null }, lastDay: day('2024-06-30') }),
    );
    await amend({ effectiveOn: day('2024-09-01'), objectives: [anObjective({ value: half })] });
    const changed = async (query: Partial<ReportQuery>) => (await told(query)).targetsChanged;
    expect(await changed({})).toBe(true);
    expect(await changed({ to: day('2024-08-31') })).toBe(false);
    expect(await changed({ from: day('2024-09-01') })).toBe(false);
    expect(await changed({ scope: 'commune' })).toBe(true);
    expect(await changed({ scope: 'commune', to: day('2024-06-30') })).toBe(false);
    expect(await changed({ scope: 'commune', from: day('2024-07-01') })).toBe(false);
    expect(await changed({ scope: 'bailleur' })).toBe(false);
    expect(judgements(await told(), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual(['200058782: {"min":0.5} met']);
    expect(judgements(await told({ to: day('2024-08-31') }), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual([
      '200058782: {"min":0.25} met',
    ]);
  });

  it('judges by what had been recorded by then', async () => {
    const before = setting.history.clock.advance();
    await adopt(anObjective());
    const between = setting.history.clock.advance();
    await amend({ effectiveOn: day('2017-01-28'), objectives: [anObjective({ value: half })] });
    const figures = async (query: Partial<ReportQuery>) => judgements(await told(query), 'Q1_REHOUSED_OUTSIDE_QPV');
    expect(await figures({ asOf: before })).toEqual(['epci: null null']);
    expect(await told({ asOf: before })).not.toHaveProperty('targetsOn');
    expect(await figures({ asOf: between })).toEqual(['200058782: {"min":0.25} met']);
    expect(await figures({})).toEqual(['200058782: {"min":0.5} met']);
  });
});
