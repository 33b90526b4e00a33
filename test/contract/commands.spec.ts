import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { NamedListReads } from '#readings';
import { ConventionHistory } from '#convention';
import type { PipelineStores } from '#deciding';
import { pipelineContract } from '#deciding/testing';
import { NO_UPCASTERS, openEventStoreDb, type EventStoreDb } from '#event-store';
import { importDirectory } from '#exchange';
import { LeaseRows, type LeaseReport } from '#exchange/module';
import { NOTE_STREAMS, type GivenAgreement, type GivenNote } from '#fragility';
import { FragilityHistory, granted, recordersOn } from '#fragility/testing';
import { day, isRefusal, newUuid, systemClock } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aLandlord, aResidence, TestClock } from '#territory/testing';
import { csvFiles, leases, TERRITORY as RESIDENCES, type Files } from '../e2e/support/territory';
import { WireServer } from '../wire/eventstoredb/server';

const TERRITORY: Files = { ...RESIDENCES, 'seuils.csv': [{ annee: '2023', q1: '11000', q2: '17000', q3: '25000' }] };
type Recorders = ReturnType<typeof recordersOn>;

const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

pipelineContract('EventStoreDB', async () => {
  const server = await WireServer.start();
  const store = await openEventStoreDb({
    url: server.url,
    clock: systemClock,
    timeouts,
    upcasters: NO_UPCASTERS,
  });
  return {
    store,
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
});

/** Subscriptions count too: the store searches events of some types by them. */
const callsTo = async ({ faults }: WireServer, work: () => Promise<unknown>) => {
  const { appends, reads, subscriptions } = faults.calls;
  await work();
  expect(faults.calls.subscriptions).toBe(subscriptions);
  return { appends: faults.calls.appends - appends, reads: faults.calls.reads - reads };
};

describe('the calls of a lease to EventStoreDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-calls-'));
  let server: WireServer;
  let store: EventStoreDb;
  let vault: Vault;
  let rows: LeaseRows;
  beforeAll(async () => {
    server = await WireServer.start();
    store = await openEventStoreDb({
      url: server.url,
      clock: systemClock,
      timeouts,
      upcasters: NO_UPCASTERS,
    });
    vault = await openSqliteVault({ folder });
    await importing(TERRITORY);
    rows = new LeaseRows({ store, vault: async () => vault, clock: systemClock });
    await record(leases(1, 1)[0]!);
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
    await vault.close();
    rmSync(folder, { recursive: true });
  });

  const importing = async (files: Files) => {
    const directory = mkdtempSync(join(folder, 'files-'));
    for (const [file, text] of csvFiles(files)) writeFileSync(join(directory, file), text);
    const report = await importDirectory(
      directory,
      { dryRun: false, actor: INSTALLATION_ADMINISTRATOR },
      { store, vault },
    );
    expect(report.faults).toEqual([]);
  };
  const record = async (fields: Readonly<Record<string, string>>, actor: Actor = INSTALLATION_ADMINISTRATOR) => {
    const report = await rows.record({ fields }, actor);
    if (isRefusal(report) || !report.recorded) throw new Error(JSON.stringify(report));
    return report as LeaseReport & { recorded: true };
  };
  const callsOf = (work: () => Promise<unknown>) => callsTo(server, work);

  it('a new lease makes one append', async () => {
    expect(await callsOf(() => record(leases(2, 2)[0]!))).toEqual({ appends: 1, reads: 0 });
  });

  it('a new lease of an actor who sees a part of the territory makes one append', async () => {
    const communes = TERRITORY['residences.csv']!.map(({ code_insee: commune }) => commune!);
    const actor: Actor = { id: 'someone', role: 'administrator', scope: limitedTo({ commune: communes }) };
    await record(leases(6, 6)[0]!, actor);
    expect(await callsOf(() => record(leases(7, 7)[0]!, actor))).toEqual({ appends: 1, reads: 0 });
    const corrected = { ...leases(7, 7)[0]!, typologie: 'T5' };
    expect(await callsOf(() => record(corrected, actor))).toEqual({ appends: 1, reads: 1 });
  });

  it('a correction makes one append and one read, a repetition makes one read', async () => {
    const [lease] = leases(3, 3);
    await record(lease!);
    const corrected = { ...lease!, typologie: 'T5' };
    expect(await callsOf(() => record(corrected))).toEqual({ appends: 1, reads: 1 });
    expect(await callsOf(() => record(corrected))).toEqual({ appends: 0, reads: 1 });
  });

  it('a lease uses the territory that another process has recorded, instead of being refused', async () => {
    const [residence] = TERRITORY['residences.csv']!;
    await importing({ 'residences.csv': [{ ...residence!, code_residence: 'R-NEUVE' }] });
    const report = await record({ ...leases(4, 4)[0]!, code_residence: 'R-NEUVE' });
    expect(report.receipt.outcome).toBe('signed');
  });

  it('a lease of an actor who sees a part of the territory uses a residence that has just come into it', async () => {
    const [residence] = TERRITORY['residences.csv']!;
    const actor: Actor = { id: 'someone', role: 'administrator', scope: limitedTo({ landlord: ['L-NEUF'] }) };
    await importing({
      'bailleurs.csv': [{ code_bailleur: 'L-NEUF', nom: 'Neuf' }],
      'residences.csv': [{ ...residence!, code_residence: 'R-CÉDÉE', code_bailleur: 'L-NEUF' }],
    });
    const report = await record({ ...leases(8, 8)[0]!, code_residence: 'R-CÉDÉE' }, actor);
    expect(report.receipt.outcome).toBe('signed');
  });

  it('a lease is revised by bounds recorded between its decision and its event', async () => {
    const [bounds] = TERRITORY['seuils.csv']!;
    const lease = { ...leases(5, 5)[0]!, date_bail: '2023-05-05', ressources_annuelles: '99000', quartile: '' };
    const append = store.append.bind(store);
    store.append = async (batch) => {
      store.append = append;
      await importing({ 'seuils.csv': [{ ...bounds!, q1: '100000', q2: '200000', q3: '300000' }] });
      return append(batch);
    };
    const { receipt } = await record(lease);
    const events = await store.readStream(`allocation-${receipt.allocation}`, { maxCount: 10 });
    expect(events.map(({ type }) => type)).toEqual(['AllocationSigned', 'QuartileRevised']);
    expect(receipt).toMatchObject({ outcome: 'signed', revision: 1 });
  });
});

