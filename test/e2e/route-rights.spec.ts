import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Actor, type Role, type Scope } from '#access';
import { ThisThreadVerifier } from '#audit';
import { ThisThreadImporter } from '#exchange';
import { installationAuthenticator, type Authenticator } from '#http';
import { Metrics, Telemetry } from '#telemetry';
import { buildApi } from '#service';
import { isDocumentation } from '../../libs/service/src/openapi';
import {
  DOCUMENTATION,
  EXPECTED,
  expectedOf,
  letterFor,
  OPEN,
  OWN,
  SCOPES,
  UNDOCUMENTED,
} from './support/expected-rights';
import {
  answered,
  located,
  mistake,
  misshown,
  sentFor,
  shutOut,
  type Answer,
  type Sent,
} from './support/right-answers';
import { lacking, routesOfDocument, routesOfRouter, withoutTwins, type DocumentedPaths } from './support/routes';
import { recordForRights } from './support/rights-history';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';

const MONITOR_TOKEN = 'un-jeton-de-mesures';
const TOKENS = { token: TOKEN, metricsToken: MONITOR_TOKEN };
const FROM_HERE = { host: 'localhost:3000' };

/** Returns the actor that the test sets; without one, it identifies the sender as the service does. */
class FakeAuthenticator implements Authenticator {
  actor: Actor | undefined;
  private readonly own = installationAuthenticator(TOKENS);

  actorOf(request: FastifyRequest): ReturnType<Authenticator['actorOf']> {
    return this.actor ? Promise.resolve(this.actor) : this.own.actorOf(request);
  }
}

/** Senders that are not known. */
const NOT_KNOWN = [
  { who: 'another machine without a token', remoteAddress: '192.0.2.7', authorization: undefined },
  { who: 'a wrong token', remoteAddress: '192.0.2.7', authorization: `Bearer ${TOKEN}x` },
  { who: 'a wrong token on this machine', remoteAddress: '127.0.0.1', authorization: 'Bearer autre' },
] as const;

const ROUTES = Object.entries(EXPECTED);
const RIGHTS_OF_ROUTES = ROUTES.map(([route, { right }]) => [route, right] as const);
const methodOf = (route: string) => route.split(' ')[0]!;
const pathOf = (route: string) => route.split(' ')[1]!;

