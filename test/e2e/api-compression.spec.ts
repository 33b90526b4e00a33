import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startedApi, TOKEN, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** `fetch` decodes what it gets, and says nothing of its bytes. */
function ask(url: string, headers: Record<string, string>, method = 'GET', body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(parts) }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const PERIOD = 'from=2023-01-01&to=2024-12-31';

describe('compressed answers', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
  });
  afterAll(() => service.stop());
  const encoded = (path: string, encoding = 'gzip, br', headers: Record<string, string> = {}) =>
    ask(`${service.url}${path}`, { 'accept-encoding': encoding, ...headers });

  it.each([
    [`/api/compliance?${PERIOD}&scope=residence`],
    ['/api/territory'],
    ['/api/allocations?limit=60'],
    ['/api/docs-json'],
  ])('%s is the same by brotli, by gzip and as it is, and smaller', async (path) => {
    const plain = await encoded(path, 'identity');
    expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
    const [br, gzip] = [await encoded(path), await encoded(path, 'gzip')];
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(String(br.headers['vary'])).toContain('accept-encoding');
  });

  it('keeps one tag for all encodings, and answers 304 by it', async () => {
    const [br, plain] = [await encoded('/api/territory'), await encoded('/api/territory', 'identity')];
    expect(br.headers['etag']).toBe(plain.headers['etag']);
    const again = await encoded('/api/territory', 'br', { 'if-none-match': String(br.headers['etag']) });
    expect([again.status, again.bytes.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
  });

  it.each([
    '/api/allocations/export?format=csv',
    '/api/allocations/export?format=xlsx',
    `/api/compliance?${PERIOD}&format=pdf`,
  ])('sends the file %s as it is', async (path) => {
    const { status, headers, bytes } = await encoded(path);
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    expect(bytes.length).toBeGreaterThan(1024);
  });

  it('sends small answers and what is no reading as they are', async () => {
    expect((await encoded('/api/head')).headers['content-encoding']).toBeUndefined();
    const history = await ask(
      `${service.url}/api/audit/history`,
      { 'accept-encoding': 'br', 'content-type': 'application/json' },
      'POST',
      JSON.stringify({ residence: 'R1', names: false }),
    );
    expect([history.status, history.headers['content-encoding']]).toEqual([200, undefined]);
    expect(history.bytes.length).toBeGreaterThan(0);
  });

  it('sends nothing of sessions, tokens and accounts compressed, however long', async () => {
    const bearer = { authorization: `Bearer ${TOKEN}` };
    for (let each = 0; each < 12; each += 1)
      await ask(
        `${service.url}/api/tokens`,
        { ...bearer, 'content-type': 'application/json' },
        'POST',
        JSON.stringify({ role: 'elu', name: `Un jeton de plus, le ${each}e` }),
      );
    const tokens = await encoded('/api/tokens', 'br', bearer);
    expect(tokens.bytes.length).toBeGreaterThan(1024);
    expect(tokens.headers['content-encoding']).toBeUndefined();
    for (const path of ['/api/me', '/api/users'])
      expect((await encoded(path, 'br', bearer)).headers['content-encoding']).toBeUndefined();
  });

  it('does not unpack a compressed request', async () => {
    const sent = { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${TOKEN}` };
    expect((await ask(`${service.url}/api/audit/history`, sent, 'POST', 'x')).status).toBe(400);
  });
});
