import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERYTHING } from '#access';
import { VacancyApi } from '../e2e/support/vacancy-api';
import { describeOnMongo } from '../support/mongodb';
import { WireServer } from '../wire/eventstoredb/server';

describeOnMongo('the lists, the tasks and what stands beside the vacancies, on servers', (mongo) => {
  const database = () => mongo.database();
  let eventServer: WireServer;
  let secrets: string;
  let api: VacancyApi;
  beforeAll(async () => {
    secrets = mkdtempSync(join(tmpdir(), 'mixite-secrets-'));
    const masterKeyFile = join(secrets, 'master.key');
    writeFileSync(masterKeyFile, `${'0f'.repeat(32)}\n`, { mode: 0o600 });
    eventServer = await WireServer.start();
    const servers = { masterKeyFile, eventStoreUrl: eventServer.url, mongoUrl: mongo.urlOf(database()) };
    api = await VacancyApi.start({}, { servers });
  });
  afterAll(async () => {
    await api.stop();
    await eventServer.stop();
    rmSync(secrets, { recursive: true });
  });

  const listed = async (path: string, member: string) => {
    const { status, body } = await api.get(path);
    expect([path, status]).toEqual([path, 200]);
    return body[member];
  };

  it('show what was acknowledged before, within a scope', async () => {
    const key = { 'idempotency-key': 'seance-1' };
    const opened = await api.post('/commissions', { landlord: 'L-A', date_caleol: api.today }, key);
    const again = await api.post('/commissions', { landlord: 'L-A', date_caleol: api.today }, key);
    expect([opened.status, again.status, again.body['seance']]).toEqual([201, 200, opened.body['seance']]);
    const vacancy = await api.oriented();
    const household = api.household() as Readonly<Record<string, string>>;
    const { candidate } = await api.done(`/vacancies/${vacancy}/candidates`, household);
    expect(await listed('/vacancies?status=designated&sort=-echeance', 'vacancies')).toMatchObject([{ vacancy }]);
    expect(await listed('/tasks', 'tasks')).toMatchObject([{ kind: 'decide', vacancy }]);
    const decisions = [{ candidate, decision: 'irrecevabilite', motif: 'plafond' }];
    const exception = { exception: 'insuffisance', attestation: 'O' };
    const held = { date_caleol: api.today, seance: opened.body['seance'], ...exception, decisions };
    await api.done(`/vacancies/${vacancy}/commission`, held);
    api.acting({ landlord: ['L-A'] });
    expect(await listed(`/commissions/${String(opened.body['seance'])}`, 'vacancies')).toMatchObject([{ vacancy }]);
    const [notify] = (await listed('/tasks', 'tasks')) as [{ readonly task: string }];
    expect(notify).toMatchObject({ kind: 'notify', candidate });
    await api.done(`/tasks/${notify.task}/postponement`, { jusqu_au: '2999-01-01' });
    expect(await listed('/tasks', 'tasks')).toEqual([]);
    const ending = { numero_unique: household['numero_unique'], date: api.today, motif: 'irrecevable' };
    await api.done('/households/ending', ending);
    api.acting({ landlord: ['L-B'] });
    expect(await listed('/vacancies', 'vacancies')).toEqual([]);
    expect(await listed('/duties', 'duties')).toEqual([]);
  });

  it('keep the criteria of a household, and read them under record', async () => {
    api.scope = EVERYTHING;
    const vacancy = await api.oriented();
    const household = api.household() as Readonly<Record<string, string>>;
    await api.done(`/vacancies/${vacancy}/candidates`, household);
    const { numero_unique } = household;
    const found = { numero_unique, critere: 'violences', piece: ['plainte'], date: api.today };
    api.acting({ holder: ['VILLE'] });
    await api.done('/households/criteria', found);
    expect((await api.post('/households/criteria', found)).status).toBe(200);
    const { status, body } = await api.post('/households/criteria/reading', { numero_unique });
    expect([status, body['criteria']]).toMatchObject([200, [{ criterion: 'violences', role: 'reservataire' }]]);
    await api.done('/households/criteria/withdrawal', { numero_unique, critere: 'violences', motif: 'erreur' });
    api.acting({ landlord: ['L-B'] });
    expect((await api.post('/households/criteria', found)).body.code).toBe('scope-not-allowed');
  });
});
