import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY, type Row } from './support/territory';

interface Notice {
  readonly column: string;
}
interface Answer {
  readonly identifiant: string;
  readonly outcome: string;
  readonly revision: number;
  readonly position: string;
  readonly warnings: readonly Notice[];
  readonly shown?: boolean;
  readonly code?: string;
  readonly faults?: readonly Notice[];
}

const ROW: Row = leases(1, 1)[0]!;

describe('POST /api/allocations', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send(TERRITORY);
  });
  afterAll(() => service.stop());

  async function post(body: unknown, headers: Readonly<Record<string, string>> = {}, query = '') {
    const answer = await service.get(`/api/allocations${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: answer.status, answer: (await answer.json()) as Answer };
  }
  const lease = (number: number, changes: object = {}) => ({ ...leases(number, number)[0], ...changes });

  it('signs a lease, leaves it when it is told again, then corrects it', async () => {
    const signed = await post(ROW);
    expect(signed).toMatchObject({ status: 201, answer: { outcome: 'signed', revision: 0, warnings: [] } });
    const again = await post(ROW);
    expect(again).toEqual({ status: 200, answer: { ...signed.answer, outcome: 'unchanged' } });
    const corrected = await post({ ...ROW, typologie: 'T5' });
    expect(corrected).toMatchObject({ status: 200, answer: { outcome: 'corrected', revision: 1 } });
    expect(corrected.answer.identifiant).toBe(signed.answer.identifiant);
    expect(corrected.answer.position > signed.answer.position).toBe(true);
  });

  it('is the lease that an import of its row tells', async () => {
    await post(lease(2));
    const answer = await service.send({ 'attributions.csv': leases(2, 2) });
    expect(await answer.json()).toMatchObject({ files: [{ rows: 1, events: 0, unchanged: 1 }] });
  });

  it('answers once the lists show it, where it is asked to wait', async () => {
    expect(await post(lease(3), {}, '?wait=true')).toMatchObject({ status: 201, answer: { shown: true } });
    expect((await post(lease(4), {}, '?wait=false')).answer).not.toHaveProperty('shown');
  });

  it('gives the same answer to the same request again, and refuses its key for another', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await post(lease(5), key);
    await post(lease(5, { typologie: 'T5' }));
    expect((await post(lease(5), key)).answer).toEqual(first.answer);
    const other = await post(lease(6), key);
    expect(other).toMatchObject({ status: 422, answer: { code: 'idempotency-key-reused' } });
  });

  it('tells every fault by its column, and writes nothing', async () => {
    const head = await service.installation.eventStore.head();
    const refused = await post(lease(7, { code_residence: 'R99', date_bail: 'x' }));
    expect(refused).toMatchObject({ status: 422, answer: { code: 'lease-refused' } });
    expect(refused.answer.faults!.map(({ column }) => column)).toEqual(['date_bail', 'code_residence']);
    expect(await service.installation.eventStore.head()).toEqual(head);
  });

  it.each([
    ['no JSON', '{', '', 'malformed-json'],
    ['nothing', '', '', 'malformed-json'],
    ['a list', '[]', '', 'invalid-request'],
    ['null', 'null', '', 'invalid-request'],
    ['the name of a prototype', '{"__proto__": 1}', '', 'malformed-json'],
    ['a parameter that is not one', '{}', '?x=1', 'invalid-request'],
    ['another wait', '{}', '?wait=2', 'invalid-request'],
  ])('refuses %s', async (_what, body, query, code) => {
    expect(await post(body, {}, query)).toMatchObject({ status: 400, answer: { code } });
  });
});