describe('rights, route by route, role by role, scope by scope', () => {
  const telemetry = new Telemetry(new Metrics());
  const authenticator = new FakeAuthenticator();
  /** What stands for the names in the addresses. */
  const ids: Record<string, string> = { residence: 'R1', name: 'inconnue' };
  let service: StartedApi;
  let app: NestFastifyApplication;
  let address: string;
  let document: DocumentedPaths;
  beforeAll(async () => {
    service = await startedApi();
    Object.assign(ids, await recordForRights(service));
    const { installation } = service;
    app = await buildApi(installation, {
      ...TOKENS,
      telemetry,
      authenticator,
      importer: new ThisThreadImporter(installation),
      verifier: new ThisThreadVerifier(installation),
    });
    await app.listen(0, '127.0.0.1');
    address = await app.getUrl();
    document = (await app.inject({ url: '/api/docs-json', headers: FROM_HERE })).json();
  });
  afterAll(async () => {
    await app.close();
    await service.stop();
    await telemetry.stop();
  });
  afterEach(() => {
    authenticator.actor = undefined;
  });

  async function send(sent: Sent, from = '127.0.0.1', authorization?: string): Promise<Answer> {
    // An upload of files needs a real connection.
    if (sent.form) return upload(sent.url, sent.form, authorization);
    const { method, url, payload } = sent;
    const type = payload === undefined ? {} : { 'content-type': 'application/json' };
    const headers = { ...FROM_HERE, ...type, ...(authorization && { authorization }) };
    const answer = await app.inject({ method: method as 'GET', url, payload, headers, remoteAddress: from });
    return answered(answer.statusCode, answer.headers['content-type'], answer.body);
  }

  async function upload(url: string, body: FormData, authorization?: string): Promise<Answer> {
    const headers = authorization ? { authorization } : undefined;
    const answer = await fetch(`${address}${url}`, { method: 'POST', body, headers });
    return answered(answer.status, answer.headers.get('content-type') ?? undefined, await answer.text());
  }

  function sendAs(role: Role, scope: Scope, sent: Sent): Promise<Answer> {
    authenticator.actor = { id: `${role} of the test`, role, scope };
    return send(sent);
  }

  const described = (who: string, scope: Scope, letter: string, got: string) =>
    `${who} ${JSON.stringify(scope)}: expected ${letter}, got ${got}`;

  describe('the routes', () => {
    it('of the expectations are exactly those of the router', () => {
      const routes = withoutTwins(routesOfRouter(app.getHttpAdapter().getInstance()));
      const expected = Object.keys({ ...EXPECTED, ...OWN, ...OPEN, ...UNDOCUMENTED, ...DOCUMENTATION });
      expect(lacking(expected, routes, 'the expectations')).toEqual([]);
      expect(lacking(routes, expected, 'the router')).toEqual([]);
    });

    it('of the document are those of the router, except the home page and the documentation', () => {
      const routes = withoutTwins(routesOfRouter(app.getHttpAdapter().getInstance()));
      const documented = routesOfDocument(document);
      const known = [...documented, ...Object.keys({ ...UNDOCUMENTED, ...DOCUMENTATION })];
      expect(lacking(known, routes, 'the document')).toEqual([]);
      expect(lacking(routes, documented, 'the router')).toEqual([]);
      const expected = Object.keys({ ...EXPECTED, ...OWN, ...OPEN });
      expect(lacking(expected, documented, 'the expectations')).toEqual([]);
      expect(lacking(documented, expected, 'the document')).toEqual([]);
    });

    it('are for whoever comes in without a declaration only under the address of the documentation', () => {
      const urls = ['/api/docs', '/api/docs-json', '/api/docs/', '/api/docs/*'];
      expect(urls.map(isDocumentation)).toEqual([true, true, true, true]);
      for (const url of ['/', '/api', '/api/doc', '/api/docs2', '/api/docs-json/x', '/api/documents', '/x/api/docs'])
        expect([url, isDocumentation(url)]).toEqual([url, false]);
    });

    it('that are missing in a list are named', () => {
      const routes = ['GET /a', 'HEAD /a', 'POST /a', 'HEAD /b'];
      expect(withoutTwins(routes)).toEqual(['GET /a', 'POST /a', 'HEAD /b']);
      expect(lacking(['GET /a'], withoutTwins(routes), 'the expectations')).toEqual([
        'POST /a is not in the expectations',
        'HEAD /b is not in the expectations',
      ]);
      expect(lacking(withoutTwins(routes), ['GET /gone'], 'the router')).toEqual(['GET /gone is not in the router']);
    });

    it('have their right in the document', () => {
      const shown = routesOfDocument(document).map((route) => [
        route,
        document.paths[pathOf(route)]![methodOf(route).toLowerCase()]!['x-right'],
      ]);
      const own = Object.keys(OWN).map((route) => [route, 'self']);
      const expected = [...RIGHTS_OF_ROUTES, ...own, ...Object.keys(OPEN).map((route) => [route, undefined])];
      expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
    });

    it('are listed with their rights in docs/rights.md', () => {
      const text = readFileSync(join(__dirname, '../../docs/rights.md'), 'utf8');
      const printed = [...text.matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`]+)`\s*\| (?:`([\w-]+)`|open)\s*\|$/gm)];
      const expected = [
        ...RIGHTS_OF_ROUTES,
        ...Object.keys(OWN).map((route) => [route, 'self']),
        ...Object.keys({ ...OPEN, ...UNDOCUMENTED }).map((route) => [route, undefined]),
      ];
      expect(Object.fromEntries(printed.map(([, route, right]) => [route, right]))).toEqual(
        Object.fromEntries(expected),
      );
    });
  });

  describe.each(ROUTES)('%s', (route, { roles, before, requests }) => {
    const method = methodOf(route);
    /** A request that no handler can read: the right must be checked before. */
    const unreadable = (verb = method): Sent => {
      const url = located(pathOf(route), ids);
      return method === 'GET' ? { method: verb, url: `${url}?inconnu=1` } : { method: verb, url, payload: '{' };
    };

    it('refuses before it reads anything', async () => {
      const mistakes: string[] = [];
      // A route for GET also answers HEAD.
      for (const verb of method === 'GET' ? ['GET', 'HEAD'] : [method])
        for (const role of ROLES)
          for (const [at, scope] of SCOPES.entries()) {
            const letter = letterFor(role, roles, before, at);
            if (letter === undefined) continue;
            const answer = await sendAs(role, scope, unreadable(verb));
            const wrong = letter === 'y' ? shutOut(answer) : mistake(letter, answer, route);
            if (wrong) mistakes.push(described(`${verb} ${role}`, scope, letter, wrong));
          }
      expect(mistakes).toEqual([]);
    });

    it.each(requests)('answers $url', async (request) => {
      const sent = sentFor(method, request, ids);
      const mistakes: string[] = [];
      for (const role of ROLES)
        for (const [at, scope] of SCOPES.entries()) {
          const asked = expectedOf(request, role);
          const letter = letterFor(role, roles, asked.letters, at);
          if (letter === undefined) continue;
          const answer = await sendAs(role, scope, sent);
          const wrong = mistake(letter, answer, route) ?? (letter === 'y' && misshown(asked, at, answer));
          if (wrong) mistakes.push(described(role, scope, letter, wrong));
        }
      expect(mistakes).toEqual([]);
    });

    it.each(NOT_KNOWN)('is closed to: $who', async ({ remoteAddress, authorization }) => {
      const whole = sentFor(method, requests[0]!, ids);
      for (const sent of whole.form ? [unreadable()] : [unreadable(), whole])
        expect(mistake('k', await send(sent, remoteAddress, authorization))).toBeUndefined();
    });

    it('is open to the installation’s token, and to the monitor’s token only for the metrics', async () => {
      const sent = sentFor(method, requests[0]!, ids);
      const elsewhere = '192.0.2.7';
      expect(mistake(requests[0]!.letters[0]!, await send(sent, elsewhere, `Bearer ${TOKEN}`))).toBeUndefined();
      const letter = route === 'GET /api/metrics' ? 'y' : 'k';
      expect(mistake(letter, await send(sent, elsewhere, `Bearer ${MONITOR_TOKEN}`))).toBeUndefined();
    });
  });

  describe.each(Object.entries({ ...OPEN, ...UNDOCUMENTED }))('%s', (route, url) => {
    it('answers everybody', async () => {
      const sent = { method: methodOf(route), url };
      for (const role of ROLES)
        for (const scope of SCOPES) expect(shutOut(await sendAs(role, scope, sent))).toBeUndefined();
      authenticator.actor = undefined;
      for (const { remoteAddress, authorization } of NOT_KNOWN)
        expect(shutOut(await send(sent, remoteAddress, authorization))).toBeUndefined();
    });
  });

  describe.each(Object.entries({ ...OWN, ...DOCUMENTATION }))('%s', (route, url) => {
    const sent = { method: methodOf(route), url };

    it('is let through for every role, and for nobody who is not known', async () => {
      for (const role of ROLES)
        for (const scope of SCOPES) {
          const answer = await sendAs(role, scope, sent);
          if (role === 'system') expect(mistake('k', answer)).toBeUndefined();
          else expect(answer.code ?? '').not.toMatch(/^(?:not|scope-not)-allowed$/);
        }
      authenticator.actor = undefined;
      for (const { remoteAddress, authorization } of NOT_KNOWN)
        expect(mistake('k', await send(sent, remoteAddress, authorization))).toBeUndefined();
    });
  });

  it.each(ROLES)('an unknown address gives a %s the same answer as everybody', async (role) => {
    for (const scope of SCOPES)
      expect(await sendAs(role, scope, { method: 'GET', url: '/api/inconnue' })).toMatchObject({
        status: 404,
        code: 'unknown-route',
      });
  });
});
