import { CommandPipeline, handlingOf } from '#deciding';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR } from '#access';
import { newUuid, type Uuid } from '#kernel';
import { DUTIES } from '#vacancy';
import { VacancyApi } from './support/vacancy-api';

interface Task {
  readonly task: string;
  readonly kind: string;
  readonly vacancy: string;
  readonly [key: string]: unknown;
}

describe('tasks, over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const tasks = async (vacancy?: string): Promise<readonly Task[]> => {
    const { status, body } = await api.get('/tasks');
    expect(status).toBe(200);
    return (body['tasks'] as readonly Task[]).filter((one) => vacancy === undefined || one.vacancy === vacancy);
  };
  const kinds = async (vacancy: string) => (await tasks(vacancy)).map(({ kind }) => kind).sort();

  it('follow a vacancy from its declaration to its acceptance, each for who must act', async () => {
    const vacancy = await api.declared();
    const [orient] = await tasks(vacancy);
    expect(orient).toEqual({
      task: `${vacancy}.orient.0`,
      kind: 'orient',
      vacancy,
      residence: 'R1',
      since: api.today,
      late: false,
    });
    const seenBy = async (codes: Parameters<VacancyApi['acting']>[0]) => {
      api.acting(codes);
      const seen = await kinds(vacancy);
      api.scope = EVERYTHING;
      return seen.join(' ');
    };
    const [landlord, holder, other] = [{ landlord: ['L-A'] }, { holder: ['VILLE'] }, { landlord: ['L-B'] }];
    const seen = async () => [await seenBy(landlord), await seenBy(holder), await seenBy(other)];
    expect(await seen()).toEqual(['orient', '', '']);
    await api.done(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    expect(await seen()).toEqual(['', 'designate', '']);
    const candidates = [await api.designated(vacancy), await api.designated(vacancy), await api.designated(vacancy)];
    expect(await seen()).toEqual(['decide', '', '']);
    const [c1, c2, c3] = candidates as [string, string, string];
    const decisions = [
      { candidate: c1, decision: 'attribution_rang', rang: 1 },
      {
        candidate: c2,
        decision: 'attribution_sous_condition',
        rang: 2,
        piece: 'ressources',
        delai_piece: '2999-01-01',
      },
      { candidate: c3, decision: 'irrecevabilite', motif: 'plafond' },
    ];
    await api.done(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, decisions });
    expect(await seen()).toEqual(['condition notify offer', '', '']);
    await api.done(`/vacancies/${vacancy}/candidates/${c3}/notice`, { date: api.today });
    await api.done(`/vacancies/${vacancy}/candidates/${c1}/offer`, { date_notification: api.today });
    const [answer] = (await tasks(vacancy)).filter(({ kind }) => kind === 'answer');
    expect(answer).toMatchObject({ candidate: c1, since: api.today, late: false });
    expect(answer!['due']! > api.today).toBe(true);
    await api.done(`/vacancies/${vacancy}/candidates/${c1}/refusal`, { date: api.today, motif: 'loyer' });
    expect(await seen()).toEqual(['condition', '', '']);
    await api.done(`/vacancies/${vacancy}/candidates/${c2}/condition`, { date: api.today });
    await api.done(`/vacancies/${vacancy}/candidates/${c2}/offer`, { date_notification: api.today });
    await api.done(`/vacancies/${vacancy}/candidates/${c2}/acceptance`, { date: api.today });
    expect(await seen()).toEqual(['lease', '', '']);
  });

  it('of the State and of the commune are seen by their codes', async () => {
    const vacancy = await api.oriented();
    const candidate = await api.designated(vacancy, { fondement: 'dalo_prefet', dalo: 'O' });
    const decisions = [{ candidate, decision: 'non_attribution', motif: 'equilibre' }];
    await api.done(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, exception: 'dalo', decisions });
    api.acting({ holder: ['ETAT'] });
    const [told] = await tasks(vacancy);
    expect(told).toMatchObject({ kind: 'prefectRefusal', candidate });
    expect((await api.post(`/tasks/${told!.task}/completion`, { date: api.today })).status).toBe(201);
    expect(await tasks(vacancy)).toEqual([]);
  });

  it('are postponed, handed over and said to be done, by who must act', async () => {
    const vacancy = await api.declared();
    const [{ task }] = (await tasks(vacancy)) as [Task];
    const key = { 'idempotency-key': 'tache-1' };
    const postponed = await api.post(`/tasks/${task}/postponement`, { jusqu_au: '2999-01-01' }, key);
    expect(postponed).toMatchObject({ status: 201, body: { task, revision: 0, notices: [] } });
    expect(await api.post(`/tasks/${task}/postponement`, { jusqu_au: '2999-01-01' }, key)).toEqual({
      ...postponed,
      status: 200,
    });
    expect(await tasks(vacancy)).toEqual([]);
    await api.done(`/tasks/${task}/postponement`, { jusqu_au: api.today });
    await api.done(`/tasks/${task}/handover`, { a: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' });
    expect(await tasks(vacancy)).toMatchObject([{ task, heldBy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' }]);
    expect((await api.post(`/tasks/${task}/completion`, { date: api.today })).body.code).toBe('task-of-the-process');
    expect(
      (await api.post(`/tasks/${task}/handover?dry-run=true`, { a: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d42' })).status,
    ).toBe(200);
    expect(await tasks(vacancy)).toMatchObject([{ heldBy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' }]);
    const attempts = async (body: object) => {
      const answers = [];
      for (const codes of [{ landlord: ['L-A'] }, { landlord: ['L-B'] }, { holder: ['VILLE'] }]) {
        api.acting(codes);
        answers.push((await api.post(`/tasks/${task}/handover`, body)).body.code ?? 'done');
      }
      api.scope = EVERYTHING;
      return answers;
    };
    expect(await attempts({ a: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d41' })).toEqual([
      'done',
      'scope-not-allowed',
      'scope-not-allowed',
    ]);
    expect(await attempts({})).toEqual(['value-not-admitted', 'scope-not-allowed', 'scope-not-allowed']);
    for (const unknown of [
      'x',
      `${vacancy}.orient.7`,
      `${vacancy}.substituteOffer.0.${vacancy}`,
      task.replace(/^./, 'z'),
    ])
      expect(
        (await api.post(`/tasks/${unknown}/handover`, { a: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' })).body.code,
      ).toBe('unknown-task');
  });

  it('show who a substitute offer is owed to, where a dwelling suits, to the EPCI alone', async () => {
    const refusedAt = await api.oriented();
    const candidate = await api.designated(refusedAt);
    const shown = await api.get(`/vacancies/${refusedAt}`);
    const [{ household }] = shown.body['candidates'] as [{ household: Uuid }];
    const { pipelineStores, eventStore } = api.service.installation;
    const refusal = { vacancy: refusedAt as Uuid, candidate: candidate as Uuid, residence: 'R1', on: api.today };
    const pipeline = new CommandPipeline(handlingOf(DUTIES, eventStore), pipelineStores);
    await pipeline.send({ household, verb: 'owe', refusal }, { actor: INSTALLATION_ADMINISTRATOR });
    /** The legal list of L-B holds this residence alone. */
    const listed = async (residence: string) => {
      const residences = [{ residence, note: 4 }];
      const data = { landlord: 'L-B', on: api.today, lastDay: '2999-12-31', residences };
      const metadata = { actor: 'test', role: 'system', correlationId: 'test', causationId: 'test' };
      const event = { id: newUuid(), type: 'PriorityListEstablished', schemaVersion: 1, data, metadata };
      await eventStore.append({ stream: `priority-list-L-B@${api.today}`, expected: 'any', events: [event] });
    };
    const suitable = await api.declared({ code_residence: 'R4', typologie: 'T2' });
    const small = await api.declared({ code_residence: 'R4', typologie: 'T5' });
    const offers = async () => (await tasks()).filter(({ kind }) => kind === 'substituteOffer');
    const [offer, ...others] = await offers();
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ vacancy: suitable, household, size: 2, since: api.today });
    expect(offer!.vacancy).not.toBe(small);
    api.acting({ landlord: ['L-B'] });
    const [seen] = await offers();
    expect(seen).toMatchObject({ task: offer!.task, duty: offer!['duty'], size: 2 });
    expect(seen).not.toHaveProperty('household');
    api.acting({ landlord: ['L-A'] });
    expect(await offers()).toEqual([]);
    api.scope = EVERYTHING;
    await api.done(`/tasks/${offer!.task}/postponement`, { jusqu_au: '2999-01-01' });
    expect(await offers()).toEqual([]);
    await api.done(`/tasks/${offer!.task}/postponement`, { jusqu_au: api.today });
    expect(await offers()).toHaveLength(1);
    await listed('R4');
    expect(await offers()).toEqual([]);
    await listed('R6');
    expect(await offers()).toHaveLength(1);
    await api.done(`/duties/${String(offer!['duty'])}/renunciation`, { date: api.today });
    expect(await offers()).toEqual([]);
  });

  it('name no household by its number', async () => {
    expect(JSON.stringify(await tasks())).not.toContain('SECRET');
    expect(api.texts.filter((text) => text.includes('078NUMEROSECRET'))).toEqual([]);
  });
});
