import { NO_UPCASTERS, ChainWriter, openEventStoreDb, verifyEventStoreDbChain } from '#event-store';
import { systemClock } from '#kernel';
import { connectMongo } from '#mongodb';
import { onServers, type ServersSetting } from '../chaos/support/setting';
import { formOf } from '../e2e/support/started-api';
import { mixite, temporaryFolders } from '../e2e/support/mixite';
import { csvFiles, leases, TERRITORY, type Files } from '../e2e/support/territory';
import { describeOnWireServers } from '../support/mongodb';

const YEAR = 'from=2023-01-01&to=2024-12-31';
const folders = temporaryFolders();
afterAll(() => folders.removeAll());

describeOnWireServers('services and workers in processes of their own', () => {
  let setting: ServersSetting;
  beforeAll(async () => (setting = await onServers()), 120_000);
  afterAll(() => setting.stop());

  const send = async (files: Files, service = 0): Promise<number> =>
    (await fetch(`${setting.urls[service]}/api/imports`, { method: 'POST', body: formOf(files) })).status;
  const counted = async (service: number): Promise<number> => {
    const answer = await fetch(`${setting.urls[service]}/api/compliance?${YEAR}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { figures: { numerator: number }[] }).figures[0]!.numerator;
  };
  /** The present holders of the leases, by piece of work. */
  const holders = async (): Promise<ReadonlyMap<string, string>> => {
    const { database, close } = await connectMongo({ url: setting.place.mongoUrl! });
    const held = await database
      .collection<{ _id: string; holder: string; until: Date }>('leases')
      .find({ until: { $gt: new Date() } })
      .toArray();
    await close();
    return new Map(held.map(({ _id, holder }) => [_id, holder]));
  };

  it('show at one service what was recorded through the other', async () => {
    expect(await send({ ...TERRITORY, 'attributions.csv': leases(1, 20) })).toBe(200);
    expect(await counted(1)).toBe(await counted(0));
    const [lease] = leases(21, 21);
    const fields = Object.fromEntries(Object.entries(lease!).filter(([, value]) => value !== ''));
    const answer = await fetch(`${setting.urls[1]}/api/allocations?wait=true`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    expect(answer.status).toBe(201);
    const { position, ...answered } = (await answer.json()) as { position: string; outcome: string; shown: boolean };
    expect(answered).toMatchObject({ outcome: 'signed', shown: true });
    const list = await fetch(`${setting.urls[0]}/api/allocations?wait=${position}`);
    expect(((await list.json()) as { total: number }).total).toBe(21);
  });

  it('run each projection, and the chain writer, in one process only', async () => {
    const held = await holders();
    expect([...held.keys()].sort()).toEqual(expect.arrayContaining(['chain', 'projection:compliance']));
  });

  it('continue with another worker when one dies', async () => {
    const before = (await holders()).get('projection:compliance');
    for (const worker of setting.workers) {
      await worker.kill();
      if (before !== (await holders()).get('projection:compliance')) break;
      await send({ 'attributions.csv': leases(22, 23) });
      await counted(0);
      await worker.start();
    }
    expect(await counted(0)).toBe(await counted(1));
    for (const worker of setting.workers) if (!worker.isUp) await worker.start();
  }, 180_000);

  it('chain every event without a fault', async () => {
    const store = await openEventStoreDb({
      url: setting.place.eventStoreUrl!,
      clock: systemClock,
      upcasters: NO_UPCASTERS,
    });
    await new ChainWriter(store).extendOnce();
    const verdict = await verifyEventStoreDbChain(store);
    await store.close();
    expect(verdict).toMatchObject({ broken: null, unchained: 0 });
    expect(verdict.events).toBeGreaterThan(30);
  });

  it('can be used by the command line like a folder', async () => {
    const { eventStoreUrl, mongoUrl, masterKeyFile } = setting.place;
    const env = { EVENTSTORE_URL: eventStoreUrl, MONGODB_URL: mongoUrl, MIXITE_MASTER_KEY_FILE: masterKeyFile };
    const data = folders.make();
    const files = folders.of(csvFiles({ 'attributions.csv': leases(40, 49) }));
    const imported = await mixite(['import', files, '--data', data], { env });
    expect([imported.code, imported.code === 0 ? '' : imported.stderr]).toEqual([0, '']);
    const words = ['report', 'compliance', '--from', '2023-01-01', '--to', '2024-12-31', '--format', 'json'];
    const reported = await mixite([...words, '--data', data], { env });
    expect(reported.code).toBe(0);
    const { figures } = JSON.parse(reported.stdout) as { figures: { numerator: number }[] };
    expect(figures[0]!.numerator).toBe(await counted(0));
    const audited = await mixite(['audit', 'history', '--household', '078000000000000040', '--data', data], { env });
    expect([audited.code, audited.stdout]).toEqual([0, expect.stringContaining('Bail signé')]);
    const verified = await mixite(['audit', 'verify', '--format', 'json', '--data', data], { env });
    expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, expect.objectContaining({ broken: null })]);
    const rebuilt = await mixite(['projections', 'rebuild', 'compliance', '--data', data], { env });
    expect([rebuilt.code, rebuilt.stderr]).toEqual([0, expect.stringContaining('reconstruite')]);
    await send({ 'attributions.csv': leases(50, 51) });
    expect(await counted(1)).toBeGreaterThan(figures[0]!.numerator);
  }, 120_000);

  it('report in one sentence, without the password, that a server does not answer', async () => {
    const env = { MONGODB_URL: 'mongodb://name:secret@127.0.0.1:9/mixite?serverSelectionTimeoutMS=300' };
    // The events are in the folder: a folder without a store is refused first.
    const store = folders.make();
    await mixite(['import', folders.make(), '--data', store]);
    const words = ['report', 'compliance', '--from', '2023-01-01', '--to', '2023-12-31', '--data', store];
    const { code, stderr } = await mixite(words, { env });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^MongoDB ne répond pas/);
    expect(stderr).not.toContain('secret');
  });
});
