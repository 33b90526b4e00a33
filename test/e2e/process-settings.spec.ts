import { aConventionFile, conventionText } from '#convention/testing';
import { addDays, day } from '#kernel';
import { csvFiles } from './support/territory';
import { VacancyApi } from './support/vacancy-api';

describe('the settings of the live process, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
    const motif = { nom: 'Voisinage bruyant', listes: ['menage', 'non_attribution'] };
    const convention = aConventionFile({
      motifs: [
        { code: 'bruit', ...motif, date_debut: api.today },
        { code: 'bruit_futur', ...motif, date_debut: addDays(api.today, 1) },
      ],
      commissions: [{ code: 'L-A', quorum: 4, votants: ['membres', 'prefet', 'epci'] }],
      delais: { designation_jours: 12 },
    });
    const files = new Map([...csvFiles({}), ['convention.json', conventionText(convention)] as const]);
    const answer = await api.service.send(files);
    expect([answer.status, await answer.json()]).toMatchObject([200, { faults: [] }]);
  });
  afterAll(() => api.stop());

  const withdrawal = async (motif: string) => {
    const vacancy = await api.oriented();
    const candidate = await api.designated(vacancy);
    return api.post(`/vacancies/${vacancy}/candidates/${candidate}/withdrawal`, { motif, par: 'menage' });
  };

  it('admit a motive of the territory from its first day on, and no other code', async () => {
    expect((await withdrawal('bruit')).status).toBe(201);
    for (const motif of ['bruit_futur', 'jamais_vu']) {
      const { status, body } = await withdrawal(motif);
      expect([motif, status, body.code, body.faults]).toEqual([
        motif,
        422,
        expect.any(String),
        [expect.objectContaining({ column: 'motif' })],
      ]);
    }
  });

  it('give the motive its name in the report of refusals', async () => {
    const { body } = await api.get('/refusals?from=2000-01-01&to=2999-12-31');
    const motives = (body['figures'] as readonly Record<string, unknown>[]).filter(
      ({ dimension }) => dimension === 'motive',
    );
    expect(motives).toMatchObject([{ motive: 'bruit', label: 'Voisinage bruyant', by: 'household' }]);
  });

  it('leave the holder the days of the convention', async () => {
    const vacancy = await api.oriented();
    const { body } = await api.get(`/vacancies/${vacancy}/history`);
    expect(JSON.stringify(body)).toContain(addDays(day(api.today), 12));
  });

  it('refuse a commission under the quorum of its landlord, and votes of who does not vote', async () => {
    const vacancy = await api.oriented();
    const candidate = await api.designated(vacancy);
    const hold = (more: object, voix?: object) =>
      api.post(`/vacancies/${vacancy}/commission`, {
        date_caleol: api.today,
        exception: 'insuffisance',
        attestation: 'O',
        decisions: [{ candidate, decision: 'non_attribution', motif: 'bruit', ...(voix && { voix }) }],
        ...more,
      });
    expect((await hold({ presents: 3 })).body.code).toBe('quorum-not-reached');
    expect((await hold({})).body.code).toBe('quorum-not-reached');
    const votes = { pour: 4, contre: 0, abstention: 0 };
    expect((await hold({ presents: 4 }, { ...votes, maire: 'pour' })).status).toBe(422);
    expect((await hold({ presents: 4 }, { ...votes, pour: 9, maire: 'absent' })).status).toBe(422);
    const held = await hold({ presents: 4 }, { ...votes, maire: 'absent' });
    expect([held.status, held.body]).toMatchObject([201, {}]);
    const minutes = await api.get(`/vacancies/${vacancy}/commission/minutes`);
    expect(minutes.body).toMatchObject({ quorum: 4 });
    const csv = await api.service.get(`/api/vacancies/${vacancy}/commission/minutes?format=csv`);
    expect([csv.status, await csv.text()]).toEqual([400, expect.any(String)]);
  });
});
