import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#access';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { TERRITORY } from './support/territory';

interface Issued {
  readonly id: string;
  readonly token: string;
}

const HOLDER = 'Madame Sagan, attributions';
const OF_INSTALLATION = { authorization: `Bearer ${TOKEN}` };
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('tokens, over HTTP', () => {
  let service: StartedApi;
  beforeEach(async () => {
    service = await startedApi();
    expect((await service.send(TERRITORY)).status).toBe(200);
  });
  afterEach(() => service.stop());

  const post = (path: string, body: object, headers: object = OF_INSTALLATION) =>
    service.get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const issue = async (body: object): Promise<Issued> => {
    const answer = await post('/api/tokens', body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as Issued;
  };
  const codeOf = async (answer: Response) => ((await answer.json()) as { readonly code: string }).code;

  it('leave this machine the administrator until the first is issued, and nobody after, but for health and pages', async () => {
    expect((await service.get('/api/allocations')).status).toBe(200);
    // Issued by this machine itself, without a token.
    expect((await post('/api/tokens', { role: 'elu' }, {})).status).toBe(201);
    for (const path of ['/api/allocations', '/api/indicators', '/api/metrics', '/api/tokens']) {
      const answer = await service.get(path);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 401, 'not-authenticated']);
    }
    for (const path of ['/', '/icone.svg', '/api/health', '/api/health/live', '/api/health/ready'])
      expect([path, (await service.get(path)).status]).toEqual([path, 200]);
    expect(await (await service.get('/api/health')).json()).toEqual({ status: 'ok' });
    for (const path of ['/api/docs', '/api/docs/', '/api/docs/swagger-ui.css', '/api/docs-json']) {
      expect([path, (await service.get(path)).status]).toEqual([path, 401]);
      expect([path, (await service.get(path, { headers: OF_INSTALLATION })).status]).toEqual([path, 200]);
    }
    const health = await service.get('/api/health', { headers: OF_INSTALLATION });
    expect(await health.json()).toMatchObject({
      status: 'ok',
      keys: 'present',
      projections: expect.any(Array) as unknown,
    });
    expect((await service.get('/api/allocations', { headers: OF_INSTALLATION })).status).toBe(200);
  });

  it('let in with the rights of their role and their scope', async () => {
    const landlord = await issue({ role: 'bailleur', scope: ['L-A'] });
    const elected = await issue({ role: 'elu' });
    const program = await issue({ role: 'service', as: 'bailleur', scope: ['L-A'] });
    for (const { token } of [landlord, program]) {
      expect((await service.get('/api/allocations', bearer(token))).status).toBe(200);
      const imported = await service.get('/api/imports', { method: 'POST', ...bearer(token) });
      expect([imported.status, await codeOf(imported)]).toEqual([415, 'unsupported-media-type']);
    }
    const refused = await service.get('/api/imports', { method: 'POST', ...bearer(elected.token) });
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'import-not-allowed']);
    const list = await service.get('/api/allocations', bearer(elected.token));
    expect([list.status, await codeOf(list)]).toEqual([403, 'not-allowed']);
    expect((await service.get('/api/indicators', bearer(elected.token))).status).toBe(200);
    expect(await codeOf(await service.get('/api/tokens', bearer(landlord.token)))).toBe('not-allowed');
  });

  it('are worth nothing on the next request after they are revoked', async () => {
    const { id, token } = await issue({ role: 'auditeur' });
    const read = () => service.get('/api/indicators', bearer(token));
    expect((await read()).status).toBe(200);
    expect((await post(`/api/tokens/${id}/revocation`, {})).status).toBe(200);
    const refused = await read();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await refused.json()).toMatchObject({
      code: 'token-revoked',
      detail: expect.stringContaining('révoqué') as string,
    });
    const { tokens } = (await (await service.get('/api/tokens', { headers: OF_INSTALLATION })).json()) as {
      readonly tokens: readonly object[];
    };
    expect(tokens).toMatchObject([{ id, role: 'auditeur', status: 'revoked' }]);
  });

  it('are refused, each with its reason', async () => {
    const { token } = await issue({ role: 'auditeur' });
    await post('/api/tokens/rotation', { retire: true });
    const reasonOf = async (text: string) => {
      const answer = await service.get('/api/indicators', bearer(text));
      expect(answer.status).toBe(401);
      return codeOf(answer);
    };
    expect(await reasonOf(token)).toBe('token-of-another-key');
    expect(await reasonOf(`${token}x`)).toBe('token-of-another-key');
    expect(await reasonOf('jeton')).toBe('not-authenticated');
    const other = await startedApi();
    try {
      expect(await codeOf(await other.get('/api/indicators', bearer(token)))).toBe('token-of-another-installation');
    } finally {
      await other.stop();
    }
  });

  it.each([
    [{ role: 'service' }, 'token-acts-as', '--as'],
    [{ role: 'bailleur' }, 'token-scope-needed', '--scope'],
    [{ role: 'bailleur', scope: [] }, 'token-scope-needed', '--scope'],
    [{ role: 'elu', scope: ['L-A'] }, 'token-scope-not-admitted', 'tout le territoire'],
    [{ role: 'commune', scope: ['L-A'] }, 'token-scope-unknown', 'd’une commune de ce territoire : L-A'],
    [{ role: 'monitor' }, 'invalid-request', 'role'],
    [{ role: 'elu', days: 0 }, 'invalid-request', 'days'],
  ])('of %j are not issued', async (body, code, words) => {
    const answer = await post('/api/tokens', body);
    expect(answer.status).toBe(code === 'invalid-request' ? 400 : 422);
    expect(await answer.json()).toMatchObject({ code, detail: expect.stringContaining(words) as string });
  });

  it('stand in no event, no log and no answer but that of their issue', async () => {
    const { token } = await issue({ role: 'bailleur', scope: ['L-A'], name: HOLDER });
    await service.get('/api/allocations', bearer(token));
    await service.get('/api/allocations', bearer(`${token}x`));
    const { eventStore, folder } = service.installation;
    const events = JSON.stringify(await eventStore.readAll({ maxCount: 1_000 }));
    const files = ['events.db', 'keys.db'].map((file) => readFileSync(join(folder, file), 'latin1')).join('');
    for (const text of [events, service.log.join('\n'), files])
      for (const secret of [token, token.split('.')[2]!, HOLDER]) expect(text).not.toContain(secret);
  });

  it('name who acted, to who may read names', async () => {
    const landlord = await issue({ role: 'bailleur', scope: ['L-A'], name: HOLDER });
    const readers: Record<string, Issued> = {};
    for (const role of ['auditeur', 'etat'] satisfies Role[]) readers[role] = await issue({ role });
    const declared = await post(
      '/api/vacancies',
      { reference_logement: 'L-1', code_residence: 'R1', date_liberation: '2024-01-01', motif_liberation: 'depart' },
      bearer(landlord.token).headers,
    );
    expect(declared.status).toBe(201);
    const { vacancy } = (await declared.json()) as { readonly vacancy: string };
    const firstOf = async (role: string) => {
      const answer = await service.get(`/api/vacancies/${vacancy}/history`, bearer(readers[role]!.token));
      return ((await answer.json()) as { readonly events: readonly object[] }).events[0];
    };
    const acted = { type: 'VacancyDeclared', actor: landlord.id, role: 'bailleur' };
    expect(await firstOf('auditeur')).toMatchObject({ ...acted, actorName: HOLDER });
    expect(await firstOf('etat')).toMatchObject({ ...acted, actorName: null });
  });
});
