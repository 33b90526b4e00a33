import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from '../simulation/rules/table';
import { RefusalDesk } from './support/refusal-desk';
import type { Answered, VacancyApi } from './support/vacancy-api';

/** The codes of the table « Refusals » of docs/process.md, in its order. */
function documentedCodes(): readonly string[] {
  const page = readFileSync(join(__dirname, '../../docs/process.md'), 'utf8');
  const [, after] = page.split('\n## Refusals\n');
  const table = after!.split('\n## ')[0]!;
  return [...table.matchAll(/^\| `([a-z-]+)` /gm)].map(([, code]) => code!);
}

describe('the refusals of the process of a vacancy, over HTTP', () => {
  let desk: RefusalDesk;
  let api: VacancyApi;
  beforeAll(async () => {
    desk = await RefusalDesk.start();
    api = desk.api;
  });
  afterAll(() => api.stop());
  afterEach(() => desk.reset());

  const CASES: Readonly<Record<string, () => Promise<Answered>>> = {
    'not-in-this-status': async () => api.post(`/vacancies/${await api.declared()}/return`, { motif: 'erreur' }),
    'vacancy-already-open': async () => {
      await api.declared({ reference_logement: 'TWICE' });
      const dwelling = { reference_logement: 'TWICE', code_residence: 'R1' };
      return api.post('/vacancies', { ...dwelling, date_liberation: api.today, motif_liberation: 'depart' });
    },
    'residence-of-another-landlord': async () => {
      const vacancy = await api.declared({ code_residence: 'R5' });
      api.acting({ landlord: ['L-A'] });
      return api.post(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    },
    'first-occupancy-in-stock': async () => {
      const vacancy = await api.declared({ reference_logement: 'NEUF', premiere_mise_en_location: 'O' });
      return api.post(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    },
    'turn-not-returned': async () =>
      api.post(`/vacancies/${await api.declared()}/orientation`, { code_reservataire: 'VILLE', pour_un_tour: 'O' }),
    'holder-deadline-running': async () => {
      const vacancy = await api.oriented();
      api.acting({ landlord: ['L-A'] });
      return api.post(`/vacancies/${vacancy}/return`, { motif: 'delai_echu' });
    },
    'oriented-to-another-holder': async () => {
      const vacancy = await api.oriented();
      api.acting({ landlord: ['L-A'] });
      return api.post(`/vacancies/${vacancy}/candidates`, api.household());
    },
    'substitution-not-open': async () => {
      const state = { fondement: 'refus_dalo', code_reservataire: 'ETAT' };
      return api.post(`/vacancies/${await api.declared()}/candidates`, api.household(state));
    },
    'candidate-already-designated': async () => {
      const { vacancy, households } = await desk.candidates(1);
      return api.post(`/vacancies/${vacancy}/candidates`, households[0]!);
    },
    'household-already-housed': async () => {
      const household = api.household();
      await desk.lease(household, 901, 'N');
      return api.post(`/vacancies/${await api.oriented()}/candidates`, household);
    },
    'application-ended': async () => {
      const { households } = await desk.candidates(1);
      await desk.end(households[0]!);
      return api.post(`/vacancies/${await api.oriented()}/candidates`, households[0]!);
    },
    'no-common-accord': async () => {
      const { vacancy, made } = await desk.candidates(1, { code_residence: 'R6' });
      return api.post(desk.about(vacancy, made[0]!, 'endorsement'), { date: api.today, accords: ['bailleur', 'epci'] });
    },
    'endorsement-needed': async () => {
      const { vacancy, made } = await desk.candidates(3, { code_residence: 'R6' });
      return api.post(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, decisions: desk.ranked(made) });
    },
    'three-applications-needed': async () => {
      const { vacancy, made } = await desk.candidates(2);
      return api.post(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, decisions: desk.ranked(made) });
    },
    'decision-incomplete': async () => {
      const { vacancy, made } = await desk.candidates(4);
      return api.post(`/vacancies/${vacancy}/commission`, {
        date_caleol: api.today,
        decisions: desk.ranked(made.slice(1)),
      });
    },
    'quorum-not-reached': async () => {
      const { vacancy, made } = await desk.candidates(3);
      desk.withQuorum(4);
      return api.post(`/vacancies/${vacancy}/commission`, {
        date_caleol: api.today,
        presents: 3,
        decisions: desk.ranked(made),
      });
    },
    'votes-do-not-carry': async () => {
      const { vacancy, made } = await desk.candidates(3);
      const decisions = desk.ranked(made, [{ voix: { pour: 3, contre: 3, maire: 'contre' } }]);
      return api.post(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, decisions });
    },
    'fragility-motive-not-admitted': async () => {
      const { vacancy, made } = await desk.candidates(3);
      const refused = { candidate: made[2], decision: 'non_attribution', motif: 'fragilite' };
      const decisions = [...desk.ranked(made.slice(0, 2)), refused];
      return api.post(`/vacancies/${vacancy}/commission`, { date_caleol: api.today, decisions });
    },
    'not-the-first-rank': async () => {
      const { vacancy, made } = await desk.decided();
      return api.post(desk.about(vacancy, made[1], 'offer'), { date_notification: api.today });
    },
    'condition-not-lifted': async () => {
      const condition = { decision: 'attribution_sous_condition', piece: 'ressources', delai_piece: '2999-01-01' };
      const { vacancy, made } = await desk.decided([condition]);
      return api.post(desk.about(vacancy, made[0], 'offer'), { date_notification: api.today });
    },
    'deadline-under-ten-days': async () => {
      const { vacancy, made } = await desk.decided();
      return api.post(desk.about(vacancy, made[0], 'offer'), { date_notification: api.today, delai_jours: 9 });
    },
    'answer-after-deadline': async () => {
      const { vacancy, made } = await desk.offered();
      return api.post(desk.about(vacancy, made[0], 'acceptance'), { date: api.today });
    },
    'other-rank-offered': async () => {
      const { vacancy, made } = await desk.offered();
      await api.done(desk.about(vacancy, made[0], 'refusal'), { date: desk.before(20), motif: 'loyer' });
      await api.done(desk.about(vacancy, made[1], 'offer'), { date_notification: desk.before(19) });
      return api.post(desk.about(vacancy, made[0], 'offer/correction'), { motif: 'erreur' });
    },
    'lease-before-acceptance': async () => {
      const { vacancy } = await desk.accepted();
      return api.post(`/vacancies/${vacancy}/lease`, { numero_attribution: 'EARLY', date_bail: desk.before(21) });
    },
    'allocation-number-taken': async () => {
      const signed = { numero_attribution: 'TAKEN', date_bail: api.today };
      await api.done(`/vacancies/${(await desk.accepted()).vacancy}/lease`, signed);
      return api.post(`/vacancies/${(await desk.accepted()).vacancy}/lease`, signed);
    },
  };

  it('are those of the contract, in its order, and each has a case here', () => {
    expect(documentedCodes()).toEqual(REFUSALS);
    expect(Object.keys(CASES)).toEqual(REFUSALS);
  });

  it.each(REFUSALS)('%s is answered with 409, the present status and what is admitted', async (code) => {
    const { status, body } = await CASES[code]!();
    expect([status, body.code]).toEqual([409, code]);
    // Who has the residence no longer is told no state.
    if (code === 'residence-of-another-landlord') expect(body).not.toHaveProperty('present');
    else expect(body['present']).toEqual(expect.any(String));
  });
});
