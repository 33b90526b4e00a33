import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, type Scope } from '#access';
import { readerOf } from '#access/testing';
import type { FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ThisThreadVerifier } from '#audit';
import { ThisThreadImporter } from '#exchange';
import type { Authenticator } from '#http';
import { dayAt } from '#kernel';
import { buildApi } from '#service';
import { newLogger } from '#telemetry';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY, type Row } from './support/territory';

/** R1 is L-A's, in 78621 and in a QPV; R5 is L-A's since it was sold by L-B; LOG-A-1 is a dwelling that a file names. */
const FILES = {
  ...TERRITORY,
  'proprietes.csv': [{ code_residence: 'R5', date_debut: '2015-01-01', code_bailleur: 'L-B' }],
  'logements.csv': [
    { reference_logement: 'LOGT-SECRET-1', code_residence: 'R1', typologie: 'T3', loyer: '412,30' } as Row,
  ],
};

const DECLARATION = {
  reference_logement: 'LOGT-SECRET-1',
  code_residence: 'R1',
  date_liberation: '2999-01-01',
  motif_liberation: 'depart',
};
const SECRETS = ['LOGT-SECRET', '078NUMEROSECRET', '18450', '1845000'];

let households = 0;
const household = (cells: object = {}) => ({
  type_demande: 'premier_acces',
  numero_unique: `078NUMEROSECRET${(households += 1)}`,
  personnes_14_ans_et_plus: 2,
  enfants_moins_14_ans: '0',
  ressources_annuelles: '18450,50',
  dalo: false,
  ...cells,
});

/** The scope of each request is the one that the test sets; its role is that of the scope's codes. */
class ScopedAuthenticator implements Authenticator {
  scope: Scope = EVERYTHING;

  actorOf(_request: FastifyRequest) {
    const { scope } = this;
    return Promise.resolve(
      scope.kind === 'limited' ? readerOf(scope, 'agent') : { ...INSTALLATION_ADMINISTRATOR, id: 'agent' },
    );
  }
}

interface Answered {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly vacancy: string;
    readonly candidate: string;
    readonly revision: number;
    readonly status: string;
    readonly code: string;
    readonly faults: readonly { readonly column: string }[];
  };
}

