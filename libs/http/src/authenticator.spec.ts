import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, limitedTo, MONITOR, type Actor } from '#access';
import { refuse } from '#kernel';
import {
  BearerToken,
  CredentialChain,
  installationAuthenticator,
  type Credential,
  type IssuedTokens,
} from './authenticator';
import type { RouteAccess } from './route-guard';

const [TOKEN, METRICS_TOKEN] = ['jeton', 'jeton-des-mesures'];

function request({
  authorization,
  ip = '127.0.0.1',
  access = 'read-figures',
  ...headers
}: { authorization?: string; ip?: string; access?: RouteAccess; via?: string } = {}): FastifyRequest {
  return {
    ip,
    headers: { host: 'localhost:3000', ...headers, ...(authorization !== undefined && { authorization }) },
    routeOptions: { config: { access } },
  } as unknown as FastifyRequest;
}

describe('the sender of a request, without user accounts', () => {
  const authenticator = installationAuthenticator({ token: TOKEN, metricsToken: METRICS_TOKEN });

  it.each<[string, Parameters<typeof request>[0], Actor | undefined]>([
    ['this machine', {}, INSTALLATION_ADMINISTRATOR],
    ['another machine', { ip: '192.0.2.7' }, undefined],
    ['a proxy on this machine', { via: '1.1 proxy' }, undefined],
    ['the token', { ip: '192.0.2.7', authorization: `Bearer ${TOKEN}` }, INSTALLATION_ADMINISTRATOR],
    ['the token through a proxy', { via: '1.1 proxy', authorization: `bearer  ${TOKEN}` }, INSTALLATION_ADMINISTRATOR],
    ['a wrong token, on this machine', { authorization: 'Bearer autre' }, undefined],
    ['a longer token', { authorization: `Bearer ${TOKEN}x` }, undefined],
    ['an empty token', { authorization: 'Bearer ' }, undefined],
    ['an empty header, on this machine', { authorization: '' }, undefined],
    ['another scheme, on this machine', { authorization: `Basic ${TOKEN}` }, undefined],
    ['the monitor, for the metrics', { authorization: `Bearer ${METRICS_TOKEN}`, access: 'read-metrics' }, MONITOR],
    ['the monitor, for anything else', { authorization: `Bearer ${METRICS_TOKEN}` }, undefined],
    [
      'the token, for the metrics',
      { authorization: `Bearer ${TOKEN}`, access: 'read-metrics' },
      INSTALLATION_ADMINISTRATOR,
    ],
  ])('%s', async (_who, asked, expected) => {
    expect(await authenticator.actorOf(request(asked))).toBe(expected);
  });

  it('is unknown for every token where the installation has no token', async () => {
    const none = installationAuthenticator({});
    for (const authorization of ['Bearer ', 'Bearer undefined', 'Bearer null', ''])
      for (const access of ['read-figures', 'read-metrics'] as const)
        expect(await none.actorOf(request({ authorization, access }))).toBeUndefined();
  });
});

describe('the sender of a request, where tokens are issued', () => {
  const LANDLORD: Actor = { id: 'a-token', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) };
  const asked: string[] = [];
  let exist = false;
  const issued: IssuedTokens = {
    exist: () => Promise.resolve(exist),
    actorOf: (token) => {
      asked.push(token);
      return Promise.resolve(token === 'a.b.c' ? LANDLORD : refuse('token-revoked'));
    },
  };
  const authenticator = installationAuthenticator({ token: TOKEN, metricsToken: METRICS_TOKEN }, issued);
  const actorOf = (of: Parameters<typeof request>[0]) => authenticator.actorOf(request(of));

  it('is who the token says, here and from elsewhere, or is told why not', async () => {
    for (const ip of ['127.0.0.1', '192.0.2.7']) {
      expect(await actorOf({ ip, authorization: 'Bearer a.b.c' })).toBe(LANDLORD);
      expect(await actorOf({ ip, authorization: 'Bearer d.e.f' })).toEqual(refuse('token-revoked'));
    }
    for (const authorization of ['', 'Bearer ', 'Basic a.b.c', 'Bearer a b']) {
      expect(await actorOf({ authorization })).toBeUndefined();
    }
  });

  it('is the administrator on this machine until the first token is issued, and nobody after', async () => {
    exist = false;
    expect(await actorOf({})).toBe(INSTALLATION_ADMINISTRATOR);
    exist = true;
    expect(await actorOf({})).toBeUndefined();
    expect(await actorOf({ authorization: `Bearer ${TOKEN}` })).toBe(INSTALLATION_ADMINISTRATOR);
  });

  it('with a token of the installation is known without asking for issued ones', async () => {
    asked.length = 0;
    expect(await actorOf({ authorization: `Bearer ${METRICS_TOKEN}`, access: 'read-metrics' })).toBe(MONITOR);
    expect(await actorOf({ authorization: `Bearer ${TOKEN}` })).toBe(INSTALLATION_ADMINISTRATOR);
    expect(asked).toEqual([]);
  });
});

describe('a chain of credentials', () => {
  const credential = (shown: boolean, actor: Actor | undefined): Credential => ({
    isShownBy: () => shown,
    actorOf: () => Promise.resolve(actor),
  });

  it('lets the first credential that is shown decide alone', async () => {
    const of = (...credentials: readonly Credential[]) => new CredentialChain(credentials).actorOf(request());
    expect(await of(credential(false, MONITOR), credential(true, INSTALLATION_ADMINISTRATOR))).toBe(
      INSTALLATION_ADMINISTRATOR,
    );
    expect(await of(credential(true, undefined), credential(true, INSTALLATION_ADMINISTRATOR))).toBeUndefined();
    expect(await of(credential(false, MONITOR))).toBeUndefined();
    expect(await of()).toBeUndefined();
  });
});

describe('a bearer token', () => {
  it('matches only itself', () => {
    const token = new BearerToken(TOKEN);
    expect(token.matches(`Bearer ${TOKEN}`)).toBe(true);
    for (const other of ['', 'Bearer', `Bearer ${TOKEN} ${TOKEN}`, TOKEN, `Bearer x${TOKEN}`, `xBearer ${TOKEN}`])
      expect(token.matches(other)).toBe(false);
  });

  it.each([undefined, ''])('that is %o matches nothing', (none) => {
    for (const given of ['Bearer undefined', 'Bearer ', 'Bearer x'])
      expect(new BearerToken(none).matches(given)).toBe(false);
  });
});
