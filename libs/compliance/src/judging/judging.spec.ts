import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { day } from '#kernel';
import { aHolder } from '#territory/testing';
import { aLease, Setting } from '../testing';
import type { ComplianceReport, ReportQuery } from '../report/compliance-report';

const quarter = { numerator: 1, denominator: 4 };
const half = { numerator: 1, denominator: 2 };

/** `id: target status` of one code. */
function judgements(report: ComplianceReport, code: string): readonly string[] {
  return report.figures
    .filter((figure) => figure.code === code)
    .map(({ scope, target, status }) => `${scope.id}: ${JSON.stringify(target)} ${status}`);
}

describe('a report judged by the convention', () => {
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
  const reportOf = (query: Partial<ReportQuery> = {}) => setting.report(query);

  it('judges no figure and gives no target day without a convention', async () => {
    const report = await reportOf();
    expect(report.figures.every(({ target, status }) => target === null && status === null)).toBe(true);
    expect(report).not.toHaveProperty('targetsOn');
    expect(report).not.toHaveProperty('targetsChanged');
  });

  it('judges each figure of its scope by the objectives in force on the last day', async () => {
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
    const report = await reportOf();
    expect(report).toMatchObject({ targetsOn: '2024-12-31', targetsChanged: false });
    expect(judgements(report, 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual(['200058782: {"min":0.5} met']);
    expect(judgements(report, 'Q2')).toEqual(['200058782: null null']);
    expect(judgements(await reportOf({ scope: 'bailleur' }), 'Q1')).toEqual([
      'L1: null null',
      'L2: {"max":0.25} missed',
    ]);
    expect(judgements(await reportOf({ scope: 'reservataire' }), 'Q1')).toEqual([
      'H1: {"min":0.5} met',
      'H2: {"min":0.5} missed',
      'contingent:action_logement: null null',
      'contingent:etat: {"max":0} missed',
    ]);
    expect(judgements(await reportOf({ scope: 'commune' }), 'Q1')).toEqual(['C1: null null', 'C2: null null']);
    expect(judgements(await reportOf({ to: day('2024-03-04') }), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual([
      '200058782: {"min":0.5} null',
    ]);
  });

  describe('of the parts of the EPCI’s contingent', () => {
    const own = anObjective({
      code: 'O',
      figure: 'Q1',
      scope: { kind: 'contingent', ids: ['epci_propre'] },
      value: half,
    });
    const whole = anObjective({ code: 'W', figure: 'Q2', scope: { kind: 'contingent', ids: ['epci'] }, value: half });
    const each = anObjective({ code: 'E', figure: 'Q34', scope: { kind: 'contingent', ids: null }, value: half });
    const ofEpci = async (code: string) =>
      judgements(await reportOf({ scope: 'reservataire' }), code).filter((line) => line.startsWith('contingent:epci'));
    beforeEach(async () => {
      await setting.history.declare('ReservationHolder', aHolder('H3', { contingent: 'epci' }));
      await setting.history.lease('own', aLease({ quartile: 1, holder: 'H3' }));
      await adopt(own, whole, each);
    });

    it('takes the contingent for the EPCI’s own part while nothing of it is delegated', async () => {
      expect(await ofEpci('Q1')).toEqual(['contingent:epci: {"min":0.5} met']);
      expect(await ofEpci('Q2')).toEqual(['contingent:epci: {"min":0.5} missed']);
      expect(await ofEpci('Q34')).toEqual(['contingent:epci: {"min":0.5} missed']);
    });

    it('judges each part by the objectives that name it, and the whole by the others', async () => {
      const delegated = { ...aLease({ quartile: 2, holder: 'H3' }), delegatedTo: 'C1' };
      for (const name of ['c', 'd']) await setting.history.lease(name, delegated);
      const [unjudged, part] = ['contingent:epci_delegue: null null', 'contingent:epci_propre: null null'];
      expect(await ofEpci('Q1')).toEqual([
        'contingent:epci: null null',
        unjudged,
        'contingent:epci_propre: {"min":0.5} met',
      ]);
      expect(await ofEpci('Q2')).toEqual(['contingent:epci: {"min":0.5} met', unjudged, part]);
      expect(await ofEpci('Q34')).toEqual(['contingent:epci: {"min":0.5} missed', unjudged, part]);
    });
  });

  it('does not judge a whole scope by an objective about one actor within it', async () => {
    await adopt(anObjective({ figure: 'Q1', actor: { kind: 'bailleur', ids: ['L2'] } }));
    expect(judgements(await reportOf(), 'Q1')).toEqual(['200058782: null null']);
  });

  it('says whether other objectives judged this scope on another day of the period', async () => {
    await adopt(
      anObjective(),
      anObjective({ code: 'B', figure: 'Q1', scope: { kind: 'commune', ids: null }, lastDay: day('2024-06-30') }),
    );
    await amend({ effectiveOn: day('2024-09-01'), objectives: [anObjective({ value: half })] });
    const changed = async (query: Partial<ReportQuery>) => (await reportOf(query)).targetsChanged;
    expect(await changed({})).toBe(true);
    expect(await changed({ to: day('2024-08-31') })).toBe(false);
    expect(await changed({ from: day('2024-09-01') })).toBe(false);
    expect(await changed({ scope: 'commune' })).toBe(true);
    expect(await changed({ scope: 'commune', to: day('2024-06-30') })).toBe(false);
    expect(await changed({ scope: 'commune', from: day('2024-07-01') })).toBe(false);
    expect(await changed({ scope: 'bailleur' })).toBe(false);
    expect(judgements(await reportOf(), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual(['200058782: {"min":0.5} met']);
    expect(judgements(await reportOf({ to: day('2024-08-31') }), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual([
      '200058782: {"min":0.25} met',
    ]);
  });

  it('judges as of an instant by the convention recorded then', async () => {
    const before = setting.history.clock.advance();
    await adopt(anObjective());
    const between = setting.history.clock.advance();
    await amend({ effectiveOn: day('2017-01-28'), objectives: [anObjective({ value: half })] });
    const figures = async (query: Partial<ReportQuery>) => judgements(await reportOf(query), 'Q1_REHOUSED_OUTSIDE_QPV');
    expect(await figures({ asOf: before })).toEqual(['epci: null null']);
    expect(await reportOf({ asOf: before })).not.toHaveProperty('targetsOn');
    expect(await figures({ asOf: between })).toEqual(['200058782: {"min":0.25} met']);
    expect(await figures({})).toEqual(['200058782: {"min":0.5} met']);
  });
});