describe('the process of a vacancy, over HTTP', () => {
  const authenticator = new ScopedAuthenticator();
  const texts: string[] = [];
  const log: string[] = [];
  let service: StartedApi;
  let app: NestFastifyApplication;
  let today: string;
  beforeAll(async () => {
    service = await startedApi();
    expect((await service.send(FILES)).status).toBe(200);
    const { installation } = service;
    app = await buildApi(installation, {
      authenticator,
      logger: newLogger({ level: 'trace', stream: { write: (line: string) => void log.push(line) } }),
      importer: new ThisThreadImporter(installation),
      verifier: new ThisThreadVerifier(installation),
    });
    today = dayAt(installation.clock.now(), 'Europe/Paris');
  });
  afterAll(async () => {
    await app.close();
    await service.stop();
  });
  afterEach(() => {
    authenticator.scope = EVERYTHING;
  });

  async function send(method: 'GET' | 'POST', path: string, body?: object, headers: object = {}): Promise<Answered> {
    const url = `/api/vacancies${path}`;
    const answer = await app.inject({ method, url, payload: body, headers: { host: 'localhost:3000', ...headers } });
    texts.push(url, answer.body);
    return { status: answer.statusCode, etag: answer.headers.etag, body: JSON.parse(answer.body) as Answered['body'] };
  }
  const post = (path: string, body: object, headers?: object) => send('POST', path, body, headers);
  const done = async (path: string, body: object): Promise<Answered['body']> => {
    const answer = await post(path, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
    return answer.body;
  };
  const acting = (codes: Parameters<typeof limitedTo>[0]) => (authenticator.scope = limitedTo(codes));

  let dwellings = 1;
  const declared = async (cells: object = {}) => {
    const reference_logement = `LOGT-SECRET-${(dwellings += 1)}`;
    return (await done('', { ...DECLARATION, reference_logement, ...cells })).vacancy;
  };
  const oriented = async (cells?: object) => {
    const vacancy = await declared(cells);
    await done(`/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    return vacancy;
  };
  const designated = async (vacancy: string) => (await done(`/${vacancy}/candidates`, household())).candidate;

  it('goes from a free dwelling to an acceptance', async () => {
    const first = await done('', DECLARATION);
    expect(first).toEqual({
      vacancy: expect.any(String) as string,
      status: 'declared',
      revision: 0,
      position: expect.any(String) as string,
      notices: [],
    });
    const { vacancy } = first;
    expect(await done(`/${vacancy}/orientation`, { code_reservataire: 'VILLE' })).toMatchObject({ status: 'oriented' });
    const candidates = [await designated(vacancy), await designated(vacancy), await designated(vacancy)];
    const [c1, c2, c3] = candidates as [string, string, string];
    const corrected = { ressources_annuelles: '18450', motif: 'piece_recue' };
    expect((await post(`/${vacancy}/candidates/${c1}/facts`, corrected)).status).toBe(201);
    expect((await post(`/${vacancy}/candidates/${c1}/facts`, corrected)).status).toBe(200);
    await done(`/${vacancy}/candidates/${c2}/opinion`, { date: today, avis: 'favorable' });
    const decisions = [
      {
        candidate: c1,
        decision: 'attribution_sous_condition',
        rang: 1,
        piece: 'ressources',
        delai_piece: '2999-01-01',
      },
      { candidate: c2, decision: 'attribution_rang', rang: 2, voix: { pour: 5, contre: 1 } },
      { candidate: c3, decision: 'non_attribution', motif: 'equilibre' },
    ];
    expect(await done(`/${vacancy}/commission`, { date_caleol: today, presents: 6, decisions })).toMatchObject({
      status: 'decided',
    });
    const again = decisions.map((one) => (one.candidate === c3 ? { ...one, motif: 'taux_effort' } : one));
    await done(`/${vacancy}/commission/correction`, { date_caleol: today, decisions: again, motif: 'erreur' });
    await done(`/${vacancy}/candidates/${c3}/notice`, { date: today });
    const offer = { date_notification: today };
    expect(await post(`/${vacancy}/candidates/${c1}/offer`, offer)).toMatchObject({
      status: 409,
      body: {
        code: 'condition-not-lifted',
        present: 'allocated',
        admitted: ['facts', 'withdrawal', 'condition', 'offer'],
      },
    });
    await done(`/${vacancy}/candidates/${c1}/condition`, { date: today });
    expect(await done(`/${vacancy}/candidates/${c1}/offer`, offer)).toMatchObject({ status: 'offered', candidate: c1 });
    await done(`/${vacancy}/candidates/${c1}/offer/correction`, { motif: 'erreur' });
    await done(`/${vacancy}/candidates/${c1}/refusal`, { date: today, motif: 'loyer' });
    await done(`/${vacancy}/candidates/${c2}/offer`, { ...offer, delai_jours: 15 });
    expect(await done(`/${vacancy}/candidates/${c2}/acceptance`, { date: today })).toMatchObject({
      status: 'accepted',
    });

    const shown = await send('GET', `/${vacancy}`);
    expect(shown).toMatchObject({
      status: 200,
      etag: '"15"',
      body: {
        vacancy,
        status: 'accepted',
        revision: 15,
        residence: 'R1',
        landlord: 'L-A',
        commune: '78621',
        orientation: { holder: 'VILLE', forOneTurn: false },
        candidates: [
          { candidate: c1, status: 'declined', rank: 1, reason: 'loyer' },
          { candidate: c2, status: 'accepted', rank: 2, reason: null },
          { candidate: c3, status: 'notAllocated', rank: null, reason: 'taux_effort' },
        ],
      },
    });
    const history = await send('GET', `/${vacancy}/history?wait=1`);
    const events = history.body['events'] as readonly { type: string; actor: string; data: object }[];
    expect(events).toHaveLength(16);
    expect(events[0]).toMatchObject({
      type: 'VacancyDeclared',
      actor: 'agent',
      data: { dwellingType: 'T3', rent: 41_230 },
    });
    expect(events.at(-1)).toMatchObject({
      type: 'OfferAccepted',
      data: { candidate: c2, on: today },
      effectiveDay: today,
    });
  });

  it('refuses with a code, and says the state and what it admits', async () => {
    const vacancy = await oriented();
    const c1 = await designated(vacancy);
    expect(await post(`/${vacancy}/candidates/${c1}/acceptance`, { date: today })).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-status', present: 'designated', admitted: ['facts', 'opinion', 'withdrawal'] },
    });
    const decisions = [{ candidate: c1, decision: 'attribution' }];
    expect(await post(`/${vacancy}/commission`, { date_caleol: today, decisions })).toMatchObject({
      status: 409,
      body: { code: 'three-applications-needed', present: 'designated', examined: 1 },
    });
    expect(await post('', { ...DECLARATION, reference_logement: `LOGT-SECRET-${dwellings}` })).toMatchObject({
      status: 409,
      body: { code: 'vacancy-already-open', present: 'designated', vacancy },
    });
  });

  it('refuses a household that has a lease', async () => {
    const [lease] = leases(1, 1);
    expect((await service.send({ 'attributions.csv': [lease!] })).status).toBe(200);
    const vacancy = await oriented();
    const housed = household({ numero_unique: lease!['numero_unique'] });
    expect(await post(`/${vacancy}/candidates`, housed)).toMatchObject({
      status: 409,
      body: {
        code: 'household-already-housed',
        present: 'oriented',
        admitted: ['orientation', 'return', 'candidates', 'closing'],
      },
    });
  });

  it('names each faulty value by its column, after rights and before the state', async () => {
    const vacancy = await oriented();
    const refusals: readonly (readonly [string, object, number, string, readonly string[]])[] = [
      [
        '',
        { ...DECLARATION, motif_liberation: 'fuite', loyer: 'gratuit' },
        422,
        'value-not-admitted',
        ['motif_liberation', 'loyer'],
      ],
      ['', { ...DECLARATION, code_residence: 'R404' }, 404, 'unknown-residence', []],
      ['', { ...DECLARATION, autre: 1 }, 400, 'invalid-request', []],
      [`/${vacancy}/candidates`, household({ numero_unique: '' }), 422, 'value-not-admitted', ['numero_unique']],
      [`/${vacancy}/candidates`, household({ dalo: '078NUMEROSECRET' }), 422, 'value-not-admitted', ['dalo']],
      [`/${vacancy}/closing`, { date: '2999-01-01', motif: 'travaux' }, 422, 'day-in-future', ['date']],
      [`/${vacancy}/closing`, { date: today, motif: 'fuite' }, 422, 'value-not-admitted', ['motif']],
      [`/${vacancy}/orientation`, { code_reservataire: 'AUTRE' }, 422, 'value-not-admitted', ['code_reservataire']],
      [
        `/${vacancy}/commission`,
        { date_caleol: today, decisions: [{ voix: { pour: 'x' } }] },
        422,
        'value-not-admitted',
        ['decisions.0.candidate', 'decisions.0.decision', 'decisions.0.voix.pour'],
      ],
      ['/inconnue/closing', { date: today, motif: 'travaux' }, 404, 'unknown-vacancy', []],
      [`/${vacancy}/candidates/${vacancy}/offer`, {}, 404, 'unknown-candidate', []],
      ['/01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10/closing', {}, 404, 'unknown-vacancy', []],
    ];
    for (const [path, body, status, code, columns] of refusals) {
      const answer = await post(path, body);
      const found = (answer.body.faults ?? []).map(({ column }) => column);
      expect([path, answer.status, answer.body.code, found]).toEqual([path, status, code, columns]);
    }
    expect((await send('GET', `/${vacancy}`)).body.revision).toBe(1);
  });

  it('writes nothing where the vacancy has moved on, and answers a repeated command as before', async () => {
    const vacancy = await oriented();
    const body = household();
    const stale = await post(`/${vacancy}/candidates`, body, { 'if-match': '"0"' });
    expect(stale).toMatchObject({
      status: 412,
      etag: '"1"',
      body: { code: 'vacancy-changed', present: 'oriented', revision: 1, candidates: [] },
    });
    expect(
      (await post(`/${vacancy}/closing`, { date: '2999-01-01', motif: 'vente' }, { 'if-match': '"0"' })).status,
    ).toBe(422);
    expect((await post(`/${vacancy}/candidates`, body, { 'if-match': 'un' })).status).toBe(400);
    const key = { 'idempotency-key': 'clef-1', 'if-match': '"1"' };
    const first = await post(`/${vacancy}/candidates`, body, key);
    expect(first).toMatchObject({ status: 201, etag: '"2"' });
    expect(await post(`/${vacancy}/candidates`, body, key)).toEqual({ ...first, status: 200 });
    expect(await post(`/${vacancy}/candidates`, household(), key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    const declaration = { ...DECLARATION, reference_logement: 'LOGT-SECRET-KEY' };
    const once = await post('', declaration, { 'idempotency-key': 'clef-2' });
    expect(await post('', declaration, { 'idempotency-key': 'clef-2' })).toEqual({ ...once, status: 200 });
  });

  it('decides on trial, and writes nothing', async () => {
    const vacancy = await oriented();
    const [last] = (await service.installation.eventStore.readAll({ maxCount: 1_000 })).slice(-1);
    const body = household();
    expect(await post(`/${vacancy}/candidates?dry-run=true`, body)).toMatchObject({
      status: 200,
      body: { vacancy, status: 'designated', revision: 1 },
    });
    expect(await post(`/${vacancy}/commission?dryRun=true`, { date_caleol: today, decisions: [] })).toMatchObject({
      status: 409,
    });
    expect(await post(`/${vacancy}/return?dry-run=true`, { motif: 'erreur' }, { 'if-match': '"0"' })).toMatchObject({
      status: 412,
    });
    expect((await post(`/${vacancy}/return?dry-run=oui`, { motif: 'erreur' })).status).toBe(400);
    expect((await post(`/${vacancy}/return?essai=true`, { motif: 'erreur' })).status).toBe(400);
    const free = { ...DECLARATION, reference_logement: 'LOGT-SECRET-TRIAL' };
    const tried = await post('?dry-run=true', free);
    expect(tried).toMatchObject({ status: 200, body: { status: 'declared', revision: -1 } });
    expect(tried.body).not.toHaveProperty('vacancy');
    const taken = { ...DECLARATION, reference_logement: `LOGT-SECRET-${dwellings}` };
    expect(await post('?dry-run=true', taken)).toMatchObject({ status: 409, body: { code: 'vacancy-already-open' } });
    acting({ landlord: ['L-B'] });
    expect(await post('?dry-run=true', taken)).toMatchObject({ status: 403 });
    expect(await post(`/${vacancy}/return?dry-run=true`, { motif: 'erreur' })).toMatchObject({ status: 403 });
    const [newest] = (await service.installation.eventStore.readAll({ maxCount: 1_000 })).slice(-1);
    expect(newest!.id).toBe(last!.id);
  });

  it('is run and read within a scope only', async () => {
    const vacancy = await oriented();
    const candidate = await designated(vacancy);
    const orientation = { code_reservataire: 'ETAT', motif: 'erreur' };
    const attempts = async (): Promise<readonly unknown[]> => [
      (await send('GET', `/${vacancy}`)).body.code ?? 'read',
      (await send('GET', `/${vacancy}/history`)).body.code ?? 'read',
      (await post(`/${vacancy}/orientation`, orientation)).body.code,
      (await post(`/${vacancy}/orientation`, {})).body.code,
      (await post(`/${vacancy}/candidates/${candidate}/deferral`, { date: today, motif: 'sans_accord' })).body.code,
      (await post(`/${vacancy}/candidates`, household({ fondement: 'dalo_prefet' }))).body.code ?? 'done',
    ];
    acting({ landlord: ['L-A'] });
    expect(await attempts()).toEqual([
      'read',
      'read',
      'not-in-this-status',
      'value-not-admitted',
      'not-allowed',
      'oriented-to-another-holder',
    ]);
    acting({ landlord: ['L-B'] });
    expect(await attempts()).toEqual([
      'unknown-vacancy',
      'unknown-vacancy',
      'scope-not-allowed',
      'scope-not-allowed',
      'not-allowed',
      'scope-not-allowed',
    ]);
    acting({ holder: ['VILLE'] });
    expect(await attempts()).toEqual([
      'read',
      'read',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'oriented-to-another-holder',
    ]);
    acting({ commune: ['78297'] });
    expect(await attempts()).toEqual([
      'unknown-vacancy',
      'unknown-vacancy',
      'not-allowed',
      'not-allowed',
      'scope-not-allowed',
      'scope-not-allowed',
    ]);
    acting({ landlord: ['L-B'], commune: ['78621'] });
    expect(await attempts()).toEqual([
      'read',
      'read',
      'scope-not-allowed',
      'scope-not-allowed',
      'not-in-this-status',
      'oriented-to-another-holder',
    ]);
    acting({ holder: ['ETAT'] });
    expect(await attempts()).toEqual([
      'unknown-vacancy',
      'unknown-vacancy',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'done',
    ]);
    expect((await send('GET', `/${vacancy}`)).status).toBe(200);
  });

  it('lets the holder of the vacancy designate, and only the landlord declare', async () => {
    acting({ landlord: ['L-A'] });
    const vacancy = await oriented();
    expect((await post(`/${vacancy}/candidates`, household())).body.code).toBe('oriented-to-another-holder');
    acting({ holder: ['VILLE'] });
    const candidate = await designated(vacancy);
    await done(`/${vacancy}/candidates/${candidate}/withdrawal`, { motif: 'injoignable', par: 'reservataire' });
    expect(await done(`/${vacancy}/return`, { motif: 'sans_candidat' })).toMatchObject({ status: 'returned' });
    const declaration = (residence: string) =>
      post('', { ...DECLARATION, reference_logement: 'LOGT-SECRET-R', code_residence: residence });
    expect((await declaration('R1')).body.code).toBe('not-allowed');
    acting({ landlord: ['L-B'] });
    expect((await declaration('R1')).body.code).toBe('scope-not-allowed');
    acting({ landlord: ['L-A'] });
    expect((await declaration('R5')).body.code).toBe('residence-of-another-landlord');
  });

  it('shows no number, no income and no dwelling, in no address, answer, log or event', async () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(log.join('')).toContain('/api/vacancies');
    const events = await service.installation.eventStore.readAll({ maxCount: 1_000 });
    const ofVacancies = events.filter(({ stream }) => /^(?:vacancy|claim)-/.test(stream));
    expect(ofVacancies.length).toBeGreaterThan(30);
    const clear = JSON.stringify(ofVacancies);
    for (const secret of SECRETS) {
      expect([secret, texts.filter((text) => text.includes(secret))]).toEqual([secret, []]);
      expect([secret, clear.includes(secret), log.join('').includes(secret)]).toEqual([secret, false, false]);
    }
  });
});
