import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConventionFile, conventionText } from '#convention/testing';
import { readPdf } from '#documents/testing';
import { openedSitting } from '../e2e/support/sittings';
import { startedApi, type StartedApi } from '../e2e/support/started-api';
import { leases, OPERATIONS, rehousing, TERRITORY, type Row } from '../e2e/support/territory';
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

interface Objective {
  readonly numerator: number;
  readonly denominator: number;
  readonly list: { readonly numerator: string; readonly denominator: string };
}

/** The results of the first combination of stores. All other combinations must give the same results. */
const seen: Partial<
  Record<'first' | 'corrected' | 'rehousing' | 'halfYear' | 'flow' | 'history' | 'convention', unknown>
> = {};

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

    it('records nothing when the same files are imported again', async () => {
      const head = await service.installation.eventStore.head();
      expect(await send({ ...TERRITORY, 'attributions.csv': leases(1, 60) })).toBe(0);
      expect(await service.installation.eventStore.head()).toEqual(head);
    });

    it('imports a correction and new leases, and still reports the figures as they were before', async () => {
      const corrected = leases(1, 1).map((row): Row => ({ ...row, quartile: '4', code_reservataire: 'VILLE' }));
      expect(await send({ 'attributions.csv': [...corrected, ...leases(61, 90)] })).toBe(31);
      seen.corrected ??= await figures();
      expect(await figures()).toEqual(seen.corrected);
      expect(await figures()).not.toEqual(seen.first);
      expect(await figures(`&as-of=${before}`)).toEqual(seen.first);
    });

    it('revises quartiles when bounds are imported later', async () => {
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

    it('records leases sent one by one, several at the same time, and shows them', async () => {
      const rows = leases(400, 409).map((row): Row => ({ ...row, numero_unique: '078000000000000400' }));
      const answered = await Promise.all(
        rows.map(async (row, index) => {
          const answer = await service.get('/api/allocations?wait=true', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': `cle-${index}` },
            body: JSON.stringify(row),
          });
          return { status: answer.status, ...((await answer.json()) as { position: string; shown: boolean }) };
        }),
      );
      expect(answered.map(({ status, shown }) => [status, shown])).toEqual(rows.map(() => [201, true]));
      const last = answered
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

    /** The part of an answer that is the same in every installation. */
    const asked = async (path: string): Promise<Record<string, unknown>> => {
      const answer = await service.get(path);
      expect(answer.status).toBe(200);
      const { asOf, position, ...report } = (await answer.json()) as Record<string, unknown>;
      expect([asOf, position]).toEqual([expect.any(String), expect.any(String)]);
      return report;
    };

    it('reports the rehousings, and those at an earlier instant', async () => {
      expect(await send(OPERATIONS)).toBe(2 + 5);
      expect(await send(OPERATIONS)).toBe(0);
      const answered = await asked('/api/rehousing');
      expect(answered).toMatchObject({ total: { planned: 8, completed: 3, temporary: 1 } });
      expect(answered['incompleteImport']).toBeUndefined();
      const { recordedAt } = (await service.installation.eventStore.head())!;
      expect(await send({ 'relogements.csv': [rehousing(5, { date_relogement: '2024-02-29' })] })).toBe(1);
      expect(await asked('/api/rehousing')).toMatchObject({ total: { completed: 4 } });
      expect(await asked(`/api/rehousing?as-of=${recordedAt}`)).toEqual(answered);
      seen.rehousing ??= answered;
      expect(answered).toEqual(seen.rehousing);
    });

    it('reports the half-years to the prefect', async () => {
      const answered = await asked('/api/prefect?semester=2023-S1');
      expect(answered['incompleteImport']).toBeUndefined();
      expect(answered['landlords']).toMatchObject([{ id: 'L-A' }, { id: 'L-B' }]);
      seen.halfYear ??= answered;
      expect(answered).toEqual(seen.halfYear);
    });

    it('reports the flow of reservations, with shares, orientations and leases', async () => {
      const share = { annee: '2023', code_bailleur: 'L-A', code_reservataire: 'VILLE', part: '20', exclus: '0' };
      expect(await send({ 'flux.csv': [share] })).toBe(1);
      const flow = async (year: string) => {
        const answer = await service.get(`/api/flow?year=${year}`);
        expect(answer.status).toBe(200);
        const { landlords, total } = (await answer.json()) as { landlords: object[]; total: { allocated: number } };
        return { landlords, total };
      };
      const { landlords, total } = await flow('2023');
      seen.flow ??= { landlords, total };
      expect({ landlords, total }).toEqual(seen.flow);
      expect(total.allocated).toBeGreaterThan(0);
      expect(JSON.stringify(landlords)).toContain('"share":0.2');
    });

    it('shows the history of a household with its rehousing, after it has recorded the reading', async () => {
      const { eventStore } = service.installation;
      const readings = () => eventStore.readAll({ types: ['NamedListRead'], maxCount: 100 });
      const answer = await service.post('/api/audit/history', { household: '078000000000000005' });
      expect(answer.status).toBe(200);
      const { names, entries } = (await answer.json()) as { names: string; entries: { act: string; text: string }[] };
      expect(names).toBe('shown');
      const answered = entries.map(({ act, text }) => [act, text.includes('numéro unique : 078000000000000005')]);
      expect(answered).toEqual([
        ['Bail signé', true],
        ['Ménage à reloger inscrit', true],
        ['Ménage relogé', false],
      ]);
      expect(await readings()).toMatchObject([{ data: { list: 'audit-history', count: 3 } }]);
      const again = await Promise.all(
        [1, 2, 3].map((n) => service.post('/api/audit/history', { household: '07800000000000000' + n })),
      );
      expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await readings()).toHaveLength(4);
    });

    it('gives the papers of a sitting, and a letter as the territory words it', async () => {
      const text = 'Chez nous : {motif}.';
      const worded = { code: 'non_attribution', date_effet: '2023-01-01', objet: 'Votre dossier', texte: text };
      expect(await send({ 'courriers.csv': [worded] })).toBe(1);
      const run = async (path: string, body: object) => {
        const answer = await service.post(`/api/vacancies${path}`, body);
        expect([path, answer.status]).toEqual([path, 201]);
        return (await answer.json()) as { readonly vacancy: string; readonly candidate: string };
      };
      const dwelling = { reference_logement: 'LOGT-PAPIERS', code_residence: 'R1' };
      const { vacancy } = await run('', { ...dwelling, date_liberation: '2023-06-01', motif_liberation: 'depart' });
      await run(`/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
      const { candidate } = await run(`/${vacancy}/candidates`, {
        type_demande: 'premier_acces',
        numero_unique: '078000000000008888',
        personnes_14_ans_et_plus: '1',
        enfants_moins_14_ans: '0',
        dalo: 'N',
      });
      const sitting = await openedSitting(service, 'L-A', '2023-06-15');
      const papers = async (paper: string) =>
        ((await asked(`/api/commissions/${sitting}/${paper}`))['vacancies'] as readonly { vacancy: string }[]).map(
          (one) => one.vacancy,
        );
      expect([await papers('agenda'), await papers('minutes')]).toEqual([[vacancy], []]);
      const decisions = [{ candidate, decision: 'non_attribution', motif: 'equilibre' }];
      const alone = { exception: 'insuffisance', attestation: 'O' };
      await run(`/${vacancy}/commission`, { date_caleol: '2023-06-15', seance: sitting, ...alone, decisions });
      expect([await papers('agenda'), await papers('minutes')]).toEqual([[vacancy], [vacancy]]);
      const letter = await service.get(`/api/vacancies/${vacancy}/candidates/${candidate}/notice`);
      expect(letter.status).toBe(200);
      const { pages } = readPdf(new Uint8Array(await letter.arrayBuffer()));
      expect(pages.join(' ')).toContain('Chez nous : la commission a tenu compte');
    });

    const verified = async () => {
      const answer = await service.post('/api/audit/verify', {});
      expect(answer.status).toBe(200);
      return (await answer.json()) as { events: number; unchained: number; broken: object | null };
    };

    it('verifies its history', async () => {
      const { events: walked, unchained, broken } = await verified();
      expect(broken).toBeNull();
      const recorded = await service.installation.eventStore.readAll({ maxCount: 10_000 });
      expect(walked + unchained).toBe(recorded.length);
      if (events === 'embedded') expect(unchained).toBe(0);
    });

    it('lists the leases behind a figure, page by page', async () => {
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

    it('imports a convention once, judges the objectives, lists the leases behind each objective, and reports notes', async () => {
      const file = new Map([['convention.json', conventionText(aConventionFile())]]);
      expect(await send(file)).toBe(1);
      expect(await send(file)).toBe(0);
      const compliance = (await (await service.get(`/api/compliance?${YEAR}&scope=epci`)).json()) as Report;
      const judged = compliance.figures.find(({ code }) => code === 'Q1_REHOUSED_OUTSIDE_QPV')!;
      expect(compliance).toMatchObject({ targetsOn: '2023-12-31', targetsChanged: false });
      expect(judged).toMatchObject({ scope: { id: '200058782' }, target: { min: 0.25 } });
      const { objectives } = (await (await service.get(`/api/objectives?${YEAR}`)).json()) as {
        objectives: Objective[];
      };
      expect(objectives).toHaveLength(1);
      for (const part of ['numerator', 'denominator'] as const) {
        expect(objectives[0]![part]).toBe(judged[part]);
        const list = await service.get(`/api/allocations?${objectives[0]!.list[part]}`);
        expect(((await list.json()) as { total: number }).total).toBe(judged[part]);
      }
      const { residences } = (await (await service.get('/api/fragility')).json()) as { residences: unknown[] };
      seen.convention ??= [objectives, residences];
      expect([objectives, residences]).toEqual(seen.convention);
      expect(residences.length).toBeGreaterThan(0);
    });
  });
});
