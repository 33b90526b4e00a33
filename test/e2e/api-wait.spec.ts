import { startedApi, type StartedApi } from './support/started-api';
import { leases, OPERATIONS, TERRITORY } from './support/territory';

/** The readings that follow the history to a position which another answer gave. */
const READINGS = [
  '/api/allocations?',
  '/api/compliance?from=2023-01-01&to=2024-12-31&',
  '/api/convention?',
  '/api/fragility?',
  '/api/fragility/coverage?',
  '/api/fragility/lists?',
  '/api/fragility/reminders?',
  '/api/fragility/R1?',
  '/api/objectives?from=2023-01-01&to=2024-12-31&',
  '/api/prefect?semester=2023-S1&',
  '/api/rehousing?',
  '/api/territory?',
] as const;
const BEYOND = '99999999999999999999';

describe('a reading that waits', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, ...OPERATIONS, 'attributions.csv': leases(1, 6) });
  });
  afterAll(() => service.stop());
  const written = async () => (await service.installation.eventStore.head())!.position;
  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];

  it.each(READINGS)('%s shows what has just been written', async (url) => {
    await service.send({ 'communes.csv': [{ code_insee: '78165', nom: `Les Clayes ${url.replace(/\W/g, ' ')}` }] });
    const position = await written();
    const answer = await service.get(`${url}wait=${position}`);
    expect(answer.status).toBe(200);
    const shown = (await answer.json()) as { position?: string };
    // A page of a list does not say its position.
    if ('position' in shown) expect(shown.position! >= position).toBe(true);
  });

  it.each(READINGS)('%s refuses a position that is not of this history', async (url) => {
    expect(await codeOf(await service.get(`${url}wait=${BEYOND}`))).toEqual([400, 'unknown-position']);
    expect(await codeOf(await service.get(`${url}wait=a%20b`))).toEqual([400, 'invalid-request']);
  });

  it('of the history of a residence does both too', async () => {
    const body = { residence: 'R1', names: false };
    expect((await service.post('/api/audit/history', { ...body, wait: await written() })).status).toBe(200);
    expect(await codeOf(await service.post('/api/audit/history', { ...body, wait: BEYOND }))).toEqual([
      400,
      'unknown-position',
    ]);
  });
});
