import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { pipelineContract } from '#deciding/testing';
import { NO_UPCASTERS, openEventStoreDb, type EventStoreDb } from '#event-store';
import { importDirectory } from '#exchange';
import { LeaseRows, type LeaseReport } from '#exchange/module';
import { isRefusal, systemClock } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { csvFiles, leases, TERRITORY as RESIDENCES, type Files } from '../e2e/support/territory';
import { WireServer } from '../wire/eventstoredb/server';

const TERRITORY: Files = { ...RESIDENCES, 'seuils.csv': [{ annee: '2023', q1: '11000', q2: '17000', q3: '25000' }] };
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
  const callsOf = async (work: () => Promise<unknown>) => {
    const { appends, reads } = server.faults.calls;
    await work();
    return { appends: server.faults.calls.appends - appends, reads: server.faults.calls.reads - reads };
  };

  it('a new lease makes one append', async () => {
    expect(await callsOf(() => record(leases(2, 2)[0]!))).toEqual({ appends: 1, reads: 0 });
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
