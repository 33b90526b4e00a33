import { once } from 'node:events';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection, ComplianceReports, type ComplianceReport, type ReportScope } from '#compliance';
import { NO_UPCASTERS, openEventStoreDb, verifyEventStoreDbChain } from '#event-store';
import { seededNumbers } from '#event-store/testing';
import { day, isRefusal, systemClock, type Instant } from '#kernel';
import { ProcessingEngine } from '#processing';
import { temporaryReadStore } from '#read-store/testing';
import { WireServer } from '../wire/eventstoredb/server';
import { mixite, start, temporaryFolders } from './support/mixite';
import { csv, csvFiles, leases, TERRITORY } from './support/territory';

const KILLS = process.env['MIXITE_LONG_TESTS'] ? 40 : 4;
const SCOPES: readonly ReportScope[] = ['residence', 'reservataire'];
const folders = temporaryFolders();
afterAll(() => folders.removeAll());

describe('mixite history, from a folder to EventStoreDB and back', () => {
  const here = folders.make();
  const file = join(folders.make(), 'historique.jsonl');
  const keys = join(folders.make(), 'cles.jsonl');
  let server: WireServer;
  let before: Instant;

  const run = async (words: readonly string[], onServer = false): Promise<string> => {
    const { code, stdout, stderr } = await mixite(words, { env: onServer ? { EVENTSTORE_URL: server.url } : {} });
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    return stdout;
  };
  const report = async (data: string, scope: ReportScope, asOf?: Instant): Promise<ComplianceReport> => {
    const when = asOf ? ['--as-of', asOf] : [];
    const period = ['--from', '2023-01-01', '--to', '2024-12-31', '--scope', scope];
    return JSON.parse(
      await run(['report', 'compliance', ...period, ...when, '--format', 'json', '--data', data]),
    ) as ComplianceReport;
  };

  beforeAll(async () => {
    server = await WireServer.start();
    const first = folders.of(csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 120) }));
    await run(['import', first, '--data', here]);
    before = (await report(here, 'epci')).asOf!;
    await wait(5);
    const corrected = leases(1, 120).map((row, index) => (index % 3 === 0 ? { ...row, quartile: '1' } : row));
    const second = csv([...corrected, ...leases(121, 180)]);
    await run(['import', folders.of(new Map([['attributions.csv', second]])), '--data', here]);
    await run(['history', 'export', file, '--keys', keys, '--data', here]);
  });
  afterAll(() => server.stop());

  it(`arrives although the import is killed ${KILLS} times`, async () => {
    const next = seededNumbers(8);
    const words = ['history', 'import', file, '--data', folders.make()];
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = start(words, { env: { EVENTSTORE_URL: server.url } });
      const closed = once(child, 'close');
      const stored = server.log.records.length;
      const more = 20 + Math.floor(next() * 40);
      while (child.exitCode === null && server.log.records.length < stored + more) await wait(1);
      killed += child.exitCode === null ? 1 : 0;
      child.kill('SIGKILL');
      await closed;
    }
    expect(killed).toBeGreaterThan(0);
    expect(await run(words, true)).toContain('vérifié à l’arrivée');
    const store = await openEventStoreDb({ url: server.url, clock: systemClock, upcasters: NO_UPCASTERS });
    const { closing } = JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)!) as {
      closing: { events: number; digest: string };
    };
    const { events, digest } = closing;
    expect(await verifyEventStoreDbChain(store)).toMatchObject({ events, digest, broken: null, unchained: 0 });
    await store.close();
  });

  it('gives the same figures there, also as of before', async () => {
    const eventStore = await openEventStoreDb({ url: server.url, clock: systemClock, upcasters: NO_UPCASTERS });
    const { store: readStore, destroy } = temporaryReadStore();
    const engine = new ProcessingEngine({
      eventStore,
      readStore,
      projections: [complianceProjection],
      clock: systemClock,
    });
    await engine.catchUpAll();
    const reports = new ComplianceReports({ events: eventStore, readStore });
    for (const scope of SCOPES)
      for (const asOf of [undefined, before]) {
        const query = { from: day('2023-01-01'), to: day('2024-12-31'), scope, ...(asOf && { asOf }) };
        const there = await reports.report(query, INSTALLATION_ADMINISTRATOR);
        if (isRefusal(there)) throw new Error(there.code);
        const { position: _here, ...expected } = await report(here, scope, asOf);
        const { position: _there, ...found } = JSON.parse(JSON.stringify(there)) as ComplianceReport;
        expect(found).toEqual(expected);
      }
    await engine.stop();
    await destroy();
    await eventStore.close();
  });

  it('comes back unchanged: the same lines and figures, and no name on the server', async () => {
    const back = join(folders.make(), 'retour.jsonl');
    await run(['history', 'export', back, '--data', folders.make()], true);
    const lines = (of: string) => readFileSync(of, 'utf8').trimEnd().split('\n');
    const withoutPosition = (line: string) => line.replace(/"position":"\d*",/, '');
    expect(lines(back).slice(1).map(withoutPosition)).toEqual(lines(file).slice(1).map(withoutPosition));
    const target = folders.make();
    copyFileSync(join(here, 'master.key'), join(target, 'master.key'));
    await run(['history', 'import', back, '--keys', keys, '--data', target]);
    for (const scope of SCOPES)
      for (const asOf of [undefined, before])
        expect(await report(target, scope, asOf)).toEqual(await report(here, scope, asOf));
    expect(await run(['import', folders.of(csvFiles(TERRITORY)), '--data', target])).not.toMatch(/défaut/);
    const logged = Buffer.concat(server.log.records.flatMap(({ data, metadata }) => [data, metadata])).toString('utf8');
    for (const { numero_unique, numero_attribution, reference_logement } of leases(1, 180))
      for (const secret of [numero_unique!, numero_attribution!, reference_logement!]) {
        expect(logged).not.toContain(secret);
        expect(readFileSync(back, 'utf8')).not.toContain(secret);
      }
  });
});
