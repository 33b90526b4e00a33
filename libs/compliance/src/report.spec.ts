import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { temporaryEventStore, type TemporaryEventStore } from '#event-store/testing';
import { day, isRefusal, refuse, type Instant } from '#kernel';
import { temporaryReadStore, type TemporaryReadStore } from '#read-store/testing';
import { COMPLIANCE_MODEL } from './projections/model';
import { ComplianceReports, type ComplianceReport, type ReportQuery } from './report';
import {
  aCommune,
  aDistrict,
  aHolder,
  aLandlord,
  aLease,
  aNote,
  anOwnership,
  applyEvents,
  aResidence,
  aSurvey,
  History,
  TestClock,
} from './testing';

let eventStore: TemporaryEventStore;
let readStore: TemporaryReadStore;
let history: History;

beforeEach(async () => {
  const clock = new TestClock();
  eventStore = temporaryEventStore({ clock });
  readStore = temporaryReadStore();
  history = new History(eventStore.store, clock);
});
afterEach(async () => {
  await eventStore.destroy();
  await readStore.destroy();
});

async function territory(): Promise<void> {
  await history.declare('Commune', aCommune('C1'));
  await history.declare('Commune', aCommune('C2'));
  await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-12-31'));
  await history.declare('PriorityDistrict', aDistrict('Q2', '2024-01-01'));
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('Landlord', aLandlord('L2'));
  await history.declare('ReservationHolder', aHolder('H1'));
  await history.declare('ReservationHolder', aHolder('H2', { contingent: 'action_logement' }));
  await history.declare('Residence', aResidence('R1', { districts: ['Q1', 'Q2'] }));
  await history.declare('Residence', aResidence('R2', { commune: 'C2', landlord: 'L2' }));
}

/** Applies what is recorded and has not been applied, as the caller of a report does first. */
async function catchUp(): Promise<void> {
  const model = await readStore.store.active(COMPLIANCE_MODEL);
  const from = (await model.checkpoint())?.position;
  const events = await history.events.readAll({ ...(from === undefined ? {} : { from }), maxCount: 10_000 });
  await applyEvents(model, events);
}