describe('the calls of other commands to EventStoreDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-calls-'));
  const clock = new TestClock();
  let server: WireServer;
  let store: EventStoreDb;
  let vault: Vault;
  let stores: PipelineStores;
  let history: FragilityHistory;
  beforeAll(async () => {
    vault = await openSqliteVault({ folder });
  });
  afterAll(async () => {
    await vault.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    server = await WireServer.start();
    store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
    stores = { store, clock, vault: async () => vault };
    history = new FragilityHistory(store, clock);
    await history.declare('Commune', aCommune('C1'));
    for (const code of ['L1', 'L2']) await history.declare('Landlord', aLandlord(code));
    for (const code of ['R1', 'R2']) await history.declare('Residence', aResidence(code));
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  const callsOf = (work: () => Promise<unknown>) => callsTo(server, work);
  const given = (from: string, facts: Partial<GivenNote> = {}): GivenNote => ({
    ...{ residence: 'R1', author: 'commune', note: 4, comment: null, from: day(from) },
    ...facts,
  });
  const noting = async ({ notes }: Recorders, note: GivenNote, requestKey?: string) =>
    granted(await notes.note(note, INSTALLATION_ADMINISTRATOR, requestKey));

  it('a note makes one append and one read, a repetition makes one read', async () => {
    const recorders = recordersOn(stores);
    await noting(recorders, given('2023-01-01'));
    const note = given('2023-02-01', { note: 5 });
    const key = newUuid();
    const first = await noting(recorders, note);
    expect(await callsOf(() => noting(recorders, given('2023-02-01', { note: 4 }), key))).toEqual({
      appends: 1,
      reads: 1,
    });
    expect(await callsOf(() => noting(recorders, given('2023-02-01', { note: 4 }), key))).toEqual({
      appends: 0,
      reads: 1,
    });
    expect(await callsOf(() => noting(recorders, given('2023-02-01', { note: 4 })))).toEqual({ appends: 0, reads: 1 });
    expect(await callsOf(() => noting(recorders, given('2023-03-01')))).toEqual({ appends: 1, reads: 1 });
    expect(first).toMatchObject({ outcome: 'recorded', revision: 0 });
  });

  it('a note makes one append and one read also where others recorded other facts meanwhile', async () => {
    const recorders = recordersOn(stores);
    await noting(recorders, given('2023-01-01'));
    await history.declare('Commune', aCommune('C2'));
    expect(await callsOf(() => noting(recorders, given('2023-02-01', { note: 5 })))).toEqual({ appends: 1, reads: 1 });
  });

  it('an agreement makes one append and one read', async () => {
    const recorders = recordersOn(stores);
    await noting(recorders, given('2023-01-01'));
    const agreement: GivenAgreement = {
      ...{ residence: 'R1', note: 3, heldOn: day('2023-12-20'), reason: 'Rotation faible' },
      attendees: ['commune', 'landlord'],
    };
    const agree = async () => granted(await recorders.notes.agree(agreement, INSTALLATION_ADMINISTRATOR));
    expect(await callsOf(agree)).toEqual({ appends: 1, reads: 1 });
  });

  it('a list makes one append and one read, and answers what was established', async () => {
    const recorders = recordersOn(stores);
    await noting(recorders, given('2023-01-01'));
    const establish = async () =>
      granted(await recorders.lists.establish({ landlord: 'L1', on: day('2023-06-01') }, INSTALLATION_ADMINISTRATOR));
    let list: unknown;
    expect(await callsOf(async () => (list = await establish()))).toEqual({ appends: 1, reads: 1 });
    expect(list).toMatchObject({ outcome: 'recorded', residences: [{ residence: 'R1', note: 4 }], revision: 0 });
    expect(await callsOf(establish)).toEqual({ appends: 0, reads: 1 });
  });

  it('a reading of names makes one append and the read of the convention', async () => {
    const reads = new NamedListReads({ ...stores, convention: new ConventionHistory(store) });
    const session = vault.session();
    await session.prepare({ households: ['078000000000000009'] });
    const household = session.household('078000000000000009');
    await session.commit();
    const reading = {
      household,
      count: 1,
      filter: { kind: 'household', value: '078000000000000009' },
      ids: [],
    } as const;
    const record = () => reads.record('audit-history', [reading], { actor: INSTALLATION_ADMINISTRATOR });
    for (let times = 0; times < 2; times += 1) expect(await callsOf(record)).toEqual({ appends: 1, reads: 1 });
    const rival = new NamedListReads({ ...stores, convention: new ConventionHistory(store) });
    await rival.record('audit-history', [reading], { actor: INSTALLATION_ADMINISTRATOR });
    expect(await record()).toBeUndefined();
    expect((await store.readAll({ types: ['NamedListRead'], maxCount: 10 })).map(({ revision }) => revision)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  it('a note takes over what another process noted before, for another day too', async () => {
    const [one, other] = [recordersOn(stores), recordersOn(stores)];
    await noting(one, given('2023-01-01'));
    await noting(other, given('2023-02-01', { author: 'landlord', note: 2 }));
    await noting(one, given('2023-03-01', { note: 5 }));
    const [event] = await store.readStream('fragility-note-R1@2023-03-01', { maxCount: 1 });
    expect(event!.data).toMatchObject({ commune: 5, landlord: 2 });
    expect(await other.notes.note(given('2023-02-15'), INSTALLATION_ADMINISTRATOR)).toMatchObject({
      code: 'note-superseded',
    });
  });

  it('notes that two processes give for one day at the same time are all recorded', async () => {
    const [one, other] = [recordersOn(stores), recordersOn(stores)];
    await noting(one, given('2023-01-01'));
    await noting(other, given('2023-01-01', { residence: 'R2' }));
    await Promise.all([
      noting(one, given('2023-02-01', { note: 5 })),
      noting(other, given('2023-02-01', { author: 'landlord', note: 2 })),
    ]);
    const events = await store.readStream('fragility-note-R1@2023-02-01', { maxCount: 10 });
    expect(NOTE_STREAMS.fold(events)).toMatchObject({ commune: 5, landlord: 2 });
    expect(events.map(({ type }) => type)).toEqual(['FragilityNoted', 'FragilityNoteCorrected']);
  });

  it('a list that two processes establish at the same time is recorded once', async () => {
    const [one, other] = [recordersOn(stores), recordersOn(stores)];
    await noting(one, given('2023-01-01'));
    const establish = async ({ lists }: Recorders) =>
      granted(await lists.establish({ landlord: 'L1', on: day('2023-06-01') }, INSTALLATION_ADMINISTRATOR));
    const outcomes = (await Promise.all([establish(one), establish(other)])).map(({ outcome }) => outcome);
    expect(outcomes.sort()).toEqual(['recorded', 'unchanged']);
  });
});
