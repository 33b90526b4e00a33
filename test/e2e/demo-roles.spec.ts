import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GIVEN_ROLES, INSTALLATION_ADMINISTRATOR } from '#access';
import { recordDemoPeople } from '#accounts';
import { ThisThreadImporter } from '#exchange';
import { beginDemo } from '#imports';
import type { Installation } from '#installation';
import { buildApi } from '#service';
import { rawRequest } from './support/raw-request';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { csvFiles, TERRITORY } from './support/territory';

interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

interface Offered {
  readonly role: string;
  readonly scope: readonly string[];
  readonly label: string;
}

async function recordTerritory(installation: Installation): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-demo-roles-'));
  for (const [name, text] of csvFiles(TERRITORY)) writeFileSync(join(folder, name), text);
  const options = { dryRun: false, isDemo: true, actor: INSTALLATION_ADMINISTRATOR };
  const { faults } = await new ThisThreadImporter(installation).importDirectory(folder, options);
  expect(faults).toEqual([]);
  rmSync(folder, { recursive: true });
  await recordDemoPeople(installation.pipelineStores);
}

async function recordDemo(installation: Installation): Promise<void> {
  await installation.vault();
  await beginDemo(installation.eventStore, 'sqy', INSTALLATION_ADMINISTRATOR);
  await recordTerritory(installation);
}

/** Each refusal has the number of its request, and is otherwise the same. */
function asking(service: StartedApi) {
  const port = Number(new URL(service.url).port);
  return async (method: string, path: string, body?: unknown, sent: Record<string, string> = {}): Promise<Answer> => {
    const { status, headers, text } = await rawRequest(port, method, path, body, sent);
    const whole = text.replace(/,"requestId":"[^"]*"/, '');
    const cookie = String(headers['set-cookie'] ?? '').split(';', 1)[0]!;
    return { status, cookie, text: whole, body: (whole === '' ? {} : JSON.parse(whole)) as Answer['body'] };
  };
}

