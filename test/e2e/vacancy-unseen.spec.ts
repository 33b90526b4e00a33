import { EVERYTHING } from '#access';
import { VacancyApi } from './support/vacancy-api';

/** R5 was L-A's, and is L-B's. */
const FORMER = { landlord: ['L-A'] };
const STATE = { holder: ['ETAT'] };

describe('who may send a command about a vacancy but not read it, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start({
      'proprietes.csv': [{ code_residence: 'R5', date_debut: '2015-01-01', code_bailleur: 'L-B' }],
    });
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  /** The answer says nothing of the vacancy. */
  const silent = (body: object) => {
    for (const member of ['present', 'admitted', 'revision', 'candidates']) expect(body).not.toHaveProperty(member);
  };

  it('learns no state: the State, on a vacancy of another holder', async () => {
    const vacancy = await api.oriented();
    await api.done(`/vacancies/${vacancy}/closing`, { date: api.today, motif: 'travaux' });
    api.acting(STATE);
    expect((await api.get(`/vacancies/${vacancy}`)).status).toBe(404);
    const designation = api.household({ fondement: 'dalo_prefet', dalo: 'O' });
    const refused = await api.post(`/vacancies/${vacancy}/candidates`, designation);
    expect([refused.status, refused.body.code]).toEqual([409, 'not-in-this-status']);
    silent(refused.body);
    const stale = await api.post(`/vacancies/${vacancy}/candidates`, designation, { 'if-match': '"0"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'vacancy-changed']);
    silent(stale.body);
  });

  it('learns that the residence is another’s, and nothing more: a landlord that had it before', async () => {
    const vacancy = await api.oriented({ code_residence: 'R5' });
    api.acting(FORMER);
    expect((await api.get(`/vacancies/${vacancy}`)).status).toBe(404);
    const lease = { numero_attribution: 'ATT-9', date_bail: api.today };
    for (const headers of [{}, { 'if-match': '"0"' }]) {
      const answer = await api.post(`/vacancies/${vacancy}/lease`, lease, headers);
      expect([answer.status, answer.body.code]).toEqual([409, 'residence-of-another-landlord']);
      silent(answer.body);
    }
  });

  it('does not learn which tasks wait', async () => {
    const vacancy = await api.oriented();
    api.acting({ commune: ['78297'] });
    for (const task of [`${vacancy}.designate.1`, `${vacancy}.offer.7`]) {
      const answer = await api.post(`/tasks/${task}/postponement`, { jusqu_au: '2999-01-01' });
      expect([answer.status, answer.body.code]).toEqual([403, 'scope-not-allowed']);
    }
  });
});

describe('what a command says of persons and days, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });
  const refused = async (path: string, body: object) => {
    const answer = await api.post(path, body);
    return [answer.status, answer.body.code, answer.body.faults?.[0]?.column];
  };

  it('is no application of a day to come, and no holder that is not known', async () => {
    const vacancy = await api.oriented();
    const path = `/vacancies/${vacancy}/candidates`;
    expect(await refused(path, api.household({ date_demande: '2999-01-01' }))).toEqual([
      422,
      'day-in-future',
      'date_demande',
    ]);
    expect(await refused(path, api.household({ code_reservataire: 'NOPE' }))).toEqual([
      422,
      'value-not-admitted',
      'code_reservataire',
    ]);
  });

  it('is no last day of a holder that is past', async () => {
    const vacancy = await api.declared();
    const body = { code_reservataire: 'VILLE', date_limite: '2020-01-01' };
    expect(await refused(`/vacancies/${vacancy}/orientation`, body)).toEqual([422, 'day-out-of-order', 'date_limite']);
  });

  it('is no commission on another day than its sitting', async () => {
    const { seance } = (await api.done('/commissions', { landlord: 'L-A', date_caleol: api.today })) as unknown as {
      seance: string;
    };
    const vacancy = await api.oriented();
    const candidate = await api.designated(vacancy);
    const held = {
      seance,
      exception: 'insuffisance',
      attestation: 'O',
      decisions: [{ candidate, decision: 'attribution' }],
    };
    const path = `/vacancies/${vacancy}/commission`;
    expect(await refused(path, { ...held, date_caleol: '2024-01-01' })).toEqual([
      422,
      'value-not-admitted',
      'date_caleol',
    ]);
    await api.done(path, { ...held, date_caleol: api.today });
  });

  it('tells why a fact is derived only to who may read names there', async () => {
    const vacancy = await api.oriented();
    const candidate = await api.designated(vacancy, { dalo: 'O' });
    const facts = async () => {
      const { reasons } = (await api.get(`/vacancies/${vacancy}/vigilance?candidate=${candidate}`)).body;
      return (reasons as readonly { fact: string }[]).length;
    };
    expect(await facts()).toBe(5);
    api.acting({ landlord: ['L-A'] });
    expect(await facts()).toBe(5);
    api.acting({ commune: ['78621'] });
    expect(await facts()).toBe(0);
  });
});
