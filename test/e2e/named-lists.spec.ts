import { readXlsx } from './support/read-xlsx';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

const PASSWORD = 'quatre girafes au violon';
const bearer = { authorization: `Bearer ${TOKEN}` };
type Row = Readonly<Record<string, unknown>>;
interface Body {
  readonly code: string;
  readonly link: string;
  readonly count: number;
  readonly total: number;
  readonly expiresAt: string;
  readonly allocations: readonly Row[];
  readonly next: string | null;
  readonly prev: string | null;
  readonly offset: number;
}

describe('lists of leases with names', () => {
  let service: StartedApi;
  let late = 0;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
    const { clock } = service.installation;
    const now = clock.now.bind(clock);
    jest.spyOn(clock, 'now').mockImplementation(() => new Date(Date.parse(now()) + late).toISOString() as never);
  });
  afterEach(() => {
    late = 0;
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await service.stop();
  });

  async function send(method: string, path: string, body?: object, headers: Record<string, string> = bearer) {
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await service.get(path, { method, headers: { ...type, ...headers }, body: JSON.stringify(body) });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  }
  const ask = (body: object, headers?: Record<string, string>) => send('POST', '/api/allocations/named', body, headers);
  const open = (link: string, headers?: Record<string, string>) => send('GET', link, undefined, headers);
  const asked = { filter: { code_residence: ['R1'] }, motif: 'commission' };

  async function readings(): Promise<readonly { readonly data: object; readonly metadata: { actor: string } }[]> {
    const events = await service.installation.eventStore.readAll({ types: ['NamedListRead'], maxCount: 1_000 });
    return events.map(({ data, metadata }) => ({ data, metadata }));
  }

  it('are recorded in the history first, then opened once, with exactly the columns asked for', async () => {
    const columns = ['numero_unique', 'date_bail', 'numero_attribution'];
    const made = await ask({ ...asked, columns });
    expect([made.status, made.body.count, made.body.total]).toEqual([201, 10, 10]);
    expect(made.body.link).toMatch(/^\/api\/allocations\/named\/[\w-]{43}$/);
    const recorded = await readings();
    expect(recorded).toHaveLength(10);
    expect(recorded[0]).toMatchObject({ data: { list: 'allocations', count: 1, motive: 'commission' } });
    const opened = await open(made.body.link);
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(opened.body.allocations).toHaveLength(10);
    expect(Object.keys(opened.body.allocations[0]!)).toEqual(columns);
    const numbers = opened.body.allocations.map((row) => row['numero_attribution']);
    expect(new Set(numbers)).toEqual(new Set([6, 12, 18, 24, 30, 36, 42, 48, 54, 60].map((n) => `BAIL-SECRET-${n}`)));
    expect(await open(made.body.link)).toMatchObject({ status: 404, body: { code: 'unknown-list' } });
    expect(await readings()).toHaveLength(10);
  });

  it('open for one of two who come at the same moment', async () => {
    const { link } = (await ask(asked)).body;
    const answers = await Promise.all([open(link), open(link), open(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('open neither late, nor for another, nor under a code that is none, in one answer', async () => {
    const [old, others] = [(await ask(asked)).body.link, (await ask(asked)).body.link];
    const token = await tokenOf('auditeur');
    const refused = [await open(others, { authorization: `Bearer ${token}` }), await open(`${others}x`)];
    late = 61_000;
    refused.push(await open(old));
    late = 0;
    for (const { status, body } of refused)
      expect([status, { ...body, requestId: '' }]).toEqual([404, { ...refused[0]!.body, requestId: '' }]);
    expect(refused[0]!.body.code).toBe('unknown-list');
    // Who was refused has not used it up.
    expect((await open(others)).status).toBe(200);
  });

  async function tokenOf(role: string, scope?: readonly string[]): Promise<string> {
    const made = await send('POST', '/api/tokens', { role, ...(scope && { scope }), name: 'Essai' });
    expect(made.status).toBe(201);
    return (made.body as unknown as { token: string }).token;
  }

  it('name only what the scope covers, and nobody to who may not read names', async () => {
    const landlord = { authorization: `Bearer ${await tokenOf('bailleur', ['L-A'])}` };
    const made = await ask({ filter: {}, motif: 'instruction', columns: ['code_bailleur'], limit: 200 }, landlord);
    const opened = await open(made.body.link, landlord);
    expect(new Set(opened.body.allocations.map((row) => row['code_bailleur']))).toEqual(new Set(['L-A']));
    for (const [role, scope] of [
      ['commune', ['78621']],
      ['etat', undefined],
      ['statisticien', undefined],
    ] as const) {
      const before = (await readings()).length;
      const refused = await ask(asked, { authorization: `Bearer ${await tokenOf(role, scope)}` });
      expect([role, refused.status, refused.body.code]).toEqual([role, 403, 'not-allowed']);
      expect(await readings()).toHaveLength(before);
    }
  });

  it('page on and back, each page recorded by itself', async () => {
    const before = (await readings()).length;
    const page = async (cursor?: string | null) => {
      const made = await ask({ ...asked, columns: ['identifiant'], limit: 4, ...(cursor && { cursor }) });
      expect(made.body.count).toBeLessThanOrEqual(4);
      return (await open(made.body.link)).body;
    };
    const first = await page();
    const second = await page(first.next);
    const back = await page(second.prev);
    expect([second.offset, back.allocations]).toEqual([4, first.allocations]);
    expect((await readings()).length - before).toBe(12);
  });

  it('come whole in a file, which says why it was made', async () => {
    const filter = { code_residence: ['R1', 'R2'], sort: '-date_bail' };
    const columns = ['date_bail', 'numero_unique', 'code_residence', 'reference_logement'];
    const csv = await ask({ filter, columns, motif: 'controle', format: 'csv' });
    const answer = await service.get(csv.body.link, { headers: bearer });
    expect(answer.headers.get('content-disposition')).toMatch(/mixite-attributions-.*-nominative\.csv"$/);
    const [header, ...lines] = (await answer.text())
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(header).toBe(columns.join(';'));
    expect([lines.length, csv.body.count]).toEqual([20, 20]);
    const made = await ask({ filter, columns, labels: true, motif: 'controle', format: 'xlsx' });
    const workbook = Buffer.from(await (await service.get(made.body.link, { headers: bearer })).arrayBuffer());
    const rows = await readXlsx(workbook);
    expect(rows[0]).toEqual(['Date du bail', 'Numéro unique', 'Résidence', 'Référence du logement']);
    expect(rows[1]![1]).toMatch(/^0780000000/);
    const criteria = await readXlsx(workbook, 2);
    expect(criteria).toContainEqual(expect.arrayContaining(['Motif', 'controle']));
    expect(JSON.stringify(criteria)).not.toContain('0780000000');
  });

  it('refuse a motive that no list has, an unknown column and an unknown filter', async () => {
    for (const body of [
      { ...asked, motif: 'curiosite' },
      { filter: {} },
      { ...asked, columns: ['ressources_annuelles'] },
      { ...asked, filter: { numero_unique: '078000000000000001' } },
    ])
      expect(await ask(body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await ask({ ...asked, filter: { from: '2024-02-01', to: '2024-01-01' } })).toMatchObject({
      status: 400,
      body: { code: 'period-reversed' },
    });
  });

  it('belong to one session, and ask its person for a proof again before a file', async () => {
    const email = 'agent@example.org';
    const invitation = await send('POST', '/api/invitations', { email, role: 'agent_epci' });
    const code = invitation.body.link.split('#')[1];
    await send('POST', '/api/invitations/acceptance', { code, name: 'Agent', password: PASSWORD }, {});
    const enter = async () => {
      const answer = await send('POST', '/api/session', { email, password: PASSWORD }, {});
      return { cookie: answer.headers.get('set-cookie')!.split(';', 1)[0]!, origin: service.url };
    };
    const [one, other] = [await enter(), await enter()];
    const page = await ask(asked, one);
    expect(page.status).toBe(201);
    expect((await open(page.body.link, other)).body.code).toBe('unknown-list');
    expect((await open(page.body.link, one)).status).toBe(200);
    const file = { ...asked, format: 'csv' };
    const unproven = await ask(file, one);
    expect([unproven.status, unproven.body.code]).toEqual([401, 'password-needed']);
    expect((await ask({ ...file, password: PASSWORD }, one)).status).toBe(201);
  });
});