describe('the demonstration, one click per role', () => {
  let service: StartedApi;
  let ask: ReturnType<typeof asking>;
  const here = () => ({ origin: service.url });
  beforeAll(async () => {
    service = await startedApi({ isDemo: true, prepare: recordDemo });
    ask = asking(service);
  });
  afterAll(() => service.stop());

  const offered = async () => (await ask('GET', '/api/demo')).body['roles'] as readonly Offered[];
  const enter = (role: Pick<Offered, 'role' | 'scope'>, headers: Record<string, string> = {}) =>
    ask('POST', '/api/demo/session', { role: role.role, scope: role.scope }, headers);

  it('offers each role, by its name in French', async () => {
    const roles = await offered();
    expect(roles.map(({ role }) => role).sort()).toEqual([...GIVEN_ROLES].sort());
    expect(roles.slice(0, 4)).toEqual([
      { role: 'agent_epci', scope: [], label: 'Agent de l’intercommunalité' },
      { role: 'bailleur', scope: ['L-A'], label: 'Bailleur Bailleur A' },
      { role: 'commune', scope: ['78297'], label: 'Commune de Guyancourt' },
      { role: 'reservataire', scope: ['ETAT'], label: 'Réservataire État' },
    ]);
  });

  it('lets in under each role, and changes the role by the same route', async () => {
    let before: string | undefined;
    for (const one of await offered()) {
      const answer = await enter(one, before === undefined ? {} : { cookie: before, ...here() });
      expect([answer.status, answer.body['acting']]).toEqual([200, { role: one.role, scope: one.scope }]);
      expect(await ask('GET', '/api/me', undefined, { cookie: answer.cookie })).toMatchObject({
        status: 200,
        body: { acting: { role: one.role }, name: `${one.label} (démonstration)`, secondFactorDue: false },
      });
      if (before !== undefined)
        expect((await ask('GET', '/api/me', undefined, { cookie: before })).body['code']).toBe('session-ended');
      before = answer.cookie;
    }
  });

  it('offers no other role and no other scope', async () => {
    expect((await enter({ role: 'bailleur', scope: ['L-B'] })).body['code']).toBe('role-not-held');
    expect((await enter({ role: 'bailleur', scope: [] })).body['code']).toBe('role-not-held');
    expect((await enter({ role: 'elu', scope: ['L-A'] })).body['code']).toBe('role-not-held');
    expect((await enter({ role: 'system', scope: [] })).status).toBe(400);
  });

  it('asks fictitious people for no proof, and lets them make no secret of their own', async () => {
    const { cookie } = await enter({ role: 'administrateur', scope: [] });
    const write = (path: string, body: object) => ask('POST', path, body, { cookie, ...here() });
    expect((await write('/api/tokens', { role: 'elu' })).status).toBe(201);
    const password = 'quatre girafes au violon';
    expect((await write('/api/me/password', { new: password })).body['code']).toBe('password-needed');
    expect((await write('/api/me/totp', { password })).body['code']).toBe('wrong-proof');
  });

  it.each<[string, Record<string, string>]>([
    ['under another name', { host: 'attack.example.com' }],
    ['from a page of another site', { origin: 'https://example.com' }],
    ['from a frame without an origin', { origin: 'null' }],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['from a link on another site', { 'sec-fetch-site': 'cross-site' }],
    ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['through a proxy that says so in one word', { via: '1.1 proxy' }],
  ])('%s, is an address where nothing answers', async (_, headers) => {
    const nothing = await ask('GET', '/api/nowhere', undefined, headers);
    expect(nothing.status).toBe(404);
    for (const path of ['/api/demo', '/api/%64emo', '/api/demo/session', '/api/demo/x'])
      for (const [method, body] of [['GET'], ['POST', { role: 'elu', scope: [] }], ['DELETE']] as const)
        expect([path, method, await ask(method, path, body, headers)]).toEqual([path, method, nothing]);
  });

  it('is written in the document of the demonstration', async () => {
    const { cookie } = await enter({ role: 'auditeur', scope: [] });
    const { body } = await ask('GET', '/api/docs-json', undefined, { cookie });
    expect(Object.keys(body['paths'] as object)).toEqual(expect.arrayContaining(['/api/demo', '/api/demo/session']));
  });

  describe('elsewhere', () => {
    const local = { host: '127.0.0.1:3000' };
    let elsewhere: NestFastifyApplication;
    beforeAll(async () => {
      elsewhere = await buildApi(service.installation, { token: TOKEN });
    });
    afterAll(() => elsewhere.close());

    it('does not exist, on the same history in another process', async () => {
      for (const [method, url] of [
        ['GET', '/api/demo'],
        ['POST', '/api/demo/session'],
      ] as const) {
        const answer = await elsewhere.inject({ method, url, headers: local, remoteAddress: '127.0.0.1' });
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'unknown-route']);
      }
      const headers = { ...local, authorization: `Bearer ${TOKEN}` };
      const document = await elsewhere.inject({ url: '/api/docs-json', headers });
      expect(document.body).not.toContain('/api/demo');
    });

    it('a cookie of the demonstration opens nothing', async () => {
      const { cookie } = await enter({ role: 'auditeur', scope: [] });
      const read = (headers: Record<string, string>) =>
        elsewhere.inject({ url: '/api/indicators', headers: { ...local, ...headers }, remoteAddress: '127.0.0.1' });
      expect((await read({ cookie })).json()).toMatchObject({ status: 401, code: 'session-ended' });
      const far = await ask('GET', '/api/indicators', undefined, { cookie, 'x-forwarded-for': '192.0.2.7' });
      expect([far.status, far.body['code']]).toEqual([401, 'session-ended']);
      expect((await ask('GET', '/api/indicators', undefined, { cookie })).status).toBe(200);
    });

    it('a process of the demonstration on another history offers nothing', async () => {
      const other = await startedApi({ isDemo: true, prepare: recordTerritory });
      expect((await asking(other)('GET', '/api/demo')).body['code']).toBe('unknown-route');
      expect((await asking(other)('POST', '/api/demo/session', { role: 'elu', scope: [] })).status).toBe(404);
      await other.stop();
    });
  });
});
