import { startedApi, type StartedApi } from '../e2e/support/started-api';
import { leases, TERRITORY } from './support/territory';

let service: StartedApi;
beforeAll(async () => {
  service = await startedApi();
  const files = { ...TERRITORY, ...leases({ quartile: '1' }, { code_residence: 'R1' }) };
  const answer = await service.send(new Map(Object.entries(files) as [string, string][]));
  expect(answer.status).toBe(200);
});
afterAll(() => service.stop());

const PERIOD = 'from=2023-01-01&to=2023-12-31';
const figuresOf = async (query: string) => {
  const answer = await service.get(`/api/compliance?${PERIOD}${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as {
    asOf: string;
    position: string | null;
    figures: { code: string; numerator: number }[];
  };
};

it('accepts the instant by one of its two parameter names, but not by both', async () => {
  const before = '2020-01-01T00:00:00.000Z';
  for (const name of ['as-of', 'asOf'])
    expect(await figuresOf(`&${name}=${before}`)).toMatchObject({ asOf: before, position: null });
  expect((await service.get(`/api/compliance?${PERIOD}&as-of=2020-01-01&asOf=2020-01-01`)).status).toBe(400);
  expect((await figuresOf('')).figures[0]!.numerator).toBe(2);
});

it('lists the leases that a figure counts', async () => {
  const list = async (filter: string) => {
    const answer = await service.get(`/api/allocations?${PERIOD}&${filter}`);
    return ((await answer.json()) as { allocations: { code_residence: string }[] }).allocations.map(
      ({ code_residence }) => code_residence,
    );
  };
  expect(await list('quartile=1')).toEqual(['R2']);
  expect(await list('quartile=inconnu')).toEqual(['R1']);
  expect(await list('code_bailleur=L-A')).toEqual(['R1']);
  expect(await list(`code_reservataire=${encodeURIComponent('Ville (n° 1) & Cie')}`)).toEqual([]);
});

it('answers a wrong value with a French problem that names it', async () => {
  const answer = await service.get('/api/compliance?from=2023-02-30&to=2023-12-31&scope=monde');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  const { parameters } = (await answer.json()) as { parameters: { parameter: string; value: string }[] };
  expect(parameters.map(({ parameter, value }) => `${parameter} ${value}`)).toEqual(['from 2023-02-30', 'scope monde']);
});
