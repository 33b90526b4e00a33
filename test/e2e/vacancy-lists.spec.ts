import { EVERYTHING } from '#access';
import { VacancyApi } from './support/vacancy-api';

interface Listed {
  readonly vacancies: readonly { readonly vacancy: string; readonly status: string; readonly late: boolean }[];
  readonly next: string | null;
  readonly total: number;
}

describe('the list of vacancies, over HTTP', () => {
  let api: VacancyApi;
  let free: string;
  let served: string;
  let elsewhere: string;
  beforeAll(async () => {
    api = await VacancyApi.start();
    free = await api.declared({ date_liberation: '2999-03-01', typologie: 'T2' });
    served = await api.oriented({ date_liberation: '2999-01-01' });
    elsewhere = await api.declared({ date_liberation: '2999-02-01', code_residence: 'R4' });
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const list = async (query = '') => {
    const answer = await api.get(`/vacancies${query}`);
    expect([query, answer.status, answer.body]).toMatchObject([query, 200, {}]);
    return answer.body as unknown as Listed;
  };
  const ids = async (query = '') => (await list(query)).vacancies.map(({ vacancy }) => vacancy);

  it('is filtered and sorted by the columns of the files', async () => {
    expect(await ids()).toEqual([served, elsewhere, free]);
    expect(await ids('?sort=-date_liberation')).toEqual([free, elsewhere, served]);
    expect(await ids('?status=declared&sort=code_residence')).toEqual([free, elsewhere]);
    expect(await ids('?status=declared&status=oriented&code_bailleur=L-A')).toEqual([served, free]);
    expect(await ids('?code_reservataire=VILLE')).toEqual([served]);
    expect(await ids('?contingent=commune&code_insee=78621')).toEqual([served]);
    expect(await ids('?code_residence=R4')).toEqual([elsewhere]);
    expect(await ids('?typologie=T2')).toEqual([free]);
    expect(await ids('?from=2999-02-01&to=01/02/2999')).toEqual([elsewhere]);
    expect(await ids('?late=O')).toEqual([]);
    expect(await ids('?late=N')).toEqual([served, elsewhere, free]);
    expect(await ids('?as-of=2001-01-01')).toEqual([]);
  });

  it('is read page by page', async () => {
    const first = await list('?limit=2');
    expect(first).toMatchObject({ total: 3, vacancies: [{ vacancy: served }, { vacancy: elsewhere }] });
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect(second).toMatchObject({ total: 3, next: null, vacancies: [{ vacancy: free }] });
    expect((await api.get(`/vacancies?limit=2&late=O&cursor=${first.next}`)).status).toBe(410);
  });

  it('shows what was acknowledged before, within a scope', async () => {
    await api.done(`/vacancies/${served}/return`, { motif: 'sans_candidat' });
    expect(await list('?status=returned')).toMatchObject({ total: 1, vacancies: [{ vacancy: served }] });
    api.acting({ landlord: ['L-B'] });
    expect(await list()).toMatchObject({ total: 1, vacancies: [{ vacancy: elsewhere }] });
    api.acting({ holder: ['VILLE'] });
    expect(await list()).toMatchObject({ total: 1, vacancies: [{ vacancy: served }] });
    api.acting({ holder: ['ETAT'] });
    expect(await list()).toMatchObject({ total: 0, vacancies: [] });
  });

  it('is seen by the State where it designated a candidate', async () => {
    const vacancy = await api.oriented({ date_liberation: '2999-05-01' });
    await api.designated(vacancy, { fondement: 'dalo_prefet', dalo: 'O' });
    api.acting({ holder: ['ETAT'] });
    expect(await ids()).toEqual([vacancy]);
  });

  it.each([
    ['status', '?status=libre'],
    ['late', '?late=oui'],
    ['sort', '?sort=reference_logement'],
    ['limit', '?limit=0'],
    ['code_qpv', '?code_qpv=L-Q1'],
  ])('refuses another %s', async (parameter, query) => {
    expect(await api.get(`/vacancies${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', parameters: [{ parameter }] },
    });
  });

  it('names no household and no dwelling', async () => {
    expect(JSON.stringify(await list())).not.toMatch(/SECRET|household/);
  });
});
