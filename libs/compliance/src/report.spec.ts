import { aConvention } from '#convention/testing';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import { day, refuse, type Instant } from '#kernel';
import { applyEvents } from '#processing/testing';
import { takeCheckpointBack } from '#read-store/testing';
import { aCommune, aResidence } from '#territory/testing';
import { complianceProjection } from './projections/compliance-projection';
import type { ComplianceReport } from './report/compliance-report';
import { aLease, fractions, Setting, type History } from './testing';

let setting: Setting;
let history: History;

beforeEach(() => {
  setting = Setting.open();
  history = setting.history;
});
afterEach(() => setting.destroy());

describe('the groups of each scope', () => {
  beforeEach(async () => {
    await setting.territory();
    await history.lease('a', aLease({ quartile: 1 }));
    await history.lease('b', aLease({ signedOn: day('2024-02-29'), holder: 'H2' }));
  });

  it.each([
    ['epci', ['epci: 2/2']],
    ['commune', ['C1: 2/2', 'C2: 0/0']],
    ['bailleur', ['L1: 2/2', 'L2: 0/0']],
    ['reservataire', ['H1: 1/1', 'H2: 1/1', 'contingent:action_logement: 1/1', 'contingent:etat: 1/1']],
    ['residence', ['R1: 2/2']],
    ['qpv', ['Q2: 2/2']],
  ] as const)('%s', async (scope, expected) => {
    expect(fractions(await setting.report({ scope }), 'ALLOCATIONS')).toEqual(expected);
  });

  it('carry the names of the entities; the territory has the name that its convention gives', async () => {
    expect((await setting.report({ scope: 'residence' })).figures[0]?.scope).toEqual({
      kind: 'residence',
      id: 'R1',
      label: 'Résidence R1',
    });
    expect((await setting.report()).figures[0]?.scope).toEqual({ kind: 'epci', id: 'epci', label: 'EPCI' });
    await history.convene({ type: 'ConventionAdopted', data: aConvention() });
    expect((await setting.report()).figures[0]?.scope).toEqual({
      kind: 'epci',
      id: '200058782',
      label: 'Saint-Quentin-en-Yvelines',
    });
  });

  it('do not include a residence whose only lease was cancelled', async () => {
    await history.lease('c', aLease({ residence: 'R2' }));
    await history.lease('c', aLease({ residence: 'R2', cancelled: true }));
    expect(fractions(await setting.report({ scope: 'residence' }), 'ALLOCATIONS')).toEqual(['R1: 2/2']);
  });
});

describe('a report', () => {
  it('is empty before any event', async () => {
    expect(await setting.report({ scope: 'commune' })).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
      asOf: null,
      position: null,
      unknownQuartile: 0,
      partialQuartile: 0,
      figures: [],
    });
    expect(fractions(await setting.report(), 'ALLOCATIONS')).toEqual(['epci: 0/0']);
    expect(await setting.report({ asOf: history.clock.now() })).toMatchObject({ asOf: null, position: null });
  });

  it('gives the position and the recorded time of the head, whatever the type of its event', async () => {
    await setting.territory();
    await history.record('threshold-2024', 'ThresholdSet', { year: 2024, q1: 1, q2: null, q3: null });
    const head = await history.events.head();
    expect(await setting.report()).toMatchObject({ asOf: head?.recordedAt, position: head?.position });
  });

  it('gives the position that it shows where the projection is behind', async () => {
    await setting.territory();
    await setting.report();
    const shown = await history.events.head();
    await history.lease('late', aLease());
    const { reports } = setting;
    const result = await reports.report(
      { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci' },
      INSTALLATION_ADMINISTRATOR,
    );
    expect(result).toMatchObject({ asOf: shown?.recordedAt, position: shown?.position });
  });

  it('counts the leases of its days, the first and the last included', async () => {
    await setting.territory();
    for (const on of ['2024-01-09', '2024-01-10', '2024-02-15', '2024-03-10', '2024-03-11'])
      await history.lease(on, aLease({ signedOn: day(on) }));
    expect(fractions(await setting.report({ from: day('2024-01-10'), to: day('2024-03-10') }), 'ALLOCATIONS')).toEqual([
      'epci: 3/3',
    ]);
  });

  it('counts unknown and partly known quartiles, whatever the scope', async () => {
    await setting.territory();
    await history.lease('a', aLease({ quartile: null }));
    await history.lease('b', aLease({ quartile: '2-4' }));
    await history.lease('c', aLease({ quartile: '3-4', residence: 'R2' }));
    for (const scope of ['epci', 'commune', 'residence', 'qpv'] as const) {
      expect(await setting.report({ scope })).toMatchObject({ unknownQuartile: 1, partialQuartile: 1 });
    }
  });

  it('shows as of an instant what was known then', async () => {
    await setting.territory();
    await history.lease('a', aLease({ quartile: null }));
    const before = history.clock.now();
    await history.record(`allocation-${(await history.all()).at(-1)!.stream.slice(11)}`, 'QuartileRevised', {
      from: null,
      to: 1,
      threshold: 2024,
    });
    const after = history.clock.now();
    await history.declare('Residence', aResidence('R3', { commune: 'C2' }));
    await history.lease('a', aLease({ quartile: 1, cancelled: true }));
    expect(fractions(await setting.report({ asOf: before }), 'Q1')).toEqual(['epci: 0/1']);
    expect(fractions(await setting.report({ asOf: after }), 'Q1')).toEqual(['epci: 1/1']);
    expect(fractions(await setting.report(), 'Q1')).toEqual(['epci: 0/0']);
    expect(await setting.report({ asOf: before })).toMatchObject({
      asOf: before,
      unknownQuartile: 1,
      position: (await history.events.headAt(before))?.position,
    });
  });

  it('lists as of an instant the entities known then', async () => {
    await setting.territory();
    const before = history.clock.now();
    await history.declare('Commune', aCommune('C3'));
    await history.declare('Commune', aCommune('C1', { name: 'Nouveau nom' }));
    expect(fractions(await setting.report({ scope: 'commune', asOf: before }), 'ALLOCATIONS')).toHaveLength(2);
    expect((await setting.report({ scope: 'commune', asOf: before })).figures[0]?.scope.label).toBe('Commune C1');
    expect((await setting.report({ scope: 'commune' })).figures[0]?.scope.label).toBe('Nouveau nom');
    const beforeAll = '2020-01-01T00:00:00.000Z' as Instant;
    expect(await setting.report({ scope: 'commune', asOf: beforeAll })).toMatchObject({
      asOf: beforeAll,
      position: null,
      figures: [],
    });
  });

  it('shows one single moment while the projection writes', async () => {
    await setting.territory();
    await history.lease('a', aLease());
    await setting.report();
    const model = await setting.model();
    await history.lease('b', aLease());
    const committed = (await model.checkpoint())!;
    await applyEvents(complianceProjection, model, await history.all(), { after: (batch) => batch.flush() });
    await takeCheckpointBack(model, committed);
    const { reports } = setting;
    const result = await reports.report(
      { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci' },
      INSTALLATION_ADMINISTRATOR,
    );
    expect(fractions(result as ComplianceReport, 'ALLOCATIONS')).toEqual(['epci: 1/1']);
  });
});

