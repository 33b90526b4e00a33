import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:net';
import { Importer, type ImportReport } from '#exchange';
import { isCodedError } from '#kernel';
import { startApi } from '#service';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

const PLANTED = '078999999999999999';

describe('the service', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 5) });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.stop());

  describe('GET /api/health', () => {
    /** The sender is known without the stores, so that the answer tells all. */
    const BEARER = { headers: { authorization: `Bearer ${TOKEN}` } };

    it('answers 200 when ready, with the status of the projections and no secret', async () => {
      const answer = await service.get('/api/health');
      const head = (await service.installation.eventStore.head())!;
      expect(answer.status).toBe(200);
      const report = (await answer.json()) as { eventLoopDelayMs: Record<string, number> };
      expect(report).toMatchObject({
        status: 'ok',
        head,
        projections: ['compliance', 'rehousing', 'fragility', 'vacancies', 'sittings', 'refusals', 'flow'].map(
          (name) => ({
            name,
            lagSeconds: 0,
            parked: 0,
            failure: null,
          }),
        ),
      });
      for (const figure of ['mean', 'p99', 'max']) expect(report.eventLoopDelayMs[figure]).toBeGreaterThanOrEqual(0);
      const text = JSON.stringify(report);
      for (const secret of [TOKEN, service.installation.folder, service.installation.eventStore.storeId])
        expect(text).not.toContain(secret);
    });

    it('answers 503 when a projection has stopped', async () => {
      const { engine } = service.installation;
      const statuses = await engine.statusAll();
      jest
        .spyOn(engine, 'statusAll')
        .mockResolvedValue(statuses.map((status) => ({ ...status, failure: 'disk-full' })));
      const answer = await service.get('/api/health', BEARER);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        status: 'unavailable',
        projections: [{ failure: 'disk-full' }, {}, {}, {}, {}, {}, {}],
      });
    });

    it.each([
      ['fails', () => Promise.reject(new Error('no disk'))],
      ['does not answer', () => new Promise<never>(() => undefined)],
    ])('answers 503 when the store %s', async (_, head) => {
      // The projections follow the import with a delay. They must still find the head once after it, or they never stop.
      await wait(200);
      jest.spyOn(service.installation.eventStore, 'head').mockImplementation(head);
      const answer = await service.get('/api/health', BEARER);
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ status: 'unavailable', head: null, projections: [] });
    });
  });

  describe('errors', () => {
    it.each([
      ['GET', '/rien', 404, 'unknown-route'],
      ['GET', '/api/allocations/', 404, 'unknown-route'],
      ['DELETE', '/api/allocations', 405, 'method-not-allowed'],
      ['GET', '/api/imports', 405, 'method-not-allowed'],
      ['GET', '/%zz', 400, 'malformed-request'],
      ['GET', '/api/compliance', 400, 'invalid-request'],
    ])('%s %s is a problem %d %s', async (method, path, status, code) => {
      const answer = await service.get(path, { method });
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.headers.get('allow')).toBe(
        code !== 'method-not-allowed' ? null : method === 'GET' ? 'POST' : 'GET, HEAD, POST',
      );
      const problem = (await answer.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({ type: `urn:mixite:problem:${code}`, status, code });
      expect(problem['title']).toEqual(expect.any(String));
      expect(problem['detail']).toEqual(expect.any(String));
      const ofRequest = () => service.log.filter((line) => line.includes(String(problem['requestId'])));
      for (let tries = 0; tries < 100 && ofRequest().length === 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const lines = ofRequest().map((line) => JSON.parse(line) as object);
      expect(lines).toContainEqual(expect.objectContaining({ context: 'requests', status }));
    });

    it.each([
      ['what is not HTTP', 'BONJOUR\r\n\r\n', '400 Bad Request', 'malformed-request'],
      [
        'headers without end',
        `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
        '431 ',
        'headers-too-large',
      ],
    ])('%s is a problem too', async (_, text, status, code) => {
      const answer = await rawAnswer(service.url, text);
      expect(answer).toContain(`HTTP/1.1 ${status}`);
      expect(answer).toContain('Content-Type: application/problem+json; charset=utf-8');
      expect(answer).toContain(`"code":"${code}"`);
    });
  });

  it.each(['/', '/api/health', '/api/allocations', '/api/docs', '/rien'])(
    'guards %s with security headers',
    async (path) => {
      const { headers } = await service.get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src '(self|none)';/);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('logs each request by its route, and nothing of its content', async () => {
    const form = new FormData();
    form.append(PLANTED, new Blob([`code_insee;nom\n${PLANTED};${PLANTED}`]), `${PLANTED}.csv`);
    form.append('fichiers', new Blob([`code_insee;nom\n${PLANTED};${PLANTED}`]), 'communes.csv');
    const headers = { 'x-numero': PLANTED, cookie: PLANTED };
    await service.get(`/api/imports?numero=${PLANTED}`, { method: 'POST', body: form, headers });
    const refused = await service.get('/api/imports', { method: 'POST', body: form, headers });
    expect(refused.status).toBe(422);
    await service.get(`/api/allocations?code_residence=${PLANTED}`, { headers });
    await service.get(`/api/allocations?numero_unique=${PLANTED}`, { headers });
    await service.get(`/api/allocations/${PLANTED}`);
    await service.get('/api/allocations', { headers: { authorization: `Bearer ${PLANTED}` } });
    await service.get('/api/allocations', { headers: { authorization: `Bearer ${TOKEN}` } });
    jest.spyOn(service.installation.readStore, 'active').mockRejectedValue(new Error(`cell ${PLANTED}`));
    expect((await service.get('/api/allocations')).status).toBe(500);
    const log = service.log.join('');
    expect(log).toContain('"route":"/api/allocations","status":500');
    expect(log).toContain('"route":"/api/imports","status":422');
    expect(log).not.toContain(PLANTED);
    expect(log).not.toContain(TOKEN);
    expect(log).not.toContain('SECRET');
  });

  it('names the port that is already in use', async () => {
    const { port } = new URL(service.url);
    const second = startApi(service.installation, { host: '127.0.0.1', port: Number(port) });
    const error: unknown = await second.catch((reason: unknown) => reason);
    expect(isCodedError(error, 'port-in-use') && error.params).toEqual({ port: Number(port) });
    expect((error as Error).message).toContain(`Le port ${port} est déjà pris`);
  });

  it.each([
    ['localhost.invalid', 0],
    ['192.0.2.1', 0],
    ['127.0.0.1', Number.NaN],
    ['127.0.0.1', 65_536],
  ])('reports that it cannot listen on %s, port %d', async (host, port) => {
    const error: unknown = await startApi(service.installation, { host, port }).catch((reason: unknown) => reason);
    expect(isCodedError(error, 'cannot-listen')).toBe(true);
  });
});

/** Imports only when the test allows it. */
class WaitingImporter extends Importer {
  finish!: (report: ImportReport) => void;
  readonly begun: Promise<void>;
  private begin!: () => void;

  constructor() {
    super();
    this.begun = new Promise((resolve) => (this.begin = resolve));
  }

  override importDirectory(): Promise<ImportReport> {
    this.begin();
    return new Promise((resolve) => (this.finish = resolve));
  }
}

describe('closing the service', () => {
  it('finishes the requests under way and accepts no more', async () => {
    const importer = new WaitingImporter();
    const service = await startedApi({ importer: () => importer });
    const underWay = service.send(TERRITORY);
    await importer.begun;
    const closed = service.api.close();
    await expect(refusesConnections(service.url)).resolves.toBe(true);
    importer.finish({ files: [], faults: [], warnings: [] });
    expect((await underWay).status).toBe(200);
    await closed;
    await service.stop();
  });
});

async function refusesConnections(url: string): Promise<boolean> {
  for (let tries = 0; tries < 500; tries++) {
    const answered = await fetch(url, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    );
    if (!answered) return true;
  }
  return false;
}

function rawAnswer(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
