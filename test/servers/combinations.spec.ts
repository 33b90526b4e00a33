import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startedApi, type StartedApi } from '../e2e/support/started-api';
import { leases, TERRITORY, type Row } from '../e2e/support/territory';
import { describeOnMongo } from '../support/mongodb';
import { WireServer } from '../wire/eventstoredb/server';

const YEAR = 'from=2023-01-01&to=2023-12-31';

interface Report {
  readonly asOf: string;
  readonly position: string;
  readonly incompleteImport?: object;
  readonly figures: readonly {
    readonly code: string;
    readonly scope: object;
    readonly numerator: number;
    readonly denominator: number;
  }[];
}

interface ImportAnswer {
  readonly files: readonly {
    readonly file: string;
    readonly events: number;
    readonly derived: number;
    readonly unchanged: number;
  }[];
}

/** What a year of an office gives, whatever the stores: kept from the first combination, expected of the others. */
const seen: { first?: readonly unknown[]; corrected?: readonly unknown[] } = {};

describeOnMongo('the stores, each embedded or on a server', (mongo) => {
  const combinations = [
    { events: 'embedded', models: 'embedded' },
    { events: 'embedded', models: 'on a server' },
    { events: 'on a server', models: 'embedded' },
    { events: 'on a server', models: 'on a server' },
  ] as const;

  describe.each(combinations)('events $events, read models $models', ({ events, models }) => {
    let eventServer: WireServer | undefined;
    let secrets: string;
    let service: StartedApi;
    let database: ReturnType<typeof mongo.database> | undefined;

    beforeAll(async () => {
      secrets = mkdtempSync(join(tmpdir(), 'mixite-secrets-'));
      const masterKeyFile = join(secrets, 'master.key');
      writeFileSync(masterKeyFile, `${'0f'.repeat(32)}\n`, { mode: 0o600 });
      if (events === 'on a server') eventServer = await WireServer.start();
      if (models === 'on a server') database = mongo.database();
      service = await startedApi({
        servers: {
          masterKeyFile,
          ...(eventServer && { eventStoreUrl: eventServer.url }),
          ...(database && { mongoUrl: mongo.urlOf(database) }),
        },
      });
    });
    afterAll(async () => {
      await service.stop();
      await eventServer?.stop();
      await database?.dropDatabase();
      rmSync(secrets, { recursive: true });
    });

    const report = async (words = ''): Promise<Report> => {
      const answer = await service.get(`/api/compliance?${YEAR}&scope=commune${words}`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as Report;
    };
    const figures = async (words = ''): Promise<readonly unknown[]> =>
      (await report(words)).figures.map(({ code, scope, numerator, denominator }) => [
        code,
        scope,
        numerator,
        denominator,
      ]);
    const send = async (files: Parameters<StartedApi['send']>[0]): Promise<number> => {
      const answer = await service.send(files);
      expect(answer.status).toBe(200);
      return ((await answer.json()) as ImportAnswer).files.reduce((sum, one) => sum + one.events + one.derived, 0);
    };
    let before: string;

    it('imports an office’s files, and counts them', async () => {
      const rows = leases(1, 60);
      expect(await send({ ...TERRITORY, 'attributions.csv': rows })).toBeGreaterThan(rows.length);
      const given = await report();
      expect(given.incompleteImport).toBeUndefined();
      before = given.asOf;
      seen.first ??= await figures();
      expect(await figures()).toEqual(seen.first);
      expect(given.figures[0]!.numerator).toBeGreaterThan(0);
    });

    it('adds nothing when the same files come again', async () => {
      const head = await service.installation.eventStore.head();
      expect(await send({ ...TERRITORY, 'attributions.csv': leases(1, 60) })).toBe(0);
      expect(await service.installation.eventStore.head()).toEqual(head);
    });

    it('takes a correction and new leases, and still tells what was known before', async () => {
      const corrected = leases(1, 1).map((row): Row => ({ ...row, quartile: '4', code_reservataire: 'VILLE' }));
      expect(await send({ 'attributions.csv': [...corrected, ...leases(61, 90)] })).toBe(31);
      seen.corrected ??= await figures();
      expect(await figures()).toEqual(seen.corrected);
      expect(await figures()).not.toEqual(seen.first);
      expect(await figures(`&as-of=${before}`)).toEqual(seen.first);
    });

    it('revises quartiles when bounds come late', async () => {
      const rows = leases(200, 219).map((row): Row => ({ ...row, quartile: '', ressources_annuelles: '9000' }));
      await send({ 'attributions.csv': rows });
      const unknown = ((await report()) as unknown as { unknownQuartile: number }).unknownQuartile;
      const bounds = [
        { annee: '2023', q1: '10000', q2: '15000', q3: '20000' },
        { annee: '2024', q1: '10000', q2: '15000', q3: '20000' },
      ];
      expect(await send({ 'seuils.csv': bounds })).toBe(2 + rows.length);
      expect(((await report()) as unknown as { unknownQuartile: number }).unknownQuartile).toBeLessThan(unknown);
    });

    it('records leases told one by one, some at once, and shows them', async () => {
      const rows = leases(400, 409).map((row): Row => ({ ...row, numero_unique: '078000000000000400' }));
      const told = await Promise.all(
        rows.map(async (row, index) => {
          const answer = await service.get('/api/allocations?wait=true', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': `cle-${index}` },
            body: JSON.stringify(row),
          });
          return { status: answer.status, ...((await answer.json()) as { position: string; shown: boolean }) };
        }),
      );
      expect(told.map(({ status, shown }) => [status, shown])).toEqual(rows.map(() => [201, true]));
      const last = told
        .map(({ position }) => position)
        .sort()
        .at(-1)!;
      expect((await report(`&wait=${last}`)).position >= last).toBe(true);
      expect(await send({ 'attributions.csv': rows })).toBe(0);
      const reused = await service.get('/api/allocations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'cle-0' },
        body: JSON.stringify(rows[1]),
      });
      expect([reused.status, (await reused.json()) as object]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
    });

    it('rebuilds its read models beside the live ones, with the same figures', async () => {
      const now = await figures();
      const answer = await service.get('/api/projections/compliance/rebuild', { method: 'POST' });
      expect(answer.status).toBe(200);
      expect(await figures()).toEqual(now);
      expect(await figures(`&as-of=${before}`)).toEqual(seen.first);
      await send({ 'attributions.csv': leases(300, 301) });
      expect(await figures()).not.toEqual(now);
    });

    it('lists the leases behind a figure, a page at a time', async () => {
      const { figures: given } = (await (await service.get(`/api/compliance?${YEAR}`)).json()) as Report;
      let found = 0;
      let next: string | null = '';
      while (next !== null) {
        const answer = await service.get(
          `/api/allocations?from=2023-01-01&to=2023-12-31&annulee=N&limit=7${next && `&cursor=${encodeURIComponent(next)}`}`,
        );
        expect(answer.status).toBe(200);
        const page = (await answer.json()) as { allocations: unknown[]; next: string | null };
        found += page.allocations.length;
        next = page.next;
      }
      expect(found).toBe(given[0]!.numerator);
    });
  });
});