describe('who may read', () => {
  const query = { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'bailleur' } as const;
  const reader = (kind: 'landlord' | 'holder' | 'commune', ...codes: string[]): Actor =>
    readerOf(limitedTo({ [kind]: codes }));

  beforeEach(async () => {
    await setting.territory();
    await history.lease('a', aLease({ quartile: null }));
    await history.lease('b', aLease({ residence: 'R2', quartile: null }));
  });

  it.each([
    ['bailleur', reader('landlord', 'L2'), ['L2: 1/1']],
    ['reservataire', reader('holder', 'H1'), ['H1: 2/2']],
    ['commune', reader('commune', 'C1', 'C9'), ['C1: 1/1']],
  ] as const)('an actor limited to a %s sees its own groups', async (scope, actor, expected) => {
    for (const asOf of [undefined, history.clock.now()]) {
      const result = await setting.report({ scope, ...(asOf ? { asOf } : {}) }, actor);
      expect(fractions(result, 'ALLOCATIONS')).toEqual(expected);
      expect(result.unknownQuartile).toBe(scope === 'reservataire' ? 2 : 1);
    }
  });

  it.each([
    ['bailleur', ['L2: 1/1'], 1],
    ['commune', ['C1: 1/1'], 1],
  ] as const)(
    'an actor of a landlord and a commune sees both kinds of groups: %s',
    async (scope, expected, unknown) => {
      const both = readerOf(limitedTo({ landlord: ['L2'], commune: ['C1'] }));
      for (const asOf of [undefined, history.clock.now()]) {
        const result = await setting.report({ scope, ...(asOf ? { asOf } : {}) }, both);
        expect(fractions(result, 'ALLOCATIONS')).toEqual(expected);
        expect(result.unknownQuartile).toBe(unknown);
      }
      expect(await setting.reports.report({ ...query, scope: 'reservataire' }, both)).toEqual(
        refuse('scope-not-allowed', { scope: 'reservataire' }),
      );
    },
  );

  it('asks the store for the leases of an instant under the scope of the actor', async () => {
    const { readStore } = setting;
    const model = await setting.model();
    const find = jest.spyOn(model, 'find');
    jest.spyOn(readStore, 'active').mockResolvedValue(model);
    const landlord = reader('landlord', 'L2');
    await setting.reports.report({ ...query, asOf: history.clock.now() }, landlord);
    const leases = find.mock.calls.filter(([{ collection }]) => collection === 'allocations');
    expect(leases.map(([{ scope }]) => scope)).toEqual([landlord.scope]);
  });

  it('refuses other scopes, other rights, and a reversed period', async () => {
    const { reports } = setting;
    expect(await reports.report({ ...query, scope: 'epci' }, reader('landlord', 'L1'))).toEqual(
      refuse('scope-not-allowed', { scope: 'epci' }),
    );
    expect(await reports.report(query, reader('holder', 'H1'))).toEqual(
      refuse('scope-not-allowed', { scope: 'bailleur' }),
    );
    const nobody = readerOf({ kind: 'none' });
    expect(await reports.report(query, nobody)).toEqual(refuse('not-allowed', { right: 'read-figures' }));
    const reversed = { ...query, from: query.to, to: query.from };
    expect(await reports.report(reversed, INSTALLATION_ADMINISTRATOR)).toMatchObject({
      refused: true,
      code: 'period-reversed',
    });
  });
});
