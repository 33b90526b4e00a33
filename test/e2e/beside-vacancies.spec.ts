import { EVERYTHING } from '#access';
import { CommandPipeline, handlingOf } from '#deciding';
import { isRefusal, type Uuid } from '#kernel';
import { DUTIES } from '#vacancy';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { VacancyApi } from './support/vacancy-api';

const UNKNOWN = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d99';

describe('what stands beside the vacancies, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const codesUnder = async (
    scopes: readonly Parameters<VacancyApi['acting']>[0][],
    ask: () => Promise<{ readonly status: number; readonly body: { readonly code?: string } }>,
  ): Promise<readonly unknown[]> => {
    const codes: unknown[] = [];
    for (const scope of scopes) {
      api.acting(scope);
      const { status, body } = await ask();
      codes.push(body.code ?? status);
    }
    api.scope = EVERYTHING;
    return codes;
  };

  describe('a sitting', () => {
    const opening = () => ({ landlord: 'L-A', date_caleol: '2999-03-01', presents: 6, forme: 'presentielle' });

    it('is opened by its landlord, once under a key, and shows what was decided at it', async () => {
      const key = { 'idempotency-key': 'seance-1' };
      const first = await api.post('/commissions', { ...opening(), date_caleol: api.today }, key);
      expect(first).toMatchObject({ status: 201, body: { revision: 0, notices: [] } });
      const again = await api.post('/commissions', { ...opening(), date_caleol: api.today }, key);
      expect(again).toEqual({ ...first, status: 200 });
      const { seance } = first.body as unknown as { seance: string };
      const vacancy = await api.oriented();
      const candidate = await api.designated(vacancy, { dalo: 'O' });
      const decisions = [{ candidate, decision: 'non_attribution', motif: 'equilibre' }];
      const held = { date_caleol: api.today, seance, exception: 'insuffisance', attestation: 'O', decisions };
      await api.done(`/vacancies/${vacancy}/commission`, held);
      const shown = {
        status: 200,
        body: {
          seance,
          landlord: 'L-A',
          present: 6,
          form: 'presentielle',
          vacancies: [
            {
              vacancy,
              status: 'oriented',
              residence: 'R1',
              decisions: [{ candidate, decision: 'non_attribution', motive: 'equilibre' }],
            },
          ],
        },
      };
      expect(await api.get(`/commissions/${seance}`)).toMatchObject(shown);
      api.acting({ commune: ['78621'] });
      expect(await api.get(`/commissions/${seance}`)).toMatchObject(shown);
      const scopes = [{ landlord: ['L-A'] }, { landlord: ['L-B'] }, { commune: ['78297'] }, { holder: ['VILLE'] }];
      expect(await codesUnder(scopes, () => api.get(`/commissions/${seance}`))).toEqual([
        200,
        'unknown-sitting',
        'unknown-sitting',
        200,
      ]);
      expect((await api.get(`/commissions/${UNKNOWN}`)).body.code).toBe('unknown-sitting');
      expect((await api.get('/commissions/inconnue')).body.code).toBe('unknown-sitting');
    });

    it('is opened within a scope only, and with values that its columns admit', async () => {
      const scopes = [{ landlord: ['L-A'] }, { landlord: ['L-B'] }, { commune: ['78621'] }, { holder: ['VILLE'] }];
      const refused = [201, 'scope-not-allowed', 'not-allowed', 'not-allowed'];
      expect(await codesUnder(scopes, () => api.post('/commissions', opening()))).toEqual(refused);
      const faulty = { ...opening(), date_caleol: 'demain', forme: 'autre' };
      expect(await codesUnder(scopes, () => api.post('/commissions', faulty))).toEqual([
        'value-not-admitted',
        ...refused.slice(1),
      ]);
      const answer = await api.post('/commissions', faulty);
      expect(answer.body.faults.map(({ column }) => column)).toEqual(['date_caleol', 'forme']);
      expect((await api.post('/commissions', { ...opening(), landlord: 'L-Z' })).status).toBe(422);
      expect((await api.post('/commissions', { ...opening(), autre: 1 })).body.code).toBe('invalid-request');
      expect((await api.post('/commissions?essai=true', opening())).body.code).toBe('invalid-request');
    });

    it('is named by a commission only where it is one of the landlord’s', async () => {
      const { seance } = (await api.post('/commissions', { ...opening(), landlord: 'L-B' })).body;
      const vacancy = await api.oriented();
      const candidate = await api.designated(vacancy);
      const decisions = [{ candidate, decision: 'non_attribution', motif: 'equilibre' }];
      const held = { date_caleol: api.today, exception: 'insuffisance', attestation: 'O', decisions };
      for (const other of [seance, UNKNOWN, 'x']) {
        const answer = await api.post(`/vacancies/${vacancy}/commission`, { ...held, seance: other });
        expect([answer.status, answer.body.faults]).toMatchObject([422, [{ column: 'seance', value: other }]]);
      }
      const early = await api.post(`/vacancies/${await api.declared()}/commission`, { ...held, seance: UNKNOWN });
      expect(early.body.code).toBe('not-in-this-status');
      await api.done(`/vacancies/${vacancy}/commission`, held);
    });

    it('is tried without being opened', async () => {
      const tried = await api.post('/commissions?dry-run=true', opening());
      expect(tried).toMatchObject({ status: 200, body: { revision: -1 } });
      expect(tried.body).not.toHaveProperty('seance');
      expect((await api.post('/commissions?dry-run=true', { ...opening(), landlord: 'L-Z' })).status).toBe(422);
    });
  });

  describe('the application of a household', () => {
    it('is ended by who has a candidate of it, and reopened by the EPCI alone', async () => {
      const vacancy = await api.oriented();
      const known = api.household();
      await api.done(`/vacancies/${vacancy}/candidates`, known);
      const { numero_unique } = known as { numero_unique: string };
      const ending = { numero_unique, date: api.today, motif: 'renonciation' };
      const end = (body: object = ending) => api.post('/households/ending', body);
      const others = [{ landlord: ['L-B'] }, { holder: ['ETAT'] }, { commune: ['78621'] }, { commune: ['78297'] }];
      const outside = others.map(() => 'scope-not-allowed');
      expect(await codesUnder(others, () => end())).toEqual(outside);
      expect(await codesUnder(others, () => end({ ...ending, motif: 'autre' }))).toEqual(outside);
      // A number that nobody knows is told no otherwise.
      expect(await codesUnder(others, () => end({ ...ending, numero_unique: 'INCONNU' }))).toEqual(outside);
      expect((await end({ ...ending, numero_unique: 'INCONNU' })).body.code).toBe('unknown-household');
      expect((await end({ ...ending, date: '2999-01-01' })).body.code).toBe('day-in-future');
      const faulty = await end({ ...ending, motif: 'autre', numero_unique: '' });
      expect(faulty.body.faults).toEqual([
        expect.objectContaining({ column: 'numero_unique', value: '' }),
        expect.objectContaining({ column: 'motif' }),
      ]);
      expect((await api.post('/households/ending?dry-run=true', ending)).status).toBe(200);
      expect(await codesUnder([{ holder: ['VILLE'] }], () => end())).toEqual([201]);
      expect((await end()).status).toBe(200);
      expect(await codesUnder([{ landlord: ['L-A'] }], () => end({ ...ending, motif: 'deces' }))).toEqual([201]);
      const reopen = () => api.post('/households/reopening', { numero_unique });
      expect(await codesUnder([{ landlord: ['L-A'] }, { holder: ['VILLE'] }], reopen)).toEqual([
        'not-allowed',
        'not-allowed',
      ]);
      expect((await reopen()).status).toBe(201);
      expect((await reopen()).status).toBe(200);
      expect((await api.post('/households/reopening', { numero_unique: 'INCONNU' })).status).toBe(404);
    });

    it('is not ended by who has had a candidate that dropped out', async () => {
      const vacancy = await api.oriented();
      const known = api.household();
      const { candidate } = await api.done(`/vacancies/${vacancy}/candidates`, known);
      const { numero_unique } = known as { numero_unique: string };
      await api.done(`/vacancies/${vacancy}/candidates/${candidate}/withdrawal`, {
        motif: 'injoignable',
        par: 'reservataire',
      });
      const ending = { numero_unique, date: api.today, motif: 'sans_reponse' };
      expect(await codesUnder([{ landlord: ['L-A'] }], () => api.post('/households/ending', ending))).toEqual([
        'scope-not-allowed',
      ]);
    });
  });

  describe('a duty', () => {
    async function owed(): Promise<string> {
      const vacancy = await api.oriented();
      const candidate = await api.designated(vacancy);
      const shown = await api.get(`/vacancies/${vacancy}`);
      const [{ household }] = shown.body['candidates'] as [{ household: Uuid }];
      const { pipelineStores: stores, eventStore } = api.service.installation;
      const refusal = { vacancy: vacancy as Uuid, candidate: candidate as Uuid, residence: 'R1', on: api.today };
      const pipeline = new CommandPipeline(handlingOf(DUTIES, eventStore), stores);
      const sent = await pipeline.send({ household, verb: 'owe', refusal }, { actor: INSTALLATION_ADMINISTRATOR });
      if (isRefusal(sent)) throw new Error(sent.code);
      const { duties } = (await api.get('/duties')).body as unknown as { duties: readonly { duty: string }[] };
      expect(JSON.stringify(duties)).not.toContain(household);
      return duties.at(-1)!.duty;
    }

    it('is listed within a scope, without its household, and renounced once', async () => {
      const duty = await owed();
      const open = { duty, openedOn: api.today, residence: 'R1', status: 'open', closedBy: null };
      expect((await api.get(`/duties`)).body).toEqual({ duties: [open] });
      const listed = async (scope: Parameters<VacancyApi['acting']>[0]) => {
        api.acting(scope);
        return (await api.get('/duties')).body['duties'];
      };
      expect(await listed({ landlord: ['L-A'] })).toEqual([open]);
      expect(await listed({ holder: ['VILLE'] })).toEqual([open]);
      expect(await listed({ landlord: ['L-B'] })).toEqual([]);
      const renounce = (body: object = { date: api.today }) => api.post(`/duties/${duty}/renunciation`, body);
      const scopes = [{ landlord: ['L-B'] }, { holder: ['ETAT'] }, { commune: ['78621'] }];
      const outside = scopes.map(() => 'scope-not-allowed');
      expect(await codesUnder(scopes, () => renounce())).toEqual(outside);
      expect(await codesUnder(scopes, () => renounce({}))).toEqual(outside);
      expect((await renounce({})).body.code).toBe('value-not-admitted');
      expect((await renounce({ date: '2999-01-01' })).body.code).toBe('day-in-future');
      expect((await renounce({ date: '2001-01-01' })).body.code).toBe('day-out-of-order');
      expect((await api.post(`/duties/${UNKNOWN}/renunciation`, { date: api.today })).body.code).toBe('unknown-duty');
      expect((await api.post(`/duties/${duty}/renunciation?dry-run=true`, { date: api.today })).status).toBe(200);
      expect(await codesUnder([{ landlord: ['L-A'] }], () => renounce())).toEqual([201]);
      expect((await renounce()).status).toBe(200);
      expect((await api.get('/duties')).body).toEqual({
        duties: [{ ...open, status: 'closed', closedBy: 'renonciation' }],
      });
    });
  });

  describe('the QPV commission of a commune', () => {
    const setting = { date_debut: '2025-03-01', demande_du_maire: '2025-01-15', qpv: ['L-Q2'] };
    const set = (body: object = setting, commune = '78621') => api.put(`/qpv-commissions/${commune}`, body);

    it('is set by the EPCI alone, for a commune and its own districts', async () => {
      const scopes = [{ landlord: ['L-A'] }, { holder: ['VILLE'] }, { commune: ['78621'] }];
      expect(await codesUnder(scopes, () => set())).toEqual(scopes.map(() => 'not-allowed'));
      expect(await codesUnder(scopes, () => set({}))).toEqual(scopes.map(() => 'not-allowed'));
      expect((await set(setting, '75056')).body.code).toBe('unknown-commune');
      expect((await set({ ...setting, qpv: ['L-Q9'] })).body.faults).toMatchObject([{ column: 'qpv' }]);
      expect((await set({ ...setting, qpv: [1] })).body.faults).toMatchObject([{ column: 'qpv' }]);
      expect((await set({ ...setting, date_fin: '2025-02-01' })).body.code).toBe('day-out-of-order');
      expect((await set({ ...setting, demande_du_maire: '2999-01-01' })).body.code).toBe('day-in-future');
      expect((await api.put('/qpv-commissions/78621?dry-run=true', setting)).status).toBe(200);
      expect((await api.get('/qpv-commissions')).body).toEqual({ commissions: [] });
    });

    it('is shown to everybody with what is due, and late', async () => {
      expect(await set()).toMatchObject({ status: 201, body: { commune: '78621', revision: 0 } });
      expect((await set({ ...setting, qpv: 'L-Q2' })).status).toBe(200);
      api.acting({ holder: ['VILLE'] });
      expect((await api.get('/qpv-commissions')).body).toEqual({
        commissions: [
          {
            commune: '78621',
            from: '2025-03-01',
            until: null,
            askedByMayorOn: '2025-01-15',
            districts: ['L-Q2'],
            rulesAdoptedOn: null,
            isOn: true,
            rules: { due: null, doneOn: null, late: false },
            review: { due: '2026-03-01', doneOn: null, late: api.today > '2026-03-01' },
          },
        ],
      });
      api.scope = EVERYTHING;
      await api.put('/qpv-commissions/78621', { ...setting, date_fin: '2025-03-02' });
      expect((await api.get('/qpv-commissions')).body).toMatchObject({ commissions: [{ isOn: false }] });
    });
  });

  it('shows no number and no dwelling, in no address, answer or log', () => {
    expect(api.texts.length).toBeGreaterThan(100);
    for (const secret of ['078NUMEROSECRET', 'LOGT-SECRET'])
      expect([secret, [...api.texts, ...api.log].filter((text) => text.includes(secret))]).toEqual([secret, []]);
  });
});
