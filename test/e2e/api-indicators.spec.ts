import type { Indicators } from '#compliance';
import { startedApi, type StartedApi } from './support/started-api';
import { TERRITORY } from './support/territory';

const row = (portee: string, identifiant: string, valeur: string) => ({
  ...{ code: 'ROTATION', portee, identifiant, periode: '2023', valeur },
  ...{ source: 'Observatoire', date_source: '2024-06-30' },
});

describe('GET /api/indicators', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({
      ...TERRITORY,
      'indicateurs.csv': [row('epci', 'epci', '9,5'), row('commune', '78621', '12')],
    });
  });
  afterAll(() => service.stop());

  const answered = async (query = '') => (await (await service.get(`/api/indicators${query}`)).json()) as Indicators;

  it('gives each figure with its source, from the file that was sent', async () => {
    const { indicators, position } = await answered();
    expect(indicators.map(({ scope, value }) => `${scope.kind} ${value}`)).toEqual(['epci 9.5', 'commune 12']);
    expect(indicators[0]).toMatchObject({ period: '2023', source: 'Observatoire', sourceDay: '2024-06-30' });
    expect(position).toBe((await service.installation.eventStore.head())!.position);
  });

  it('filters, also as of before, and refuses a scope that is none', async () => {
    expect((await answered('?scope=commune&id=78621')).indicators).toHaveLength(1);
    expect((await answered('?code=VACANCE')).indicators).toEqual([]);
    expect(await answered('?as-of=2000-01-01')).toMatchObject({ position: null, indicators: [] });
    expect((await service.get('/api/indicators?scope=departement')).status).toBe(400);
  });
});
