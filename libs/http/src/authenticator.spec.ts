import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, MONITOR, type Actor } from '#access';
import { BearerToken, CredentialChain, installationAuthenticator, type Credential } from './authenticator';
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

describe('who asks, before sign-in exists', () => {
  const authenticator = installationAuthenticator({ token: TOKEN, metricsToken: METRICS_TOKEN });

  it.each<[string, Parameters<typeof request>[0], Actor | undefined]>([
    ['this machine', {}, INSTALLATION_ADMINISTRATOR],
    ['elsewhere', { ip: '192.0.2.7' }, undefined],
    ['a proxy here', { via: '1.1 proxy' }, undefined],
    ['the token', { ip: '192.0.2.7', authorization: `Bearer ${TOKEN}` }, INSTALLATION_ADMINISTRATOR],
    ['the token by a proxy', { via: '1.1 proxy', authorization: `bearer  ${TOKEN}` }, INSTALLATION_ADMINISTRATOR],
    ['a wrong token, here', { authorization: 'Bearer autre' }, undefined],
    ['a longer token', { authorization: `Bearer ${TOKEN}x` }, undefined],
    ['no token, said so', { authorization: 'Bearer ' }, undefined],
    ['an empty header, here', { authorization: '' }, undefined],
    ['another scheme, here', { authorization: `Basic ${TOKEN}` }, undefined],
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

  it('is nobody by a token where the installation has none', async () => {
    const none = installationAuthenticator({});
    for (const authorization of ['Bearer ', 'Bearer undefined', 'Bearer null', ''])
      for (const access of ['read-figures', 'read-metrics'] as const)
        expect(await none.actorOf(request({ authorization, access }))).toBeUndefined();
  });
});

describe('a chain of credentials', () => {
  const credential = (shown: boolean, actor: Actor | undefined): Credential => ({
    isShownBy: () => shown,
    actorOf: () => Promise.resolve(actor),
  });

  it('lets the first that is shown decide alone', async () => {
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
  it('matches itself alone', () => {
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
