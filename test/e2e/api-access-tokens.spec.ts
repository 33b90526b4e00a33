import { GIVEN_ROLES, SCOPE_OF_ROLE, type GivenRole, type Scope } from '#access';
import { EXPECTED, expectedOf, letterFor, OPEN, OWN, SCOPES } from './support/expected-rights';
import { answered, mistake, sentFor, shutOut, type Answer, type Sent } from './support/right-answers';
import { recordForRights } from './support/rights-history';
import { lacking, routesOfDocument, type DocumentedPaths } from './support/routes';
import { Metrics, Telemetry } from '#telemetry';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';

/** A role under the right or the wrong codes for what the requests are about; under everything for a role without codes. */
interface Case {
  readonly role: GivenRole;
  readonly codes: readonly string[];
  /** Its place among `SCOPES`. */
  readonly at: number;
}

const PASSWORD = 'quatre girafes au violon';
/** The rights whose routes ask a person for the password again, but for what only takes away. */
const PROVEN: readonly string[] = ['manage-tokens', 'manage-users'];
const TAKING = /^\/api\/tokens\/./;

function withProof(sent: Sent, right: string): Sent {
  if (sent.method === 'GET' || !PROVEN.includes(right) || TAKING.test(sent.url)) return sent;
  const body = JSON.parse(sent.payload ?? '{}') as object;
  return { ...sent, payload: JSON.stringify({ ...body, password: PASSWORD }) };
}

const codesOf = (scope: Scope) => (scope.kind === 'limited' ? Object.entries(scope.codes) : []);
const CASES: readonly Case[] = GIVEN_ROLES.flatMap((role) =>
  SCOPES.flatMap((scope, at): readonly Case[] => {
    const kind = SCOPE_OF_ROLE[role];
    const [[own, codes] = [], ...others] = codesOf(scope);
    if (kind === 'all') return scope.kind === 'all' ? [{ role, codes: [], at }] : [];
    return own === kind && others.length === 0 ? [{ role, codes: codes!, at }] : [];
  }),
);

