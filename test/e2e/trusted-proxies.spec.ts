import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildApi } from '#service';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';

const PROXY = '10.0.0.4';
const ELSEWHERE = '198.51.100.9';
const PUBLIC = 'mixite.example.org';
const ORIGIN = `https://${PUBLIC}`;
const PERSON = { email: 'ada@example.org', password: 'quatre girafes au violon' };

describe('a service behind a proxy', () => {
  let service: StartedApi;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    service = await startedApi();
    const trustedProxies = [PROXY, '127.0.0.1'];
    app = await buildApi(service.installation, { token: TOKEN, publicUrl: new URL(ORIGIN), trustedProxies });
  });
  afterAll(async () => {
    await app.close();
    await service.stop();
  });

  const ask = (remoteAddress: string, url: string, headers: Record<string, string> = {}, payload?: object) =>
    app.inject({ method: payload ? 'POST' : 'GET', url, payload, remoteAddress, headers });
  /** As a proxy passes it on that keeps its own name for the service. */
  const through = (client: string) => ({
    ...{ host: '127.0.0.1:3000', 'x-forwarded-for': client, 'x-forwarded-host': PUBLIC, 'x-forwarded-proto': 'https' },
    origin: ORIGIN,
  });
  const signIn = (peer: string, headers: Record<string, string>) => ask(peer, '/api/session', headers, PERSON);
  const codeOf = ({ body }: { readonly body: string }) => (JSON.parse(body) as { readonly code?: string }).code;
  async function placeOf(peer: string, headers: Record<string, string>): Promise<string> {
    const opened = await signIn(peer, headers);
    expect(opened.statusCode).toBe(200);
    const cookie = String(opened.headers['set-cookie']).split(';', 1)[0]!;
    const listed = await ask(peer, '/api/sessions', { ...headers, cookie });
    const { sessions } = listed.json<{ sessions: readonly { isThis: boolean; place: string }[] }>();
    return sessions.find(({ isThis }) => isThis)!.place;
  }

  it('takes nobody for this machine who says so in a header, whoever passes it on', async () => {
    const host = '127.0.0.1:3000';
    expect((await ask('127.0.0.1', '/api/indicators', { host })).statusCode).toBe(200);
    const claims: readonly Readonly<Record<string, string>>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { 'x-forwarded-host': host },
      { 'x-forwarded-proto': 'http' },
      { 'x-forwarded-port': '3000' },
    ];
    for (const peer of ['127.0.0.1', PROXY, ELSEWHERE])
      for (const claim of claims)
        expect([peer, claim, (await ask(peer, '/api/indicators', { host, ...claim })).statusCode]).toEqual([
          ...[peer, claim, 401],
        ]);
  });

  describe('once a person has an account', () => {
    beforeAll(async () => {
      const headers = { host: PUBLIC, authorization: `Bearer ${TOKEN}` };
      const invited = await ask(ELSEWHERE, '/api/invitations', headers, { email: PERSON.email, role: 'elu' });
      const { link } = invited.json<{ link: string }>();
      expect(link).toMatch(/^https:\/\/mixite\.example\.org\/invitation#/);
      const code = link.split('#')[1]!;
      const choice = { code, name: 'Ada', password: PERSON.password };
      expect((await ask(PROXY, '/api/invitations/acceptance', through('203.0.113.7'), choice)).statusCode).toBe(201);
    });

    it('takes from a trusted proxy the name and the address, and gives the cookie that only HTTPS carries', async () => {
      const opened = await signIn(PROXY, through('203.0.113.7'));
      expect(String(opened.headers['set-cookie'])).toMatch(
        /^__Host-mixite=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(await placeOf(PROXY, through('203.0.113.7'))).toBe('203.0.113.7');
    });

    it('takes the address that the proxy saw, not the one that its client claimed', async () => {
      expect(await placeOf(PROXY, through('127.0.0.1, 203.0.113.7'))).toBe('203.0.113.7');
      expect(await placeOf(PROXY, through(`203.0.113.7, ${PROXY}`))).toBe('203.0.113.7');
    });

    it('takes the address of the peer itself, by which wrong tries are counted, whatever a peer that is not trusted claims', async () => {
      const headers = { host: PUBLIC, origin: ORIGIN, 'x-forwarded-for': '203.0.113.7' };
      expect(await placeOf(ELSEWHERE, headers)).toBe(ELSEWHERE);
    });

    it('hears the name of the service from no other peer', async () => {
      const refused = await signIn(ELSEWHERE, { ...through('203.0.113.7'), host: '192.0.2.1' });
      expect([refused.statusCode, codeOf(refused)]).toEqual([421, 'unknown-host']);
      const loopback = await signIn(ELSEWHERE, through('203.0.113.7'));
      expect([loopback.statusCode, codeOf(loopback)]).toEqual([403, 'foreign-origin']);
    });

    it('hears no other name from a trusted proxy either', async () => {
      const forged = { ...through('203.0.113.7'), 'x-forwarded-host': 'attack.example.com' };
      expect(codeOf(await signIn(PROXY, forged))).toBe('unknown-host');
      expect(codeOf(await signIn(PROXY, { ...through('203.0.113.7'), origin: `http://${PUBLIC}` }))).toBe(
        'foreign-origin',
      );
    });
  });
});
