import { GIVEN_ROLES, may, limitedTo, EVERYTHING, SCOPE_OF_ROLE, type Right } from '#access';
import { instantOf } from '#kernel';
import { SHORTEST_PASSWORD } from '../../apps/web/src/parts/password';
import { codeAt } from '../../libs/accounts/src/secrets/one-time-codes';
import { rawRequest } from './support/raw-request';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { TERRITORY } from './support/territory';

/** The module itself, whose functions a spy counts. */
const argon2 = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
const PASSWORD = 'quatre girafes au violon';
const ADA = { email: 'ada@example.org', name: 'Ada Diallo' };
const bearer = { authorization: `Bearer ${TOKEN}` };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly code?: string;
    readonly link?: string;
    readonly rights?: readonly string[];
    readonly secret?: string;
    readonly codes?: readonly string[];
  };
}

describe('the sign-in, over HTTP', () => {
  let service: StartedApi;
  let port: number;
  beforeAll(async () => {
    service = await startedApi();
    port = Number(new URL(service.url).port);
    await service.send(TERRITORY);
  });
  afterAll(() => service.stop());

  async function ask(
    method: string,
    path: string,
    given?: unknown,
    sent: Record<string, string> = {},
  ): Promise<Answer> {
    const { status, headers, text } = await rawRequest(port, method, path, given, sent);
    return { status, headers, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
  }
  const here = () => ({ origin: `http://127.0.0.1:${port}` });
  const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';', 1)[0]!;
  const invited = async (body: object): Promise<string> => {
    const answer = await ask('POST', '/api/invitations', body, bearer);
    expect(answer.status).toBe(201);
    return String(answer.body.link).split('#')[1]!;
  };
  const withAccount = async (person: { email: string; name: string }, role: object): Promise<string> => {
    const code = await invited({ ...person, ...role });
    expect(
      (await ask('POST', '/api/invitations/acceptance', { code, name: person.name, password: PASSWORD })).status,
    ).toBe(201);
    return enter(person.email);
  };
  const enter = async (email: string): Promise<string> => {
    const answer = await ask('POST', '/api/session', { email, password: PASSWORD });
    expect(answer.status).toBe(200);
    return cookieOf(answer);
  };

  it('goes from a link to a session, and says who acts and what they may', async () => {
    const code = await invited({ ...ADA, role: 'bailleur', scope: ['L-A'], until: '2099-12-31' });
    const read = await ask('POST', '/api/invitations/reading', { code });
    expect([read.status, read.body]).toMatchObject([200, { email: ADA.email, role: 'bailleur', scope: ['L-A'] }]);
    const accepted = await ask('POST', '/api/invitations/acceptance', { code, name: ADA.name, password: PASSWORD });
    expect([accepted.status, accepted.headers['set-cookie']]).toEqual([201, undefined]);
    const opened = await ask('POST', '/api/session', { email: ADA.email, password: PASSWORD });
    expect(opened.status).toBe(200);
    expect(String(opened.headers['set-cookie'])).toMatch(/^mixite-[\w-]+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const me = await ask('GET', '/api/me', undefined, { cookie: cookieOf(opened) });
    expect(me.body).toMatchObject({
      ...{ name: ADA.name, email: ADA.email, acting: { role: 'bailleur', scope: ['L-A'] } },
      roles: [{ role: 'bailleur', scope: ['L-A'], until: '2099-12-31', manager: false }],
    });
    expect(me.body.rights).toContain('let-dwellings');
    expect(me.body.rights).not.toContain('rebuild');
    const list = await ask('GET', '/api/allocations', undefined, { cookie: cookieOf(opened) });
    expect(list.status).toBe(200);
    expect((await ask('GET', '/api/users', undefined, { cookie: cookieOf(opened) })).status).toBe(403);
    expect((await ask('DELETE', '/api/session', undefined, { cookie: cookieOf(opened), ...here() })).status).toBe(204);
    expect((await ask('GET', '/api/me', undefined, { cookie: cookieOf(opened) })).body.code).toBe('session-ended');
  });

  it('asks for as many characters of a password as its page says', async () => {
    const code = await invited({ email: 'court@example.org', role: 'elu' });
    const password = 'zqvkhfujbwxe'.slice(0, SHORTEST_PASSWORD);
    const accept = (text: string) => ask('POST', '/api/invitations/acceptance', { code, name: 'Mina', password: text });
    expect((await accept(password.slice(1))).body.code).toBe('password-too-short');
    expect((await accept(password)).status).toBe(201);
  });

  it('tells whoever comes in what each role may, as the rights are applied', async () => {
    const cookie = await withAccount({ email: 'droits@example.org', name: 'Noor' }, { role: 'elu' });
    const { status, body } = await ask('GET', '/api/rights', undefined, { cookie });
    expect(status).toBe(200);
    const table = body.rights as unknown as readonly {
      readonly right: Right;
      readonly label: string;
      readonly roles: readonly { readonly role: string; readonly scope: string; readonly managersOnly: boolean }[];
    }[];
    expect(new Set(table.map(({ label }) => label)).size).toBe(table.length);
    for (const role of GIVEN_ROLES) {
      const kind = SCOPE_OF_ROLE[role];
      const actor = { id: 'x', role, scope: kind === 'all' ? EVERYTHING : limitedTo({ [kind]: ['L-A'] }) };
      for (const { right, roles } of table) {
        const shown = roles.find((one) => one.role === role);
        expect([role, right, shown !== undefined]).toEqual([role, right, may({ ...actor, isManager: true }, right)]);
        if (shown) expect([shown.scope, shown.managersOnly]).toEqual([kind, !may(actor, right)]);
      }
    }
  });

  it('closes this machine to who shows nothing, once somebody was invited', async () => {
    await invited({ email: 'first@example.org', role: 'elu' });
    expect((await ask('GET', '/api/compliance?from=2024-01-01&to=2024-12-31')).status).toBe(401);
    expect((await ask('GET', '/api/me')).status).toBe(401);
    expect((await ask('GET', '/api/health')).status).toBe(200);
  });

  describe('attacked', () => {
    let cookie: string;
    beforeAll(async () => {
      cookie = await withAccount({ email: 'agent@example.org', name: 'Agent' }, { role: 'agent_epci' });
    });
    const write = (headers: Record<string, string>) =>
      ask('POST', '/api/me/recovery-codes', {}, { cookie, ...headers });

    it.each<[string, () => Record<string, string>, string]>([
      ['without an origin', () => ({}), 'foreign-origin'],
      ['by a frame without an origin', () => ({ origin: 'null' }), 'foreign-origin'],
      ['by a page of another site', () => ({ origin: 'https://example.com' }), 'foreign-origin'],
      ['by a page of another port', () => ({ origin: 'http://127.0.0.1:1' }), 'foreign-origin'],
      [
        'under another name',
        () => ({ host: 'attack.example.com', origin: 'http://attack.example.com' }),
        'unknown-host',
      ],
    ])('%s, refuses a write by cookie', async (_, headers, code) => {
      expect((await write(headers())).body.code).toBe(code);
    });

    it('refuses a reading by cookie under another name, and a sign-in from another page', async () => {
      const reading = await ask('GET', '/api/me', undefined, { cookie, host: 'attack.example.com' });
      expect([reading.status, reading.body.code]).toEqual([421, 'unknown-host']);
      const foreign = { origin: 'https://example.com' };
      const signIn = await ask('POST', '/api/session', { email: 'agent@example.org', password: PASSWORD }, foreign);
      expect([signIn.status, signIn.headers['set-cookie']]).toEqual([403, undefined]);
    });

    it('takes no session that was fixed before the sign-in, and none of another installation', async () => {
      const [name] = cookie.split('=', 1);
      const fixed = `${name}=${'A'.repeat(43)}`;
      const answer = await ask(
        'POST',
        '/api/session',
        { email: 'agent@example.org', password: PASSWORD },
        { cookie: fixed },
      );
      expect(cookieOf(answer)).not.toBe(fixed);
      expect((await ask('GET', '/api/me', undefined, { cookie: fixed })).status).toBe(401);
      const other = await ask('GET', '/api/me', undefined, { cookie: `mixite-another=${cookie.split('=')[1]}` });
      expect(other.status).toBe(401);
    });

    it('does not widen a scope by its own manager', async () => {
      const manager = { email: 'manager@example.org', name: 'Manager' };
      const own = await withAccount(manager, { role: 'bailleur', scope: ['L-A'], manager: true });
      const asked = async (body: object) =>
        (await ask('POST', '/api/invitations', { password: PASSWORD, ...body }, { cookie: own, ...here() })).body.code;
      const peer = { email: 'peer@example.org', role: 'bailleur' };
      expect(await asked({ ...peer, scope: ['L-A', 'L-B'] })).toBe('scope-not-allowed');
      expect(await asked({ ...peer, role: 'administrateur' })).toBe('not-allowed');
      expect(await asked({ ...peer, email: manager.email, scope: ['L-A'] })).toBe('own-account');
      expect(await asked({ email: 'x@example.org', role: 'bailleur', scope: ['L-A'], manager: true })).toBe(
        'not-allowed',
      );
      expect(await asked({ email: 'x@example.org', role: 'bailleur', scope: ['L-A'], password: undefined })).toBe(
        'password-needed',
      );
      expect(await asked({ email: 'x@example.org', role: 'bailleur', scope: ['L-A'] })).toBeUndefined();
    });

    it('gives no token from an open browser without another proof', async () => {
      const own = await withAccount({ email: 'root@example.org', name: 'Root' }, { role: 'administrateur' });
      const asked = (body: object) => ask('POST', '/api/tokens', { role: 'elu', ...body }, { cookie: own, ...here() });
      expect((await asked({})).body.code).toBe('password-needed');
      expect((await asked({ password: 'au hasard Balthazar' })).body.code).toBe('wrong-proof');
      expect((await asked({ password: PASSWORD })).status).toBe(201);
    });

    it('repeats no secret in an answer, however it was written', async () => {
      const answers = await Promise.all([
        ask('POST', '/api/session', { email: 'a@example.org', password: 12345678901234 }),
        ask('POST', '/api/session', { email: 'a@example.org', password: ['un secret'] }),
        ask('POST', '/api/invitations/acceptance', { code: 'x'.repeat(300), password: 'y'.repeat(3_000) }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
      expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/123456|un secret|xxx|yyy/);
    });

    it('ends the session of a browser that signs in again', async () => {
      const first = await enter('agent@example.org');
      const again = await ask(
        'POST',
        '/api/session',
        { email: 'agent@example.org', password: PASSWORD },
        { cookie: first },
      );
      expect(again.status).toBe(200);
      expect((await ask('GET', '/api/me', undefined, { cookie: first })).status).toBe(401);
    });

    it('reads nothing more under a role that was revoked', async () => {
      const own = await withAccount({ email: 'left@example.org', name: 'Left' }, { role: 'auditeur' });
      expect((await ask('GET', '/api/allocations', undefined, { cookie: own })).status).toBe(200);
      expect((await ask('POST', '/api/users/revocation', { email: 'left@example.org' }, bearer)).status).toBe(200);
      expect((await ask('GET', '/api/allocations', undefined, { cookie: own })).status).toBe(401);
      expect((await ask('POST', '/api/session', { email: 'left@example.org', password: PASSWORD })).body.code).toBe(
        'sign-in-refused',
      );
    });

    it('takes a replayed link and a replayed code for nothing', async () => {
      const person = { email: 'replayed@example.org', name: 'Replayed' };
      const code = await invited({ ...person, role: 'elu' });
      const accept = () => ask('POST', '/api/invitations/acceptance', { code, name: person.name, password: PASSWORD });
      expect((await accept()).status).toBe(201);
      const again = await accept();
      expect([again.status, again.body.code]).toEqual([404, 'unknown-invitation']);
      const own = { cookie: await enter(person.email), ...here() };
      const { secret } = (await ask('POST', '/api/me/totp', { password: PASSWORD }, own)).body;
      const totp = codeAt(secret!, instantOf(Date.now()));
      const { codes } = (await ask('POST', '/api/me/totp/confirmation', { totp }, own)).body;
      const signIn = async (given: string) =>
        (await ask('POST', '/api/session', { email: person.email, password: PASSWORD, totp: given })).status;
      expect(await signIn(totp)).toBe(401);
      expect([await signIn(codes![0]!), await signIn(codes![0]!)]).toEqual([200, 401]);
    });

    it('ends the other sessions once there is a second factor, and once its recovery codes are made again', async () => {
      const person = { email: 'deux.sessions@exemple.fr', name: 'Deux Sessions' };
      await withAccount(person, { role: 'agent_epci' });
      const own = { cookie: await enter(person.email), ...here() };
      const before = { cookie: await enter(person.email) };
      const status = async (session: { cookie: string }) => (await ask('GET', '/api/me', undefined, session)).status;
      const { secret } = (await ask('POST', '/api/me/totp', { password: PASSWORD }, own)).body;
      expect(await status(before)).toBe(200);
      const totp = codeAt(secret!, instantOf(Date.now()));
      const { codes } = (await ask('POST', '/api/me/totp/confirmation', { totp }, own)).body;
      expect([await status(own), await status(before)]).toEqual([200, 401]);
      const [first, second] = [codes![0]!, codes![1]!];
      const again = await ask('POST', '/api/session', { email: person.email, password: PASSWORD, totp: first });
      const after = { cookie: cookieOf(again) };
      expect(await status(after)).toBe(200);
      expect((await ask('POST', '/api/me/recovery-codes', { totp: second }, own)).status).toBe(200);
      expect([await status(own), await status(after)]).toEqual([200, 401]);
    });

    it('does the same work for a guessed address as for a known one, so that the time tells nothing', async () => {
      await withAccount({ email: 'known@example.org', name: 'Known' }, { role: 'elu' });
      await withAccount({ email: 'closed@example.org', name: 'Closed' }, { role: 'elu' });
      expect((await ask('POST', '/api/users/disabling', { email: 'closed@example.org' }, bearer)).status).toBe(200);
      const guess = (email: string) => ask('POST', '/api/session', { email, password: 'au hasard Balthazar' });
      // The digest that unknown addresses are compared with is made once.
      const first = await guess('nobody@example.org');
      const [verify, hash] = [jest.spyOn(argon2, 'verify'), jest.spyOn(argon2, 'hash')];
      for (const email of ['known@example.org', 'closed@example.org', 'unknown@example.org']) {
        const answer = await guess(email);
        const body = { ...answer.body, requestId: '' };
        expect([email, answer.status, body, verify.mock.calls.length, hash.mock.calls.length]).toEqual([
          ...[email, 401, { ...first.body, requestId: '' }, 1, 0],
        ]);
        verify.mockClear();
      }
      jest.restoreAllMocks();
    });

    it('answers a guess with a wait', async () => {
      const guess = () =>
        ask('POST', '/api/session', { email: 'guessed@example.org', password: 'au hasard Balthazar' });
      for (let times = 0; times < 5; times += 1) expect((await guess()).body.code).toBe('sign-in-refused');
      const last = await guess();
      expect([last.status, last.body.code, Number(last.headers['retry-after'])]).toEqual([429, 'too-many-attempts', 2]);
    });
  });

  it('leaves no name, address, password or code in the log', () => {
    const log = service.log.join('\n');
    expect(log).not.toMatch(/example\.org|Diallo|girafe|set-cookie/);
    expect(log.length).toBeGreaterThan(0);
  });
});
