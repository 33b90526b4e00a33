import { EVERYTHING } from '#access';
import { RefusalDesk } from './support/refusal-desk';
import { startedApi } from './support/started-api';
import { TERRITORY } from './support/territory';
import type { Answered, VacancyApi } from './support/vacancy-api';

describe('the order in which the refusals of a vacancy answer', () => {
  let desk: RefusalDesk;
  let api: VacancyApi;
  beforeAll(async () => {
    desk = await RefusalDesk.start();
    api = desk.api;
  });
  afterAll(() => api.stop());
  afterEach(() => desk.reset());

  /** Sends the same command after each step, which takes away one fault: the answers come in this order. */
  async function peeled(
    send: () => Promise<Answered>,
    steps: readonly (readonly [code: string, takeAway: () => unknown])[],
  ): Promise<void> {
    const told: unknown[] = [];
    for (const [, takeAway] of steps) {
      told.push((await send()).body.code);
      await takeAway();
    }
    expect(told).toEqual(steps.map(([code]) => code));
    const last = await send();
    expect([last.status, last.body.code]).toEqual([201, undefined]);
  }

  it('where all the faults of an offer meet', async () => {
    const { vacancy, made, households } = await desk.candidates(3);
    const [, second] = made as [string, string, string];
    const household = households[1]!;
    const condition = { decision: 'attribution_sous_condition', piece: 'ressources', delai_piece: '2999-01-01' };
    await desk.end(household);
    const body: Record<string, unknown> = { date_notification: '2999-01-01', delai_jours: 5, inconnu: 1 };
    const headers: Record<string, string> = { 'if-match': '"1"' };
    let [at, candidate] = [vacancy, '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d99'];
    api.acting({ landlord: ['L-B'] });
    await peeled(
      () => api.post(desk.about(at, candidate, 'offer'), body, headers),
      [
        ['invalid-request', () => delete body['inconnu']],
        ['scope-not-allowed', () => (api.scope = EVERYTHING)],
        ['unknown-candidate', () => (candidate = second)],
        ['day-in-future', () => (body['date_notification'] = desk.before(50))],
        ['vacancy-changed', () => delete headers['if-match']],
        [
          'not-in-this-status',
          async () => {
            await desk.reopen(household);
            const decisions = desk.ranked(made, [{}, condition]);
            await api.done(`/vacancies/${at}/commission`, { date_caleol: desk.before(40), decisions });
            await desk.end(household);
            await desk.lease(household, 902, 'N');
          },
        ],
        ['day-out-of-order', () => (body['date_notification'] = api.today)],
        ['household-already-housed', () => desk.lease(household, 902, 'O')],
        ['application-ended', () => desk.reopen(household)],
        [
          'not-the-first-rank',
          () => api.done(desk.about(at, made[0]!, 'withdrawal'), { motif: 'doublon', par: 'bailleur' }),
        ],
        ['condition-not-lifted', () => api.done(desk.about(at, second, 'condition'), { date: desk.before(30) })],
        ['deadline-under-ten-days', () => delete body['delai_jours']],
      ],
    );
    at = vacancy;
  });

  it('where all the faults of a commission meet', async () => {
    desk.withQuorum(5);
    const { vacancy, made } = await desk.candidates(2, { code_residence: 'R6' });
    const accords = ['bailleur', 'reservataire', 'commune', 'epci'];
    const endorse = (candidate: string) =>
      api.done(desk.about(vacancy, candidate, 'endorsement'), { date: desk.before(5), accords });
    await endorse(made[0]!);
    const voix = { pour: 1, contre: 4 };
    const fragile = { candidate: made[1], decision: 'non_attribution', motif: 'fragilite' };
    const body: Record<string, unknown> = {
      date_caleol: desk.before(10),
      presents: 3,
      decisions: [{ candidate: made[0], decision: 'attribution_rang', rang: 2, voix }, fragile],
    };
    const decide = (rang: number, cells: object): void => {
      body['decisions'] = [{ candidate: made[0], decision: 'attribution_rang', rang, ...cells }, fragile];
    };
    await peeled(
      () => api.post(`/vacancies/${vacancy}/commission`, body),
      [
        ['day-out-of-order', () => (body['date_caleol'] = desk.before(5))],
        ['endorsement-needed', () => endorse(made[1]!)],
        ['three-applications-needed', () => (body['exception'] = 'd331_25_1')],
        ['decision-incomplete', () => decide(1, { voix })],
        ['quorum-not-reached', () => (body['presents'] = 6)],
        ['votes-do-not-carry', () => decide(1, {})],
        [
          'fragility-motive-not-admitted',
          () =>
            (body['decisions'] = [...(body['decisions'] as object[]).slice(0, 1), { ...fragile, motif: 'equilibre' }]),
        ],
      ],
    );
  });

  it('where all the faults of an orientation meet', async () => {
    const vacancy = await api.declared({ reference_logement: 'NEUF-2', premiere_mise_en_location: 'O' });
    await api.done(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'ETAT' });
    const body: Record<string, unknown> = { code_reservataire: 'INCONNU', pour_un_tour: 'O' };
    api.acting({ landlord: ['L-A'] });
    await peeled(
      () => api.post(`/vacancies/${vacancy}/orientation`, body),
      [
        ['value-not-admitted', () => (body['code_reservataire'] = 'VILLE')],
        ['value-not-admitted', () => (body['motif'] = 'nouveau_delai')],
        ['first-occupancy-in-stock', () => (body['code_reservataire'] = 'ETAT')],
        ['turn-not-returned', () => delete body['pour_un_tour']],
      ],
    );
  });

  it('where all the faults of a designation meet', async () => {
    const { vacancy, households, made } = await desk.candidates(1);
    const household = households[0]!;
    await desk.lease(household, 903, 'N');
    await desk.end(household);
    const body: Record<string, unknown> = { ...household, fondement: 'refus_dalo', code_reservataire: 'ETAT' };
    api.acting({ landlord: ['L-A'] });
    await peeled(
      () => api.post(`/vacancies/${vacancy}/candidates`, body),
      [
        ['oriented-to-another-holder', () => (api.scope = EVERYTHING)],
        ['substitution-not-open', () => Object.assign(body, { fondement: 'reservation', code_reservataire: 'VILLE' })],
        [
          'candidate-already-designated',
          () => api.done(desk.about(vacancy, made[0]!, 'withdrawal'), { motif: 'doublon', par: 'bailleur' }),
        ],
        ['household-already-housed', () => desk.lease(household, 903, 'O')],
        ['application-ended', () => desk.reopen(household)],
      ],
    );
  });

  it('where all the faults of a lease meet', async () => {
    await api.done(`/vacancies/${(await desk.accepted()).vacancy}/lease`, {
      numero_attribution: 'OTHERS',
      date_bail: api.today,
    });
    const { vacancy, households } = await desk.accepted();
    const household = households[0]!;
    await desk.lease(household, 904, 'N');
    await desk.end(household);
    const body: Record<string, unknown> = { numero_attribution: 'OTHERS', date_bail: '2999-01-01' };
    await peeled(
      () => api.post(`/vacancies/${vacancy}/lease`, body),
      [
        ['day-in-future', () => (body['date_bail'] = desk.before(25))],
        ['household-already-housed', () => desk.lease(household, 904, 'O')],
        ['application-ended', () => desk.reopen(household)],
        ['lease-before-acceptance', () => (body['date_bail'] = api.today)],
        ['allocation-number-taken', () => (body['numero_attribution'] = 'MINE')],
      ],
    );
  });

  it('where all the faults of an answer to the offer meet', async () => {
    const { vacancy, made, households } = await desk.offered();
    await desk.end(households[0]!);
    const body: Record<string, unknown> = { date: desk.before(31) };
    await peeled(
      () => api.post(desk.about(vacancy, made[0], 'acceptance'), body),
      [
        ['day-out-of-order', () => (body['date'] = api.today)],
        ['application-ended', () => desk.reopen(households[0]!)],
        ['answer-after-deadline', () => (body['date'] = desk.before(20))],
      ],
    );
  });
});