async function report(
  query: Partial<ReportQuery> = {},
  actor: Actor = INSTALLATION_ADMINISTRATOR,
): Promise<ComplianceReport> {
  await catchUp();
  const reports = new ComplianceReports({ events: history.events, readStore: readStore.store });
  const result = await reports.report(
    { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci', ...query },
    actor,
  );
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

/** `id: numerator/denominator` of one code. */
function fractions(result: ComplianceReport, code: string): string[] {
  return result.figures
    .filter((figure) => figure.code === code)
    .map(({ scope, numerator, denominator }) => `${scope.id}: ${numerator}/${denominator}`);
}

describe('the groups of each scope', () => {
  beforeEach(async () => {
    await territory();
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
    expect(fractions(await report({ scope }), 'ALLOCATIONS')).toEqual(expected);
  });

  it('carry the names of the entities, and the territory the name given', async () => {
    expect((await report({ scope: 'residence' })).figures[0]?.scope).toEqual({
      kind: 'residence',
      id: 'R1',
      label: 'Résidence R1',
    });
    const named = new ComplianceReports({
      events: history.events,
      readStore: readStore.store,
      territory: { id: '200058782', label: 'SQY' },
    });
    const result = await named.report(
      { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci' },
      INSTALLATION_ADMINISTRATOR,
    );
    expect(isRefusal(result) || result.figures[0]?.scope).toEqual({ kind: 'epci', id: '200058782', label: 'SQY' });
  });

  it('hold no residence whose only lease was cancelled', async () => {
    await history.lease('c', aLease({ residence: 'R2' }));
    await history.lease('c', aLease({ residence: 'R2', cancelled: true }));
    expect(fractions(await report({ scope: 'residence' }), 'ALLOCATIONS')).toEqual(['R1: 2/2']);
  });
});

describe('a report', () => {
  it('is empty before any event', async () => {
    expect(await report({ scope: 'commune' })).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
      asOf: null,
      position: null,
      unknownQuartile: 0,
      partialQuartile: 0,
      figures: [],
    });
    expect(fractions(await report(), 'ALLOCATIONS')).toEqual(['epci: 0/0']);
    expect(await report({ asOf: history.clock.now() })).toMatchObject({ asOf: null, position: null });
  });

  it('says the position and the recorded time of the head, whatever its type', async () => {
    await territory();
    await history.record('threshold-2024', 'ThresholdSet', { year: 2024, q1: 1, q2: null, q3: null });
    const head = await history.events.head();
    expect(await report()).toMatchObject({ asOf: head?.recordedAt, position: head?.position });
  });

  it('says what it shows where the projection is behind', async () => {
    await territory();
    await report();
    const shown = await history.events.head();
    await history.lease('late', aLease());
    const reports = new ComplianceReports({ events: history.events, readStore: readStore.store });
    const result = await reports.report(
      { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci' },
      INSTALLATION_ADMINISTRATOR,
    );
    expect(result).toMatchObject({ asOf: shown?.recordedAt, position: shown?.position });
  });

  it('counts the leases of its days, the first and the last included', async () => {
    await territory();
    for (const on of ['2024-01-09', '2024-01-10', '2024-02-15', '2024-03-10', '2024-03-11'])
      await history.lease(on, aLease({ signedOn: day(on) }));
    expect(fractions(await report({ from: day('2024-01-10'), to: day('2024-03-10') }), 'ALLOCATIONS')).toEqual([
      'epci: 3/3',
    ]);
  });

  it('counts unknown and partly known quartiles, whatever the scope', async () => {
    await territory();
    await history.lease('a', aLease({ quartile: null }));
    await history.lease('b', aLease({ quartile: '2-4' }));
    await history.lease('c', aLease({ quartile: '3-4', residence: 'R2' }));
    for (const scope of ['epci', 'commune', 'residence', 'qpv'] as const) {
      expect(await report({ scope })).toMatchObject({ unknownQuartile: 1, partialQuartile: 1 });
    }
  });

  it('shows as of an instant what was known then', async () => {
    await territory();
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
    expect(fractions(await report({ asOf: before }), 'Q1')).toEqual(['epci: 0/1']);
    expect(fractions(await report({ asOf: after }), 'Q1')).toEqual(['epci: 1/1']);
    expect(fractions(await report(), 'Q1')).toEqual(['epci: 0/0']);
    expect(await report({ asOf: before })).toMatchObject({
      asOf: before,
      unknownQuartile: 1,
      position: (await history.events.headAt(before))?.position,
    });
  });

  it('lists as of an instant the entities known then', async () => {
    await territory();
    const before = history.clock.now();
    await history.declare('Commune', aCommune('C3'));
    await history.declare('Commune', aCommune('C1', { name: 'Nouveau nom' }));
    expect(fractions(await report({ scope: 'commune', asOf: before }), 'ALLOCATIONS')).toHaveLength(2);
    expect((await report({ scope: 'commune', asOf: before })).figures[0]?.scope.label).toBe('Commune C1');
    expect((await report({ scope: 'commune' })).figures[0]?.scope.label).toBe('Nouveau nom');
    const beforeAll = '2020-01-01T00:00:00.000Z' as Instant;
    expect(await report({ scope: 'commune', asOf: beforeAll })).toMatchObject({
      asOf: beforeAll,
      position: null,
      figures: [],
    });
  });

  it('shows a whole moment while the projection writes', async () => {
    await territory();
    await history.lease('a', aLease());
    await report();
    const model = await readStore.store.active(COMPLIANCE_MODEL);
    await history.lease('b', aLease());
    const committed = (await model.checkpoint())!;
    await applyEvents(model, await history.all(), { after: (batch) => batch.flush() });
    await model.commit([], committed);
    const reports = new ComplianceReports({ events: history.events, readStore: readStore.store });
    const result = await reports.report(
      { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'epci' },
      INSTALLATION_ADMINISTRATOR,
    );
    expect(fractions(result as ComplianceReport, 'ALLOCATIONS')).toEqual(['epci: 1/1']);
  });
});

describe('who may read', () => {
  const query = { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'bailleur' } as const;
  const reader = (kind: 'landlord' | 'holder' | 'commune', ...codes: string[]): Actor => ({
    id: 'reader',
    role: 'reader',
    scope: { kind, codes },
  });

  beforeEach(async () => {
    await territory();
    await history.lease('a', aLease({ quartile: null }));
    await history.lease('b', aLease({ residence: 'R2', quartile: null }));
  });

  it.each([
    ['bailleur', reader('landlord', 'L2'), ['L2: 1/1']],
    ['reservataire', reader('holder', 'H1'), ['H1: 2/2']],
    ['commune', reader('commune', 'C1', 'C9'), ['C1: 1/1']],
  ] as const)('an actor limited to a %s sees its own groups', async (scope, actor, expected) => {
    for (const asOf of [undefined, history.clock.now()]) {
      const result = await report({ scope, ...(asOf ? { asOf } : {}) }, actor);
      expect(fractions(result, 'ALLOCATIONS')).toEqual(expected);
      expect(result.unknownQuartile).toBe(scope === 'reservataire' ? 2 : 1);
    }
  });

  it('refuses other scopes, other rights, and a period turned round', async () => {
    const reports = new ComplianceReports({ events: history.events, readStore: readStore.store });
    expect(await reports.report({ ...query, scope: 'epci' }, reader('landlord', 'L1'))).toEqual(
      refuse('scope-not-allowed', { scope: 'epci' }),
    );
    expect(await reports.report(query, reader('holder', 'H1'))).toEqual(
      refuse('scope-not-allowed', { scope: 'bailleur' }),
    );
    const nobody: Actor = { id: 'nobody', role: 'reader', scope: { kind: 'none' } };
    expect(await reports.report(query, nobody)).toEqual(refuse('not-allowed', { right: 'read-figures' }));
    const reversed = { ...query, from: query.to, to: query.from };
    expect(await reports.report(reversed, INSTALLATION_ADMINISTRATOR)).toMatchObject({
      refused: true,
      code: 'period-reversed',
    });
  });
});

describe('what an allocation is joined with', () => {
  const inQpv = async (): Promise<string[]> => fractions(await report({ from: day('2023-01-01') }), 'Q234_IN_QPV');
  const high = async (): Promise<string[]> =>
    fractions(await report({ from: day('2023-01-01') }), 'Q1_FRAGILITY_HIGH_OUTSIDE_QPV');

  beforeEach(territory);

  it.each([
    ['the last day of a QPV', '2023-12-31', ['Q1: 1/1']],
    ['the first day of the next one', '2024-01-01', ['Q2: 1/1']],
  ])('%s', async (_, on, expected) => {
    await history.lease('a', aLease({ signedOn: day(on) }));
    expect(fractions(await report({ from: day('2023-01-01'), scope: 'qpv' }), 'ALLOCATIONS')).toEqual(expected);
  });

  it('the landlord of its day', async () => {
    await history.own(anOwnership('R1', '2024-03-05', 'L2'));
    await history.lease('before', aLease({ signedOn: day('2024-03-04') }));
    await history.lease('after', aLease({ signedOn: day('2024-03-05') }));
    expect(fractions(await report({ scope: 'bailleur' }), 'ALLOCATIONS')).toEqual(['L1: 1/1', 'L2: 1/1']);
    await history.own(anOwnership('R1', '2024-03-05', 'L1'));
    expect(fractions(await report({ scope: 'bailleur' }), 'ALLOCATIONS')).toEqual(['L1: 2/2', 'L2: 0/0']);
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
    expect(fractions(await report({ scope: 'reservataire' }), 'ALLOCATIONS')).toContain('contingent:commune: 1/1');
  });

  it('another residence, another day, by a correction', async () => {
    await history.lease('a', aLease());
    await history.lease('a', aLease({ residence: 'R2', signedOn: day('2024-05-01') }));
    expect(fractions(await report({ scope: 'residence' }), 'ALLOCATIONS')).toEqual(['R2: 1/1']);
    expect(fractions(await report({ to: day('2024-04-30') }), 'ALLOCATIONS')).toEqual(['epci: 0/0']);
  });

  it('makes a new version only of what changed', async () => {
    await history.lease('a', aLease());
    await history.lease('b', aLease({ signedOn: day('2024-06-01') }));
    await report();
    await history.note(aNote('R1', '2024-06-01', { commune: 4 }));
    await history.declare('Residence', aResidence('R1', { districts: ['Q1', 'Q2'], name: 'Nouveau nom' }));
    await report();
    const model = await readStore.store.active(COMPLIANCE_MODEL);
    expect(await model.count({ collection: 'allocations', scope: INSTALLATION_ADMINISTRATOR.scope })).toBe(3);
  });
});

describe('what cannot be applied', () => {
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
    await territory();
    await happen();
    const model = await readStore.store.active(COMPLIANCE_MODEL);
    expect(await applyEvents(model, await history.all())).toEqual([code]);
  });
});
