import { EVERYTHING } from '#access';
import { DEFAULT_SURVEY_SCALE } from '#fragility';
import { aNote, aSurvey } from '#fragility/testing';
import { day } from '#kernel';
import { applyEvents } from '#processing/testing';
import { aDistrict, aHolder, anOwnership, aResidence } from '#territory/testing';
import { aLease, fractions, Setting, type History } from '../testing';
import { complianceProjection } from './compliance-projection';

let setting: Setting;
let history: History;

beforeEach(() => {
  setting = Setting.open();
  history = setting.history;
});
afterEach(() => setting.destroy());

describe('what an allocation is joined with', () => {
  const inQpv = async (): Promise<string[]> =>
    fractions(await setting.report({ from: day('2023-01-01') }), 'Q234_IN_QPV');
  const high = async (): Promise<string[]> =>
    fractions(await setting.report({ from: day('2023-01-01') }), 'Q1_FRAGILITY_HIGH_OUTSIDE_QPV');

  beforeEach(() => setting.territory());

  it.each([
    ['the day before the first day of a QPV', '2014-12-31', []],
    ['its first day', '2015-01-01', ['Q1: 1/1']],
    ['its last day', '2023-12-31', ['Q1: 1/1']],
    ['the day after it, the first one of the next QPV', '2024-01-01', ['Q2: 1/1']],
  ])('%s', async (_, on, expected) => {
    await history.lease('a', aLease({ signedOn: day(on), quartile: 2 }));
    const report = await setting.report({ from: day('2014-01-01'), scope: 'qpv' });
    expect(fractions(report, 'ALLOCATIONS')).toEqual(expected);
    expect(fractions(report, 'Q234_IN_QPV')).toEqual(expected);
  });

  it('no QPV, on the day after the last day of the only one', async () => {
    await history.declare('PriorityDistrict', aDistrict('Q2', '2024-01-02'));
    await history.lease('a', aLease({ signedOn: day('2024-01-01'), quartile: 1 }));
    expect(fractions(await setting.report(), 'Q1_REHOUSED_OUTSIDE_QPV')).toEqual(['epci: 1/1']);
    expect(fractions(await setting.report({ scope: 'qpv' }), 'ALLOCATIONS')).toEqual([]);
  });

  it('the landlord of its day', async () => {
    await history.own(anOwnership('R1', '2024-03-05', 'L2'));
    await history.lease('before', aLease({ signedOn: day('2024-03-04') }));
    await history.lease('after', aLease({ signedOn: day('2024-03-05') }));
    expect(fractions(await setting.report({ scope: 'bailleur' }), 'ALLOCATIONS')).toEqual(['L1: 1/1', 'L2: 1/1']);
    await history.own(anOwnership('R1', '2024-03-05', 'L1'));
    expect(fractions(await setting.report({ scope: 'bailleur' }), 'ALLOCATIONS')).toEqual(['L1: 2/2', 'L2: 0/0']);
  });

  it('a district whose dates are corrected, or that is declared after its residence', async () => {
    await history.declare('Residence', aResidence('R3', { districts: ['Q3'] }));
    await history.lease('a', aLease());
    await history.lease('b', aLease({ residence: 'R3' }));
    expect(await inQpv()).toEqual(['epci: 0/1']);
    await history.declare('PriorityDistrict', aDistrict('Q2', '2024-03-06'));
    expect(await inQpv()).toEqual(['epci: 0/0']);
    await history.declare('PriorityDistrict', aDistrict('Q3', '2024-01-01'));
    expect(await inQpv()).toEqual(['epci: 0/1']);
  });

  it('the scale of its day, also where it is adopted or amended later: only notes computed from surveys change', async () => {
    const fragile = { ...DEFAULT_SURVEY_SCALE, cuts: [100, 100, 100, 100] as const };
    await history.survey(aSurvey('R2', 2023));
    await history.note(aNote('R1', '2023-01-01', { commune: 2 }));
    await history.lease('before', aLease({ residence: 'R2', quartile: 1, signedOn: day('2024-03-04') }));
    await history.lease('after', aLease({ residence: 'R2', quartile: 1, signedOn: day('2024-03-05') }));
    await history.lease('elsewhere', aLease({ residence: 'R1', quartile: 1 }));
    // A convention names the territory.
    const fraction = async () => (await high())[0]!.split(': ')[1];
    const versions = async () => (await setting.model()).count({ collection: 'allocations', scope: EVERYTHING });
    expect(await fraction()).toBe('0/0');
    const before = await versions();
    await history.scale(null, day('2024-01-01'));
    expect([await fraction(), await versions()]).toEqual(['0/0', before]);
    await history.scale(fragile, day('2024-03-05'));
    expect(await fraction()).toBe('1/1');
    expect(await versions()).toBe(before + 1);
    await history.scale(fragile, day('2024-01-01'));
    expect(await fraction()).toBe('2/2');
    await history.scale(DEFAULT_SURVEY_SCALE, day('2024-03-05'));
    expect(await fraction()).toBe('1/1');
  });

  it('notes and surveys that arrive after it', async () => {
    await history.lease('a', aLease({ residence: 'R2', quartile: 1 }));
    await history.survey(aSurvey('R2', 2023, true));
    expect(await high()).toEqual(['epci: 1/1']);
    await history.note(aNote('R2', '2024-03-05', { commune: 2 }));
    expect(await high()).toEqual(['epci: 0/0']);
    await history.note(aNote('R2', '2024-03-05', { commune: 4 }));
    expect(await high()).toEqual(['epci: 1/1']);
    await history.survey(aSurvey('R2', 2023, false));
    expect(await high()).toEqual(['epci: 1/1']);
  });

  it('a holder whose contingent is corrected', async () => {
    await history.lease('a', aLease());
    await history.declare('ReservationHolder', aHolder('H1', { contingent: 'commune' }));
    expect(fractions(await setting.report({ scope: 'reservataire' }), 'ALLOCATIONS')).toContain(
      'contingent:commune: 1/1',
    );
  });

  it('another residence, another day, by a correction', async () => {
    await history.lease('a', aLease());
    await history.lease('a', aLease({ residence: 'R2', signedOn: day('2024-05-01') }));
    expect(fractions(await setting.report({ scope: 'residence' }), 'ALLOCATIONS')).toEqual(['R2: 1/1']);
    expect(fractions(await setting.report({ to: day('2024-04-30') }), 'ALLOCATIONS')).toEqual(['epci: 0/0']);
  });

  it('a new version is made only of the leases that changed', async () => {
    await history.lease('a', aLease());
    await history.lease('b', aLease({ signedOn: day('2024-06-01') }));
    await setting.report();
    await history.note(aNote('R1', '2024-06-01', { commune: 4 }));
    await history.declare('Residence', aResidence('R1', { districts: ['Q1', 'Q2'], name: 'Nouveau nom' }));
    await setting.report();
    const model = await setting.model();
    expect(await model.count({ collection: 'allocations', scope: EVERYTHING })).toBe(3);
  });
});

describe('events that cannot be applied', () => {
  it.each([
    ['a lease of an unknown residence', 'residence-unknown', () => history.lease('a', aLease({ residence: 'R9' }))],
    [
      'a lease of a residence of which only notes are known',
      'residence-unknown',
      async () => {
        await history.note(aNote('R9', '2024-01-01'));
        await history.lease('a', aLease({ residence: 'R9' }));
      },
    ],
    ['a lease of an unknown holder', 'holder-unknown', () => history.lease('a', aLease({ holder: 'H9' }))],
    [
      'a correction of an unknown lease',
      'allocation-unknown',
      () => history.record('allocation-x', 'AllocationCorrected', { changes: {} }),
    ],
    [
      'a correction of an unknown entity',
      'entity-unknown',
      () => history.record('commune-x', 'CommuneCorrected', { changes: {} }),
    ],
  ])('%s', async (_, code, happen) => {
    await setting.territory();
    await happen();
    const model = await setting.model();
    expect(await applyEvents(complianceProjection, model, await history.all())).toEqual([code]);
  });
});