/** Whoever never may send the command is told so before its body is read: 401 and `not-allowed` come first (docs/rights.md). */
describe('the order of refusals under tokens', () => {
  it('is 401, 403 of the role, 400, 403 of the place, 404, then the body', async () => {
    const service = await startedApi();
    try {
      expect((await service.send(TERRITORY)).status).toBe(200);
      const tokens: Record<string, string> = {};
      for (const [name, body] of Object.entries({
        administrateur: { role: 'administrateur' },
        elu: { role: 'elu' },
        'L-A': { role: 'bailleur', scope: ['L-A'] },
        'L-B': { role: 'bailleur', scope: ['L-B'] },
      })) {
        const first = tokens['administrateur'];
        const headers = { 'content-type': 'application/json', ...(first && { authorization: `Bearer ${first}` }) };
        const answer = await service.get('/api/tokens', { method: 'POST', headers, body: JSON.stringify(body) });
        tokens[name] = ((await answer.json()) as { readonly token: string }).token;
      }
      const ask = async (token: string | undefined, path: string, body: string): Promise<readonly unknown[]> => {
        const authorization = token && { authorization: `Bearer ${token}` };
        const headers = { 'content-type': 'application/json', 'if-match': '"9"', ...authorization };
        const answer = await service.get(`/api/vacancies${path}`, { method: 'POST', headers, body });
        const { code, vacancy } = (await answer.json()) as { readonly code?: string; readonly vacancy?: string };
        return [answer.status, code ?? vacancy];
      };
      const declaration = {
        reference_logement: 'A',
        code_residence: 'R1',
        date_liberation: '2999-01-01',
        motif_liberation: 'depart',
      };
      const [, vacancy] = await ask(tokens['L-A'], '', JSON.stringify(declaration));
      const path = `/${String(vacancy)}/closing`;
      const [future, motive, right] = [
        { date: '2999-01-01', motif: 'humeur' },
        { date: '2024-01-01', motif: 'humeur' },
        { date: '2024-01-01', motif: 'vente' },
      ];
      const wrong = JSON.stringify(future);
      expect([
        await ask(undefined, path, '{'),
        await ask(undefined, path, wrong),
        await ask('jeton', path, wrong),
        await ask(tokens['elu'], path, '{'),
        await ask(tokens['L-B'], path, '{'),
        await ask(tokens['elu'], path, wrong),
        await ask(tokens['L-B'], path, wrong),
        await ask(tokens['L-A'], '/01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d99/closing', wrong),
        await ask(tokens['L-A'], path, wrong),
        await ask(tokens['L-A'], path, JSON.stringify(motive)),
        await ask(tokens['L-A'], path, JSON.stringify(right)),
      ]).toEqual([
        [401, 'not-authenticated'],
        [401, 'not-authenticated'],
        [401, 'not-authenticated'],
        [403, 'not-allowed'],
        [400, 'malformed-json'],
        [403, 'not-allowed'],
        [403, 'scope-not-allowed'],
        [404, 'unknown-vacancy'],
        [422, 'value-not-admitted'],
        [422, 'value-not-admitted'],
        [412, 'vacancy-changed'],
      ]);
    } finally {
      await service.stop();
    }
  });
});
