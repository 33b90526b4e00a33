import { request } from 'node:http';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

const PASSWORD = 'quatre girafes au violon';
const VIEW = { list: 'attributions', name: 'Hors QPV', query: 'en_qpv=N&note=4&note=5&colonnes=note' };

interface View {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly origin: string;
}
interface Body extends View {
  readonly code: string;
  readonly detail: string;
  readonly views: readonly View[];
  readonly token: string;
  readonly link: string;
  readonly total: number;
}
interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly body: Body;
}
type Who = Readonly<Record<string, string>>;

describe('views of lists, over HTTP', () => {
  let service: StartedApi;
  let [ada, ben, cleo, state]: Who[] = [];
  const administrator: Who = { authorization: `Bearer ${TOKEN}` };
  const ask = (method: string, path: string, who: Who, body?: object) =>
    new Promise<Answer>((resolve, reject) => {
      const type: Who = body === undefined ? {} : { 'content-type': 'application/json' };
      const sent = request(`${service.url}${path}`, { method, headers: { ...type, ...who } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const cookie = String(answer.headers['set-cookie']).split(';', 1)[0]!;
          resolve({ status: answer.statusCode!, cookie, body: (text === '' ? {} : JSON.parse(text)) as Body });
        });
      });
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  const holder = async (role: string, ...scope: readonly string[]): Promise<Who> => {
    const given = { role, ...(scope.length > 0 && { scope }) };
    const { status, body } = await ask('POST', '/api/tokens', administrator, given);
    expect(status).toBe(201);
    return { authorization: `Bearer ${body.token}` };
  };
  const add = (who: Who, given: object = {}) => ask('POST', '/api/views', who, { ...VIEW, ...given });
  const seenBy = async (who: Who) => {
    const { status, body } = await ask('GET', '/api/views?list=attributions', who);
    expect(status).toBe(200);
    return body.views.map(({ origin, name }) => `${origin}: ${name}`);
  };

  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 12) });
    ada = await holder('bailleur', 'L-A');
    ben = await holder('bailleur', 'L-A');
    cleo = await holder('bailleur', 'L-B');
    state = await holder('etat');
  });
  afterAll(() => service.stop());

  it('are one’s own, or shared with the same role and scope, beside those of the role', async () => {
    const own = await add(ada!, { period: 'semestre_en_cours' });
    expect(own).toMatchObject({
      status: 201,
      body: { query: 'en_qpv=N&note=4&note=5', columns: ['note'], period: 'semestre_en_cours', origin: 'own' },
    });
    const shared = await add(ada!, { name: 'À nous', shared: true });
    const ofRole = 'default: Mon parc hors QPV, semestre en cours';
    expect(await seenBy(ada!)).toEqual(['own: À nous', 'own: Hors QPV', ofRole]);
    expect(await seenBy(ben!)).toEqual(['service: À nous', ofRole]);
    expect(await seenBy(cleo!)).toEqual([ofRole]);
    expect(await seenBy(state!)).toEqual(['default: Contingent État : non prioritaires']);
    expect(await seenBy(administrator)).toEqual([]);

    const at = (id: string) => `/api/views/${id}`;
    const anew = { ...VIEW, name: 'Renommée', shared: true };
    for (const [who, id, status, code] of [
      [ben!, shared.body.id, 403, 'view-of-another'],
      [ben!, own.body.id, 404, 'unknown-view'],
      [cleo!, shared.body.id, 404, 'unknown-view'],
      [ada!, 'stock-outside-qpv', 404, 'unknown-view'],
    ] as const) {
      expect(await ask('PUT', at(id), who, anew)).toMatchObject({ status, body: { code } });
      expect(await ask('DELETE', at(id), who)).toMatchObject({ status, body: { code } });
    }
    expect(await ask('PUT', at(own.body.id), ada!, anew)).toMatchObject({ status: 200, body: { name: 'Renommée' } });
    expect(await seenBy(ben!)).toEqual(['service: À nous', 'service: Renommée', ofRole]);
    for (const { body } of [own, shared]) expect((await ask('DELETE', at(body.id), ada!)).status).toBe(204);
    expect([await seenBy(ada!), await seenBy(ben!)]).toEqual([[ofRole], [ofRole]]);
  });

  it('open a list that the service gives', async () => {
    for (const who of [ada!, cleo!, state!])
      for (const { query } of (await ask('GET', '/api/views', who)).body.views)
        expect((await ask('GET', `/api/allocations?${query}`, who)).status).toBe(200);
    const { body } = await add(state!, { query: '?code_residence=R1&code_residence=R2&sort=-date_bail' });
    expect((await ask('GET', `/api/allocations?${body.query}`, state!)).body.total).toBeGreaterThan(0);
    await ask('DELETE', `/api/views/${body.id}`, state!);
  });

  it.each([
    [{ query: 'numero_unique=078000000000000001' }, 400, 'invalid-request', '« numero_unique » est inconnu'],
    [{ query: 'quartile=9' }, 400, 'invalid-request', '« quartile » vaut « 9 »'],
    [{ query: 'cursor=abc' }, 400, 'invalid-request', '« cursor » est inconnu'],
    [{ query: 'colonnes=rien' }, 400, 'invalid-request', '« colonnes » vaut « rien »'],
    [{ query: `code_residence=${'R'.repeat(4_000)}` }, 400, 'invalid-request', '4000 caractères au plus'],
    [{ name: 'x'.repeat(81) }, 400, 'invalid-request', 'un texte de 1 à 80 caractères'],
    [{ name: ' ' }, 400, 'invalid-request', '« name »'],
    [{ period: 'demain' }, 400, 'invalid-request', '« period » vaut « demain »'],
    [{ period: 'semaine', query: 'from=2024-01-01' }, 400, 'invalid-request', '« period » vaut « semaine »'],
    [{ list: 'menages' }, 400, 'invalid-request', '« list »'],
    [{ query: 'from=2024-02-01&to=2024-01-01' }, 400, 'period-reversed', 'Le premier jour'],
    [{ name: 'Mme Durand' }, 422, 'text-names-people', 'nommer une personne'],
    [{ query: 'code_residence=078000000000000001' }, 422, 'text-names-people', 'un numéro'],
  ])('are refused in French where the list, or a view, does not take it (%#)', async (given, status, code, detail) => {
    const answer = await add(ada!, given);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.detail).toContain(detail);
    expect(await seenBy(ada!)).toHaveLength(1);
  });

  it('are a hundred for one person at most', async () => {
    const full = await holder('commune', '78621');
    for (let each = 0; each < 100; each += 1) expect((await add(full)).status).toBe(201);
    const { status, body } = await add(full);
    expect([status, body.code]).toEqual([409, 'too-many-views']);
    expect(body.detail).toContain('100');
  });

  it('are for those who read lists', async () => {
    const elected = await holder('elu');
    for (const [method, path, body] of [
      ['GET', '/api/views'],
      ['POST', '/api/views', VIEW],
      ['PUT', '/api/preferences', { list: 'attributions', columns: [], density: 'serree' }],
    ] as const)
      expect(await ask(method, path, elected, body)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('of a person are there in every session, and written by pages of this service alone', async () => {
    const email = 'ada@example.org';
    const invited = await ask('POST', '/api/invitations', administrator, { email, role: 'bailleur', scope: ['L-A'] });
    const code = invited.body.link.split('#')[1];
    await ask('POST', '/api/invitations/acceptance', {}, { code, name: 'Ada', password: PASSWORD });
    const enter = async (): Promise<Who> => {
      const { status, cookie } = await ask('POST', '/api/session', {}, { email, password: PASSWORD });
      expect(status).toBe(200);
      return { cookie };
    };
    const here = { origin: service.url };
    const first = await enter();
    expect(await add(first)).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    expect((await add({ ...first, ...here }, { shared: true })).status).toBe(201);
    expect(await seenBy(await enter())).toContain('own: Hors QPV');
    expect(await seenBy(ben!)).toContain('service: Hors QPV');
  });

  it('stand beside preferences of each person', async () => {
    const preferences = { list: 'attributions', columns: ['note', 'quartile'], density: 'serree' };
    const none = { list: 'attributions', columns: [], density: 'normale' };
    expect((await ask('GET', '/api/preferences', ada!)).body).toEqual(none);
    expect(await ask('PUT', '/api/preferences', ada!, preferences)).toMatchObject({ status: 200, body: preferences });
    expect((await ask('GET', '/api/preferences?list=attributions', ada!)).body).toEqual(preferences);
    expect((await ask('GET', '/api/preferences', ben!)).body).toEqual(none);
    for (const wrong of [{ density: 'haute' }, { columns: ['rien'] }, { columns: undefined }])
      expect((await ask('PUT', '/api/preferences', ada!, { ...preferences, ...wrong })).status).toBe(400);
  });
});
