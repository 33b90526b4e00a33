import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThisThreadVerifier } from '#audit';
import { openInstallation, type Installation } from '#installation';
import { Metrics, Telemetry } from '#telemetry';
import { buildApi } from '#service';
import { PROJECTIONS, UPCASTERS } from '#product';
import { TOKEN } from './support/started-api';
import { OPEN as OPEN_TO_ALL, OWN } from './support/expected-rights';

/** The commands about a vacancy, and about one of its candidates. */
const VACANCY_VERBS = [
  'orientation',
  'return',
  'closing',
  'commission',
  'commission/correction',
  'candidates',
  'lease',
  'lease/correction',
  'lease/cancellation',
] as const;
const CANDIDATE_VERBS = [
  'facts',
  'opinion',
  'withdrawal',
  'endorsement',
  'deferral',
  'condition',
  'notice',
  'offer',
  'offer/correction',
  'acceptance',
  'refusal',
] as const;
const VACANCY = '/api/vacancies/{vacancy}';
const VACANCY_COMMANDS = [
  ...VACANCY_VERBS.map((verb) => `${VACANCY}/${verb}`),
  ...CANDIDATE_VERBS.map((verb) => `${VACANCY}/candidates/{candidate}/${verb}`),
].map((url) => ['POST', url] as const);
/** The papers of a commission, and the letters to a candidate. */
const PAPERS = [
  '/api/commissions/{seance}/agenda',
  '/api/commissions/{seance}/minutes',
  `${VACANCY}/commission/agenda`,
  `${VACANCY}/commission/minutes`,
  `${VACANCY}/candidates/{candidate}/notice`,
  `${VACANCY}/candidates/{candidate}/offer`,
].map((url) => ['GET', url] as const);

/** Commands beside the vacancies. */
const BESIDE_COMMANDS = [
  ['POST', '/api/commissions'],
  ['POST', '/api/households/criteria'],
  ['POST', '/api/households/criteria/reading'],
  ['POST', '/api/households/criteria/withdrawal'],
  ['POST', '/api/households/ending'],
  ['POST', '/api/households/reopening'],
  ['POST', '/api/duties/{duty}/renunciation'],
  ['PUT', '/api/qpv-commissions/{code_insee}'],
  ['POST', '/api/tasks/{task}/postponement'],
  ['POST', '/api/tasks/{task}/handover'],
  ['POST', '/api/tasks/{task}/completion'],
] as const;

