import { EVERYTHING } from '#access';
import { VacancyApi } from './support/vacancy-api';

const ALL_DAYS = 'from=2000-01-01&to=2999-12-31';
const ACCORDS = ['bailleur', 'reservataire', 'commune', 'epci'];

describe('the figures of QPV commissions, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
    const set = await api.put('/qpv-commissions/78621', { date_debut: '2025-03-01', demande_du_maire: '2025-01-15' });
    expect(set.status).toBe(201);
    const vacancy = await api.oriented();
    const [c1, c2] = [await api.designated(vacancy), await api.designated(vacancy)];
    const { body } = await api.get(`/vacancies/${vacancy}`);
    expect(body['candidates']).toMatchObject([{ status: 'proposed' }, { status: 'proposed' }]);
    const about = (candidate: string) => `/vacancies/${vacancy}/candidates/${candidate}`;
    await api.done(`${about(c1)}/deferral`, { date: api.today, motif: 'sans_accord' });
    await api.done(`${about(c1)}/endorsement`, { date: api.today, accords: ACCORDS });
    await api.done(`${about(c2)}/deferral`, { date: api.today, motif: 'equilibre' });
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const counts = {
    proposals: 2,
    endorsements: 1,
    deferrals: 2,
    motives: [
      { motive: 'equilibre', count: 1 },
      { motive: 'dossier_incomplet', count: 0 },
      { motive: 'sans_accord', count: 1 },
    ],
  };

  it('count proposals, endorsements and deferrals by motive, commune and QPV', async () => {
    const { status, body } = await api.get(`/qpv-commissions/figures?${ALL_DAYS}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2000-01-01',
      to: '2999-12-31',
      total: counts,
      communes: [{ id: '78621', ...counts }],
      districts: [{ id: 'L-Q2', ...counts }],
    });
    const none = { proposals: 0, endorsements: 0, deferrals: 0 };
    const earlier = await api.get('/qpv-commissions/figures?from=2024-01-01&to=2024-12-31');
    expect(earlier.body).toMatchObject({ total: none, communes: [], districts: [] });
    const unknown = await api.get(`/qpv-commissions/figures?${ALL_DAYS}&as-of=2024-12-31`);
    expect(unknown.body).toMatchObject({ total: none });
  });

  it('are those of the communes of a scope', async () => {
    const under = async (codes: Parameters<VacancyApi['acting']>[0]) => {
      api.acting(codes);
      const { body } = await api.get(`/qpv-commissions/figures?${ALL_DAYS}`);
      return body.code ?? (body['total'] as { proposals: number }).proposals;
    };
    expect([await under({ commune: ['78621'] }), await under({ commune: ['78297'] })]).toEqual([2, 0]);
    expect([await under({ landlord: ['L-A'] }), await under({ holder: ['VILLE'] })]).toEqual([
      'scope-not-allowed',
      'scope-not-allowed',
    ]);
  });

  it('refuse a reversed period', async () => {
    expect((await api.get('/qpv-commissions/figures?from=2025-02-01&to=2025-01-01')).body.code).toBe('period-reversed');
  });

  it('are a file, too', async () => {
    const answer = await api.service.get(`/api/qpv-commissions/figures?${ALL_DAYS}&format=csv`);
    expect(answer.headers.get('content-disposition')).toContain(
      'mixite-commissions-de-quartier-2000-01-01-2999-12-31.csv',
    );
    const [header, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(header!.replace('\uFEFF', '')).toBe('perimetre;identifiant;etape;motif;nombre;du;au;etat_au;position');
    expect(lines).toHaveLength(18);
    expect(lines.map((line) => line.split(';').slice(0, 5).join(';'))).toEqual(
      expect.arrayContaining([
        'epci;;propositions;;2',
        'commune;78621;reports;sans_accord;1',
        'qpv;L-Q2;designations;;1',
      ]),
    );
  });
});
