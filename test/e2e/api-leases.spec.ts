import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

describe('POST /api/allocations', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send(TERRITORY);
  });
  afterAll(() => service.stop());
  const post = (body: unknown, headers: Record<string, string> = {}, query = '') =>
    service.get(`/api/allocations${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  it('smoke', async () => {
    const row = leases(1, 1)[0]!;
    for (const [b, h, q] of [
      [row],
      [row],
      [{ ...row, typologie: 'T5' }],
      [row, {}, '?wait=true'],
      [row, { 'idempotency-key': 'x' }],
      [{ ...row, typologie: 'T4' }, { 'idempotency-key': 'x' }],
      ['{'],
      [''],
      [{ ...row, dalo: true, numero_attribution: 'Z', code_residence: 'R99', date_bail: 'x' }],
      ['[]'],
      ['null'],
      [row, {}, '?x=1&wait=2'],
      ['{"__proto__": 1}'],
    ] as any) {
      const r = await post(b, h, q);
      console.log(r.status, r.headers.get('content-type'), JSON.stringify(await r.json()));
    }
    console.log(
      service.log
        .filter((l) => !l.includes('"level":20'))
        .slice(-3)
        .join(''),
    );
  });
});