const CLOSED = [
  ['GET', '/api/compliance?from=2023-01-01&to=2023-12-31'],
  ['GET', '/api/compliance/series?figure=Q1'],
  ['GET', '/api/convention'],
  ['GET', '/api/convention/schema'],
  ['GET', '/api/fragility'],
  ['GET', '/api/fragility/coverage'],
  ['GET', '/api/fragility/lists'],
  ['GET', '/api/fragility/reminders'],
  ['GET', '/api/fragility/{residence}'],
  ['GET', '/api/head'],
  ['GET', '/api/rehousing'],
  ['GET', '/api/territory'],
  ['GET', '/api/allocations'],
  ['GET', '/api/allocations/export?format=csv'],
  ['GET', '/api/allocations/named/{list}'],
  ['GET', '/api/allocations/{allocation}'],
  ['POST', '/api/allocations/named'],
  ['GET', '/api/indicators'],
  ['GET', '/api/docs'],
  ['GET', '/api/docs-json'],
  ['GET', '/api/metrics'],
  ['GET', '/api/objectives?from=2023-01-01&to=2023-12-31'],
  ['GET', '/api/objectives/{code}?from=2023-01-01&to=2023-12-31'],
  ['GET', '/api/prefect?semester=2023-S1'],
  ['GET', '/api/flow?year=2023'],
  ['POST', '/api/allocations'],
  ['POST', '/api/allocations/{allocation}/cancellation'],
  ['POST', '/api/allocations/{allocation}/correction'],
  ['POST', '/api/audit/history'],
  ['POST', '/api/audit/verify'],
  ['POST', '/api/fragility/lists'],
  ['POST', '/api/fragility/{residence}/consensus'],
  ['POST', '/api/fragility/{residence}/notes'],
  ['POST', '/api/designations'],
  ['POST', '/api/imports'],
  ['POST', '/api/projections/compliance/rebuild'],
  ['GET', '/api/users'],
  ['POST', '/api/invitations'],
  ['POST', '/api/users/recovery'],
  ['POST', '/api/users/revocation'],
  ['POST', '/api/users/disabling'],
  ['GET', '/api/tokens'],
  ['POST', '/api/tokens'],
  ['POST', '/api/tokens/rotation'],
  ['POST', '/api/tokens/{token}/revocation'],
  ['GET', VACANCY],
  ['GET', `${VACANCY}/history`],
  ['GET', `${VACANCY}/vigilance`],
  ['POST', `${VACANCY}/vigilance`],
  ['POST', '/api/vacancies'],
  ...VACANCY_COMMANDS,
  ...PAPERS,
  ['GET', '/api/vacancies'],
  ['GET', '/api/tasks'],
  ['GET', '/api/duties'],
  ['GET', '/api/commissions/{seance}'],
  ['GET', '/api/qpv-commissions'],
  ['GET', '/api/qpv-commissions/figures?from=2023-01-01&to=2023-12-31'],
  ['GET', '/api/refusals?from=2023-01-01&to=2023-12-31'],
  ...BESIDE_COMMANDS,
  ['GET', '/api/views'],
  ['POST', '/api/views'],
  ['PUT', '/api/views/{view}'],
  ['DELETE', '/api/views/{view}'],
  ['GET', '/api/preferences'],
  ['PUT', '/api/preferences'],
] as const;
/** Requests that are let in but still refused, because they send no body or name an unknown residence. */
const LET_IN_AND_REFUSED: Readonly<Record<string, number>> = {
  'GET /api/fragility/{residence}': 404,
  'GET /api/objectives/{code}?from=2023-01-01&to=2023-12-31': 404,
  'POST /api/fragility/lists': 400,
  'POST /api/fragility/{residence}/consensus': 400,
  'POST /api/fragility/{residence}/notes': 400,
  'POST /api/allocations': 415,
  'POST /api/allocations/{allocation}/cancellation': 400,
  'POST /api/allocations/{allocation}/correction': 400,
  'GET /api/allocations/{allocation}': 404,
  'GET /api/allocations/named/{list}': 404,
  'POST /api/allocations/named': 400,
  'POST /api/audit/history': 400,
  'POST /api/designations': 400,
  'POST /api/imports': 415,
  'POST /api/invitations': 400,
  'POST /api/users/recovery': 400,
  'POST /api/users/revocation': 400,
  'POST /api/users/disabling': 400,
  'POST /api/tokens': 400,
  'POST /api/tokens/{token}/revocation': 404,
  [`GET ${VACANCY}`]: 404,
  [`GET ${VACANCY}/history`]: 404,
  [`GET ${VACANCY}/vigilance`]: 400,
  [`POST ${VACANCY}/vigilance`]: 400,
  'POST /api/vacancies': 400,
  ...Object.fromEntries(PAPERS.map(([method, url]) => [`${method} ${url}`, 404])),
  'GET /api/commissions/{seance}': 404,
  'POST /api/views': 400,
  'PUT /api/views/{view}': 400,
  'DELETE /api/views/{view}': 404,
  'PUT /api/preferences': 400,
  ...Object.fromEntries([...VACANCY_COMMANDS, ...BESIDE_COMMANDS].map(([method, url]) => [`${method} ${url}`, 400])),
};
const OPEN = [
  ['GET', '/'],
  ['GET', '/icone.svg'],
  ['GET', '/api/health'],
  ['GET', '/api/health/live'],
  ['GET', '/api/health/ready'],
] as const;

interface Sender {
  readonly name: string;
  readonly remoteAddress: string;
  readonly headers: Readonly<Record<string, string>>;
}

