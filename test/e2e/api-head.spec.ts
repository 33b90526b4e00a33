import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThisThreadVerifier } from '#audit';
import { START, type Position } from '#event-store';
import { ThisThreadImporter } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { PROJECTIONS, UPCASTERS } from '#product';
import { buildApi } from '#service';
import { TestClock } from '#territory/testing';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface Head {
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly ordinal: number | null;
  readonly newer: number | null;
  readonly firstSigned: string | null;
  readonly lastSigned: string | null;
  readonly version: string;
}

describe('GET /api/head', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
  });
  afterAll(() => service.stop());
  const head = async (query = '') => (await (await service.get(`/api/head${query}`)).json()) as Head;

  it('is empty before the first event', async () => {
    expect(await head()).toEqual({
      ...{ position: null, recordedAt: null, ordinal: 0, newer: null, firstSigned: null, lastSigned: null },
      version: '0.1.0',
    });
  });

  it('tells the last event, its rank, and the first and last days of the leases that count', async () => {
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 40) });
    const { position, recordedAt } = (await service.installation.eventStore.head())!;
    const counted = leases(1, 40).filter(({ annulee }) => annulee === 'N');
    const days = counted.map(({ date_bail }) => date_bail!).sort();
    // The days follow once the projection has read the leases.
    await service.get('/api/compliance?from=2023-01-01&to=2024-12-31');
    expect(await head()).toEqual({
      ...{ position, recordedAt, ordinal: Number(position), newer: null, version: '0.1.0' },
      ...{ firstSigned: days[0], lastSigned: days.at(-1) },
    });
  });

  it('counts what was recorded since an earlier answer', async () => {
    const { position } = await head();
    expect((await head(`?since=${position}`)).newer).toBe(0);
    await service.send({
      'communes.csv': [
        { code_insee: '78165', nom: 'Les Clayes-sous-Bois' },
        { code_insee: '78383', nom: 'Maurepas' },
      ],
    });
    const { eventStore } = service.installation;
    const events = await eventStore.readAll({ from: position as Position, maxCount: 100 });
    expect((await head(`?since=${position}`)).newer).toBe(events.length);
    expect(events.length).toBeGreaterThan(1);
  });

  it.each([
    ['a position that is not reached yet', '99999999999999999999', 400, 'unknown-position'],
    ['a text that is no position', 'x', 400, 'unknown-position'],
    ['a text of another form', '-', 400, 'unknown-position'],
    ['nothing', '', 400, 'invalid-request'],
  ])('refuses to count since %s', async (_, since, status, code) => {
    const answer = await service.get(`/api/head?since=${since}`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it('answers 304 while nothing is recorded', async () => {
    await service.get('/api/compliance?from=2023-01-01&to=2024-12-31');
    const tag = (await service.get('/api/head')).headers.get('etag')!;
    const ask = () => service.get('/api/head', { headers: { 'if-none-match': tag } });
    expect((await ask()).status).toBe(304);
    await service.send({ 'communes.csv': [{ code_insee: '78490', nom: 'Plaisir' }] });
    expect((await ask()).status).toBe(200);
  });

  it('gives an answer no tag while the days are late, so that they are asked for again', async () => {
    const { eventStore } = service.installation;
    const lacking = await eventStore.readAll({ from: START, maxCount: 1 });
    const events = jest.spyOn(eventStore, 'readAll').mockResolvedValueOnce(lacking);
    const answer = await service.get('/api/head');
    events.mockRestore();
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
      200,
      null,
      'no-store',
    ]);
  });
});

describe('a session', () => {
  const clock = new TestClock();
  const [email, password] = ['ada@example.org', 'quatre girafes au violon'];
  let folder: string;
  let installation: Installation;
  let app: Awaited<ReturnType<typeof buildApi>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-head-'));
    installation = await openInstallation({
      ...{ place: { folder }, mode: 'writer', upcasters: UPCASTERS, projections: PROJECTIONS },
      clock,
    });
    app = await buildApi(installation, {
      token: TOKEN,
      importer: new ThisThreadImporter(installation),
      verifier: new ThisThreadVerifier(installation),
    });
    const { link } = (await post(
      '/api/invitations',
      { email, name: 'Ada Diallo', role: 'agent_epci' },
      {
        authorization: `Bearer ${TOKEN}`,
      },
    ).then((answer) => answer.json())) as { link: string };
    const accepted = await post('/api/invitations/acceptance', {
      code: link.split('#')[1],
      name: 'Ada Diallo',
      password,
    });
    expect(accepted.statusCode).toBe(201);
  });
  afterAll(async () => {
    await app.close();
    await installation.close();
    rmSync(folder, { recursive: true });
  });

  const local = { host: 'localhost:3000' };
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, payload, headers: { ...local, ...headers } });
  const enter = async (): Promise<string> => {
    const answer = await post('/api/session', { email, password });
    expect(answer.statusCode).toBe(200);
    return String(answer.headers['set-cookie']).split(';', 1)[0]!;
  };
  const get = async (url: string, cookie: string) =>
    (await app.inject({ url, headers: { ...local, cookie } })).statusCode;
  const pass = (minutes: number) => clock.set(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString());
  const setCommission = (query: string, cookie: string) =>
    app.inject({
      ...{ method: 'PUT' as const, url: `/api/qpv-commissions/78621${query}` },
      payload: { date_debut: '2990-01-01', demande_du_maire: '2023-01-01' },
      headers: { ...local, cookie, origin: 'http://localhost:3000' },
    });

  it('ends although an open page goes on asking how far the history is', async () => {
    const cookie = await enter();
    for (let minute = 0; minute < 30; minute += 5) {
      expect([minute, await get('/api/head', cookie)]).toEqual([minute, 200]);
      pass(5);
    }
    expect(await get('/api/head', cookie)).toBe(401);
  });

  it('goes on while the person reads', async () => {
    const cookie = await enter();
    for (let minute = 0; minute < 60; minute += 20) {
      expect([minute, await get('/api/me', cookie)]).toEqual([minute, 200]);
      pass(20);
    }
    expect(await get('/api/head', cookie)).toBe(200);
  });

  it.each([
    ['?dry-run=true', 401],
    ['?dryRun=true', 401],
    ['?dry-run=false', 200],
    ['', 200],
  ])('tried by PUT …%s, and asked again 20 minutes later, answers %s', async (query, status) => {
    const cookie = await enter();
    pass(20);
    expect((await setCommission(query, cookie)).statusCode).not.toBe(401);
    pass(20);
    expect(await get('/api/me', cookie)).toBe(status);
  });
});