describe('access by token and by session, for every route of the document and every role, with the right scope, the wrong one and none', () => {
  const telemetry = new Telemetry(new Metrics());
  let service: StartedApi;
  let ids: Readonly<Record<string, string>>;
  let routes: readonly string[];
  beforeAll(async () => {
    service = await startedApi({ telemetry });
    ids = await recordForRights(service);
    routes = routesOfDocument((await (await service.get('/api/docs-json')).json()) as DocumentedPaths);
  });
  afterAll(async () => {
    await service.stop();
    await telemetry.stop();
  });

  const issue = async (
    body: object,
  ): Promise<{ readonly id: string; readonly token: string; readonly code?: string }> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
    const answer = await service.get('/api/tokens', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as { readonly id: string; readonly token: string; readonly code?: string };
  };

  /** What a sender shows: a token, or the cookie of a session from a page of the service. */
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const session = (cookie: string) => ({ cookie, origin: service.url });

  async function send({ method, url, payload, form }: Sent, shown: Record<string, string> = {}): Promise<Answer> {
    const headers = { ...(payload !== undefined && { 'content-type': 'application/json' }), ...shown };
    const answer = await service.get(url, { method, headers, body: form ?? payload });
    return answered(answer.status, answer.headers.get('content-type') ?? undefined, await answer.text());
  }

  const addressOf = (role: GivenRole, codes: readonly string[]) =>
    `${[role, ...codes].join('-').toLowerCase()}@example.org`;

  /** The cookie of a person who holds the role. */
  async function opened(role: GivenRole, codes: readonly string[]): Promise<string> {
    const email = addressOf(role, codes);
    const post = (path: string, body: object) =>
      service.get(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(path === '/api/invitations' && bearer(TOKEN)) },
        body: JSON.stringify(body),
      });
    const scope = SCOPE_OF_ROLE[role] === 'all' ? [] : codes;
    const { link } = (await (await post('/api/invitations', { email, role, scope })).json()) as { link: string | null };
    if (link !== null)
      await post('/api/invitations/acceptance', { code: link.split('#')[1], name: role, password: PASSWORD });
    const answer = await post('/api/session', { email, password: PASSWORD });
    expect(answer.status).toBe(200);
    return answer.headers.get('set-cookie')!.split(';', 1)[0]!;
  }

  /** Every request that is known for the routes of the document. */
  const requests = () =>
    routes.flatMap((route) => {
      const expected = EXPECTED[route];
      const method = route.split(' ')[0]!;
      return (expected?.requests ?? []).map((request) => ({
        route,
        roles: expected!.roles,
        request,
        sent: sentFor(method, request, ids),
      }));
    });

  /** The mistakes of all answers to a sender. */
  async function mistakesWith(shown: Record<string, string>, role: GivenRole, at: number): Promise<readonly string[]> {
    const mistakes: string[] = [];
    for (const { route, roles, request, sent } of requests()) {
      const letter = letterFor(role, roles, expectedOf(request, role).letters, at)!;
      const answer = await send('cookie' in shown ? withProof(sent, EXPECTED[route]!.right) : sent, shown);
      // What another case recorded may refuse the same request, after the rights were checked.
      const wrong = letter === 'y' && answer.status === 409 ? undefined : mistake(letter, answer, route);
      if (wrong) mistakes.push(`${route}: expected ${letter}, got ${wrong}`);
    }
    return mistakes;
  }

  it('has a request for every route of the document that is not open', () => {
    expect(
      lacking([...Object.keys(EXPECTED), ...Object.keys(OWN), ...Object.keys(OPEN)], routes, 'the expectations'),
    ).toEqual([]);
    expect(lacking(routes, Object.keys(EXPECTED), 'the document')).toEqual([]);
  });

  it.each(CASES)('$role $codes', async ({ role, codes, at }) => {
    const { token } = await issue({ role, scope: codes });
    expect(await mistakesWith(bearer(token), role, at)).toEqual([]);
  });

  it.each(CASES)('$role $codes, by the cookie of a session', async ({ role, codes, at }) => {
    expect(await mistakesWith(session(await opened(role, codes)), role, at)).toEqual([]);
  });

  it('a program has exactly the rights of the role under which it acts', async () => {
    const { token } = await issue({ role: 'service', as: 'reservataire', scope: ['ETAT'] });
    const { at } = CASES.find((each) => each.role === 'reservataire' && each.codes.includes('ETAT'))!;
    expect(await mistakesWith(bearer(token), 'reservataire', at)).toEqual([]);
  });

  it.each(GIVEN_ROLES)('%s without a scope, or with one that it has not, gets no token', async (role) => {
    const isBound = SCOPE_OF_ROLE[role] !== 'all';
    const { code } = await issue(isBound ? { role } : { role, scope: ['L-A'] });
    expect(code).toBe(isBound ? 'token-scope-needed' : 'token-scope-not-admitted');
  });

  it.each([
    ['no token', undefined],
    ['a revoked token', 'administrateur'],
  ] as const)('%s opens no route, but those that are open to everybody', async (_what, role) => {
    const held = role && (await issue({ role }));
    const shown = held && bearer(held.token);
    if (held)
      expect((await send({ method: 'POST', url: `/api/tokens/${held.id}/revocation` }, bearer(TOKEN))).status).toBe(
        200,
      );
    for (const { route, sent } of requests()) {
      const answer = await send(sent, shown);
      expect([route, answer.status, answer.code]).toEqual([route, 401, held ? 'token-revoked' : 'not-authenticated']);
    }
    for (const [route, url] of Object.entries(OPEN))
      expect([route, shutOut(await send({ method: 'GET', url }, shown))]).toEqual([route, undefined]);
  });

  it('a session whose role was revoked opens no route, and reads nothing more', async () => {
    const cookie = await opened('administrateur', []);
    expect((await send({ method: 'GET', url: '/api/indicators' }, session(cookie))).status).toBe(200);
    const payload = JSON.stringify({ email: addressOf('administrateur', []) });
    // Somebody else must still be able to administer.
    await opened('administrateur', ['other']);
    expect((await send({ method: 'POST', url: '/api/users/revocation', payload }, bearer(TOKEN))).status).toBe(200);
    for (const { route, sent } of requests()) {
      const answer = await send(sent, session(cookie));
      expect([route, answer.status, answer.code]).toEqual([route, 401, 'session-ended']);
    }
  });
});