const LOCAL = { host: 'localhost:3000' };
const ADMITTED: readonly Sender[] = [
  { name: 'this machine, by IPv4', remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:3000' } },
  { name: 'this machine, by IPv6', remoteAddress: '::1', headers: { host: '[::1]:3000' } },
  { name: 'this machine, by IPv4 within IPv6', remoteAddress: '::ffff:127.0.0.1', headers: LOCAL },
  {
    name: 'a page of this service',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
  },
  {
    name: 'an address typed in a browser',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, 'sec-fetch-site': 'none' },
  },
  {
    name: 'another machine with the token',
    remoteAddress: '192.0.2.7',
    headers: { host: 'mixite.example', authorization: `Bearer ${TOKEN}` },
  },
  {
    name: 'another site with the token',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, origin: 'https://ailleurs.example', authorization: `Bearer ${TOKEN}` },
  },
];
const REFUSED: readonly Sender[] = [
  { name: 'another machine', remoteAddress: '192.0.2.7', headers: LOCAL },
  {
    name: 'another machine with a wrong token',
    remoteAddress: '192.0.2.7',
    headers: { ...LOCAL, authorization: `Bearer ${TOKEN}x` },
  },
  {
    name: 'another machine with the token under another scheme',
    remoteAddress: '192.0.2.7',
    headers: { ...LOCAL, authorization: `Basic ${TOKEN}` },
  },
  {
    name: 'this machine with a wrong token',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, authorization: 'Bearer autre' },
  },
  { name: 'this machine under a foreign name', remoteAddress: '127.0.0.1', headers: { host: 'piege.example:3000' } },
  {
    name: 'this machine under a name that begins with its address',
    remoteAddress: '127.0.0.1',
    headers: { host: '127.0.0.1.piege.example' },
  },
  {
    name: 'a page of another site',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, origin: 'https://ailleurs.example' },
  },
  {
    name: 'a page of another service of this machine',
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, origin: 'http://localhost:8080' },
  },
  { name: 'a page without an origin', remoteAddress: '127.0.0.1', headers: { ...LOCAL, origin: 'null' } },
  { name: 'a form of another site', remoteAddress: '127.0.0.1', headers: { ...LOCAL, 'sec-fetch-site': 'cross-site' } },
  { name: 'a page of the same site', remoteAddress: '127.0.0.1', headers: { ...LOCAL, 'sec-fetch-site': 'same-site' } },
  ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].map((header) => ({
    name: `a proxy here, by its ${header}`,
    remoteAddress: '127.0.0.1',
    headers: { ...LOCAL, [header]: '127.0.0.1' },
  })),
];

const MONITOR_TOKEN = 'un-jeton-de-mesures';

describe('access to the API', () => {
  const telemetry = new Telemetry(new Metrics());
  let folder: string;
  let installation: Installation;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-access-'));
    installation = await openInstallation({
      place: { folder },
      mode: 'writer',
      upcasters: UPCASTERS,
      projections: PROJECTIONS,
    });
    app = await buildApi(installation, {
      token: TOKEN,
      metricsToken: MONITOR_TOKEN,
      telemetry,
      verifier: new ThisThreadVerifier(installation),
    });
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await installation.close();
    await telemetry.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { remoteAddress, headers }: Sender) =>
    app.inject({ method, url, remoteAddress, headers });

  it('is tested here for every route that the documentation lists', async () => {
    const { paths } = (await ask('GET', '/api/docs-json', ADMITTED[0]!)).json<{ paths: Record<string, object> }>();
    const listed = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
    );
    const held = [...CLOSED, ...OPEN].map(
      ([method, url]) => `${method} ${url.split('?')[0]!.replace('/compliance/rebuild', '/{name}/rebuild')}`,
    );
    // route-rights.spec.ts and sign-in.spec.ts try these.
    held.push(...Object.keys(OWN), ...Object.keys(OPEN_TO_ALL));
    expect(held).toEqual(expect.arrayContaining(listed));
    expect(listed).toHaveLength(113);
  });

  describe.each(CLOSED)('%s %s', (method, url) => {
    it.each(ADMITTED)('answers $name', async (sender) => {
      const { statusCode } = await ask(method, url, sender);
      expect(statusCode).toBe(LET_IN_AND_REFUSED[`${method} ${url}`] ?? 200);
    });

    it.each(REFUSED)('refuses $name', async (sender) => {
      const answer = await ask(method, url, sender);
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.json()).toMatchObject({ status: 401, code: 'not-authenticated', title: 'Accès refusé' });
    });
  });

  describe.each(OPEN)('%s %s', (method, url) => {
    it.each([...ADMITTED, ...REFUSED])('answers $name', async (sender) => {
      expect((await ask(method, url, sender)).statusCode).toBe(200);
    });
  });

  it.each([
    ['another machine', '192.0.2.7', 'mixite.example'],
    ['this machine', '127.0.0.1', 'localhost:3000'],
  ])(
    'is given to the token of the metrics, shown from %s, for the metrics and for nothing else',
    async (_, remoteAddress, host) => {
      const headers = { host, authorization: `Bearer ${MONITOR_TOKEN}` };
      for (const [method, url] of CLOSED) {
        const { statusCode } = await app.inject({ method, url, remoteAddress, headers });
        expect([url, statusCode]).toEqual([url, url === '/api/metrics' ? 200 : 401]);
      }
    },
  );

  it('is refused to every other machine where the installation has no token', async () => {
    const closed = await buildApi(installation, {});
    try {
      for (const authorization of ['Bearer ', 'Bearer undefined', '']) {
        const answer = await closed.inject({
          url: '/api/allocations',
          remoteAddress: '192.0.2.7',
          headers: { host: 'mixite.example', authorization },
        });
        expect(answer.statusCode).toBe(401);
      }
    } finally {
      await closed.close();
    }
  });
});
