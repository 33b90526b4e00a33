import { aConventionFile, conventionText } from '#convention/testing';
import { dayAt } from '#kernel';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, TERRITORY } from './support/territory';

interface Stand {
  readonly numerator: number;
  readonly denominator: number;
  readonly status: string | null;
}

interface Shown {
  readonly candidate: string | null;
  readonly position: string;
  readonly notices: readonly { readonly code: string; readonly text: string }[];
  readonly effects: readonly {
    readonly code: string;
    readonly scope: { readonly kind: string; readonly id: string; readonly label: string };
    readonly before: Stand;
    readonly after: Stand;
    readonly bearing: string;
    readonly text: string;
  }[];
  readonly reasons: readonly { readonly fact: string; readonly because: string; readonly text: string }[];
  readonly code?: string;
}

const household = (cells: object = {}) => ({
  type_demande: 'premier_acces',
  numero_unique: '078NUMEROSECRET1',
  personnes_14_ans_et_plus: 2,
  enfants_moins_14_ans: 0,
  quartile: '1',
  dalo: true,
  situation_precaire: 'O',
  ...cells,
});

describe('the vigilance before a designation, over HTTP', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    const objective = {
      nom: 'Un quart',
      periode: 'annee',
      origine: 'loi',
      source: 'CCH L441-1',
      date_debut: '2017-01-28',
      date_fin: null,
      operateur: 'min',
      valeur: '25 %',
    };
    const objectifs = [
      { ...objective, code: 'HORS-QPV', figure: 'Q1_REHOUSED_OUTSIDE_QPV', portee: { type: 'bailleur' } },
      { ...objective, code: 'EN-QPV', figure: 'Q234_IN_QPV', portee: { type: 'epci' }, valeur: '60 %' },
      { ...objective, code: 'AUTRE', figure: 'Q1', portee: { type: 'bailleur', identifiants: ['L-B'] } },
    ];
    const files = new Map([
      ...csvFiles(TERRITORY),
      ['convention.json', conventionText(aConventionFile({ objectifs: objectifs as never }))],
    ]);
    const sent = await service.send(files);
    expect({ status: sent.status, faults: sent.ok ? [] : await sent.text() }).toEqual({ status: 200, faults: [] });
  });
  afterAll(() => service.stop());

  const post = async (path: string, body: object, status = 201): Promise<Record<string, string>> => {
    const answer = await service.post(`/api/vacancies${path}`, body);
    const read = (await answer.json()) as Record<string, string>;
    expect({ path, status: answer.status, read }).toMatchObject({ status });
    return read;
  };
  const vacant = async (residence: string, reference: string): Promise<string> => {
    const declaration = {
      reference_logement: reference,
      code_residence: residence,
      date_liberation: '2999-01-01',
      motif_liberation: 'depart',
      typologie: 'T2',
    };
    const { vacancy } = await post('', declaration);
    await post(`/${vacancy}/orientation`, { code_reservataire: 'ETAT' });
    return vacancy!;
  };
  const weigh = async (vacancy: string, body: object = household(), status = 200): Promise<Shown> =>
    (await post(`/${vacancy}/vigilance`, body, status)) as unknown as Shown;
  const eventsNow = async () => (await service.installation.eventStore.head())!.position;

  it('shows the effect on each objective that the residence touches, what to know and why, and writes nothing', async () => {
    const vacancy = await vacant('R1', 'LOGT-SECRET-1');
    const before = await eventsNow();
    const shown = await weigh(vacancy);
    expect(await eventsNow()).toBe(before);
    expect(shown.candidate).toBeNull();
    expect(shown.notices.map(({ code }) => code)).toEqual([
      'precarious-dalo-in-qpv',
      'first-quartile-in-fragile-qpv',
      'priority-first-quartile',
    ]);
    expect(shown.notices[0]!.text).toContain('circulaire du 18 décembre 2023');
    const [inDistrict, outside] = shown.effects;
    expect(shown.effects).toHaveLength(2);
    expect(inDistrict).toMatchObject({ code: 'EN-QPV', bearing: 'farther', after: { numerator: 0, denominator: 1 } });
    expect(inDistrict!.text).toContain('éloigne de l’objectif : aucun bail → 0 % (0/1), cible : au moins 60 %');
    expect(outside).toMatchObject({
      code: 'HORS-QPV',
      bearing: 'none',
      scope: { kind: 'bailleur', id: 'L-A', label: 'Bailleur A' },
    });
    expect(shown.reasons.map(({ fact, because }) => `${fact} ${because}`)).toEqual([
      'quartile given',
      'priority dalo',
      'homeWork commune-unknown',
      'fragility noted',
      'suits surface-unknown',
    ]);
  });

  it('shows the same of a candidate once it is designated, and counts the leases signed since', async () => {
    const vacancy = await vacant('R4', 'LOGT-SECRET-2');
    const asked = await weigh(vacancy);
    const { candidate } = await post(`/${vacancy}/candidates`, household());
    const path = `/api/vacancies/${vacancy}/vigilance?candidate=${candidate!}`;
    const shown = (await (await service.get(path)).json()) as Shown;
    const { candidate: _none, ...same } = asked;
    expect(shown).toMatchObject({ ...same, candidate, position: expect.any(String) as string });
    expect(shown.effects[0]).toMatchObject({ bearing: 'closer', after: { numerator: 1, denominator: 1 } });
    const today = dayAt(service.installation.clock.now(), 'Europe/Paris');
    const lease = {
      ...household({ numero_unique: '078NUMEROSECRET2', quartile: '3', dalo: 'N', situation_precaire: undefined }),
      numero_attribution: 'BAIL-SECRET-1',
      date_bail: today,
      code_residence: 'R4',
      reference_logement: 'LOGT-SECRET-9',
      code_reservataire: 'ETAT',
    };
    const signed = await service.post('/api/allocations', lease);
    expect({ status: signed.status, body: await signed.text() }).toMatchObject({ status: 201 });
    const head = await eventsNow();
    await service.installation.engine.waitForAll(head);
    // On a busy machine the counts take long to read, and are then given as they were.
    let since = shown;
    while (since.position < head) since = (await (await service.get(path)).json()) as Shown;
    expect(since.effects.find(({ code }) => code === 'HORS-QPV')).toMatchObject({
      before: { numerator: 0, denominator: 1, status: 'missed' },
      after: { numerator: 1, denominator: 2, status: 'met' },
      bearing: 'closer',
    });
  });

  it('is kept with the designation and with the decision, but for what is under seal', async () => {
    const vacancy = await vacant('R1', 'LOGT-SECRET-4');
    const { candidate } = await post(`/${vacancy}/candidates`, household());
    await post(`/${vacancy}/commission`, {
      date_caleol: dayAt(service.installation.clock.now(), 'Europe/Paris'),
      exception: 'insuffisance',
      attestation: 'O',
      decisions: [{ candidate, decision: 'attribution' }],
    });
    const answer = await service.get(`/api/vacancies/${vacancy}/history`);
    const { events } = (await answer.json()) as { events: { type: string; data: Record<string, unknown> }[] };
    const dataOf = (wanted: string) => events.find(({ type }) => type === wanted)!.data;
    const shown = {
      position: expect.any(String) as string,
      notices: ['first-quartile-in-fragile-qpv', 'priority-first-quartile'],
      effects: [{ objective: 'EN-QPV', scope: '200058782', actor: null, bearing: 'farther' }],
    };
    expect(dataOf('CandidateDesignated')['vigilance']).toEqual(shown);
    expect(dataOf('CommissionHeld')['decisions']).toEqual([expect.objectContaining({ candidate, vigilance: shown })]);
  });

  it('refuses what it cannot weigh, and repeats nothing of the household', async () => {
    const vacancy = await vacant('R2', 'LOGT-SECRET-3');
    const wrong = await service.post(`/api/vacancies/${vacancy}/vigilance`, household({ dalo: 'peut-être' }));
    const text = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(text).not.toContain('SECRET');
    expect(JSON.stringify(await weigh(vacancy))).not.toContain('SECRET');
    const unknown = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';
    expect((await weigh(unknown, household(), 404)).code).toBe('unknown-vacancy');
    const nobody = await service.get(`/api/vacancies/${vacancy}/vigilance?candidate=${unknown}`);
    expect([nobody.status, ((await nobody.json()) as Shown).code]).toEqual([404, 'unknown-candidate']);
    expect((await service.get(`/api/vacancies/${vacancy}/vigilance`)).status).toBe(400);
    expect(service.log.join('\n')).not.toContain('SECRET');
  });
});
