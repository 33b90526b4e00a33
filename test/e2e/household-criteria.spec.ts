import { EVERYTHING, INSTALLATION_ADMINISTRATOR } from '#access';
import { CRITERIA_STREAMS } from '#criteria';
import { CommandPipeline, handlingOf } from '#deciding';
import type { Uuid } from '#kernel';
import { READING_STREAMS } from '#readings';
import { DUTIES } from '#vacancy';
import { VacancyApi } from './support/vacancy-api';

const PLACE = '/households/criteria';

describe('the criteria of priority of a household, over HTTP', () => {
  let api: VacancyApi;
  let numero_unique: string;
  beforeAll(async () => (api = await VacancyApi.start()));
  afterAll(() => api.stop());
  beforeEach(async () => {
    api.scope = EVERYTHING;
    const vacancy = await api.oriented();
    const known = api.household() as { readonly numero_unique: string };
    await api.done(`/vacancies/${vacancy}/candidates`, known);
    ({ numero_unique } = known);
  });

  const complaint = () => ({ numero_unique, critere: 'violences', piece: ['plainte'], date: api.today });
  const crowded = () => ({
    ...complaint(),
    critere: 'sur_occupation',
    piece: 'bail',
    personnes_14_ans_et_plus: 2,
    enfants_moins_14_ans: 2,
    surface: '33,5',
  });
  const reading = () => api.post(`${PLACE}/reading`, { numero_unique });
  const codesUnder = async (
    scopes: readonly Parameters<VacancyApi['acting']>[0][],
    send: () => ReturnType<VacancyApi['post']>,
  ) => {
    const codes: unknown[] = [];
    for (const scope of scopes) {
      api.acting(scope);
      const { status, body } = await send();
      codes.push(body['code'] ?? status);
    }
    api.scope = EVERYTHING;
    return codes;
  };

  it('are established with their reason, by who has a candidate of it', async () => {
    const others = [{ landlord: ['L-B'] }, { holder: ['ETAT'] }, { commune: ['78297'] }];
    expect(await codesUnder(others, () => api.post(PLACE, complaint()))).toEqual(others.map(() => 'scope-not-allowed'));
    // A number that nobody knows is told no otherwise, and so is a body with faults.
    const unknown = { ...complaint(), numero_unique: 'INCONNU' };
    expect(await codesUnder([{ landlord: ['L-B'] }], () => api.post(PLACE, unknown))).toEqual(['scope-not-allowed']);
    const faulty = { ...complaint(), critere: 'autre' };
    expect(await codesUnder([{ landlord: ['L-B'] }], () => api.post(PLACE, faulty))).toEqual(['scope-not-allowed']);
    expect((await api.post(PLACE, unknown)).body.code).toBe('unknown-household');
    expect(
      await codesUnder([{ holder: ['VILLE'] }, { landlord: ['L-A'] }], () => api.post(PLACE, complaint())),
    ).toEqual([201, 200]);
    const { status, body } = await api.post(PLACE, crowded());
    expect([status, body['criterion']]).toEqual([
      201,
      {
        criterion: 'sur_occupation',
        on: api.today,
        proofs: ['bail'],
        because: 'too-small',
        with: { persons: 4, surface: 3350, leastSurface: 34 },
        text: 'Sur-occupation : 33,5 m² pour 4 personnes : moins de 34 m².',
      },
    ]);
  });

  it('are refused with the reason and what would serve', async () => {
    const register = await api.post(PLACE, { ...complaint(), piece: ['main_courante'] });
    expect(register).toMatchObject({
      status: 409,
      body: {
        code: 'criterion-not-met',
        because: 'proof-not-admitted',
        with: { expected: [['plainte']] },
        text: 'Violences : les justificatifs vus ne suffisent pas ; il faut plainte.',
      },
    });
    const open = await api.post(PLACE, { ...complaint(), critere: 'taux_effort', piece: ['quittance'] });
    expect(open.body).toMatchObject({
      code: 'criterion-not-decided',
      text: 'Taux d’effort : il manque personnes_14_ans_et_plus, enfants_moins_14_ans.',
    });
    const { body } = await api.post(PLACE, {
      numero_unique,
      critere: 'secret',
      piece: [],
      date: 'hier',
      surface: 'grande',
    });
    expect(body.faults).toEqual([
      { column: 'critere', value: '', message: expect.any(String) as string },
      expect.objectContaining({ column: 'piece' }),
      expect.objectContaining({ column: 'date', value: 'hier' }),
      { column: 'surface', value: '', message: expect.any(String) as string },
    ]);
    expect((await api.post(`${PLACE}?dry-run=true`, complaint())).status).toBe(200);
    expect((await reading()).body['criteria']).toEqual([]);
  });

  it('are read by who may read names there, and each reading is recorded first', async () => {
    await api.done(PLACE, complaint());
    await api.done(PLACE, crowded());
    const codes = await codesUnder(
      [{ landlord: ['L-B'] }, { commune: ['78621'] }, { landlord: ['L-A'] }, { holder: ['VILLE'] }],
      reading,
    );
    expect(codes).toEqual(['scope-not-allowed', 'not-allowed', 200, 200]);
    const { body } = await reading();
    expect(body['criteria']).toMatchObject([
      { criterion: 'violences', proofs: ['plainte'], because: 'proof-seen', with: {}, role: 'administrateur' },
      { criterion: 'sur_occupation', text: expect.stringContaining('34 m²') as string },
    ]);
    const [household] = await householdOf();
    const reads = await api.service.installation.eventStore.readStream(READING_STREAMS.name(api.today), {
      maxCount: 500,
    });
    const about = reads.filter(({ people }) => people?.household === household).map(({ data }) => data);
    expect(about).toEqual(Array.from({ length: 3 }, () => ({ list: 'household-criteria', count: 2 })));
  });

  it('are taken back with a motive, and stay in the history', async () => {
    await api.done(PLACE, complaint());
    const withdraw = (motif: string) => api.post(`${PLACE}/withdrawal`, { numero_unique, critere: 'violences', motif });
    expect((await withdraw('autre')).body.faults).toMatchObject([{ column: 'motif', value: 'autre' }]);
    expect(await withdraw('erreur')).toMatchObject({ status: 201, body: { criterion: null, revision: 1 } });
    expect((await withdraw('erreur')).body.code).toBe('criterion-not-established');
    expect((await reading()).body['criteria']).toEqual([]);
    const [, stream] = await householdOf();
    const events = await api.service.installation.eventStore.readStream(stream, { maxCount: 9 });
    expect(events.map(({ type }) => type)).toEqual(['CriterionEstablished', 'CriterionWithdrawn']);
    expect(JSON.stringify(events)).not.toMatch(/violence|plainte/);
    const { body } = await api.post('/audit/history', { household: numero_unique });
    const entries = body['entries'] as readonly { readonly act: string; readonly text: string }[];
    expect(entries.map(({ act }) => act)).toEqual([
      'Critère de priorité établi',
      'Critère de priorité retiré',
      'Liste nominative consultée',
    ]);
    expect(entries[0]!.text).toContain('Violences : les justificatifs demandés ont été vus.');
    expect(entries[0]!.text).toContain('justificatifs vus : plainte');
    expect(entries[2]!.text).toContain('critères de priorité d’un ménage');
  });

  it('follow the ceilings and the kinds of proof that the territory imports', async () => {
    const year = api.today.slice(0, 4);
    const poor = {
      ...complaint(),
      critere: 'fragilite_economique',
      piece: ['avis_imposition'],
      personnes_14_ans_et_plus: 1,
      enfants_moins_14_ans: 0,
      revenu_fiscal: '6999',
    };
    expect((await api.post(PLACE, { ...poor, zone: 'ile_de_france' })).body).toMatchObject({ because: 'no-ceiling' });
    await api.service.send({
      'plafonds.csv': ['1', '2'].map((categorie) => ({
        ...{ annee: year, zone: 'ile_de_france', financement: 'PLUS' },
        categorie,
        plafond: String(20_000 * Number(categorie)),
      })),
      'justificatifs.csv': [
        { critere: 'violences', piece: 'ordonnance_protection', date_effet: '2020-01-01', admise: 'O', partie: '1' },
      ],
    });
    expect((await api.post(PLACE, { ...poor, zone: 'ile_de_france' })).body['criterion']).toMatchObject({
      because: 'under-35-percent-of-plus',
      text: 'Fragilité économique : le revenu fiscal est sous 35 % du plafond PLUS (20 000 €).',
    });
    expect((await api.post(PLACE, { ...complaint(), piece: ['ordonnance_protection'] })).status).toBe(201);
  });

  async function householdOf(): Promise<readonly [string, string]> {
    const household = (await (await api.service.installation.vault()).find('household', numero_unique))!;
    return [household, CRITERIA_STREAMS.name(household)];
  }
});

describe('the ceilings of income, where a household is designated', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    const today = new Date().toISOString().slice(0, 10);
    const row = { annee: today.slice(0, 4), zone: 'ile_de_france', financement: 'PLUS' };
    const ceilings = ['1', '2', '3'].map((categorie) => ({
      ...row,
      categorie,
      plafond: String(10_000 * (Number(categorie) + 1)),
      pct_plus_qpv: '160',
    }));
    const communes = [
      { code_insee: '78621', nom: 'Trappes', zone_plafonds: 'ile_de_france' },
      { code_insee: '78297', nom: 'Guyancourt', zone_plafonds: 'ile_de_france' },
    ];
    api = await VacancyApi.start({ 'communes.csv': communes, 'plafonds.csv': ceilings });
  });
  afterAll(() => api.stop());

  const PLUS = { financement: 'PLUS', typologie: 'T2' };
  // Two persons of whom nothing else is known: category 2 or 3, so 40 000 € at most, and 64 000 € in a QPV.
  const designate = async (vacancy: string, revenu_fiscal: string) => {
    const household = api.household({ revenu_fiscal, quartile: '4' }) as { readonly numero_unique: string };
    const answer = await api.done(`/vacancies/${vacancy}/candidates`, household);
    return { ...household, notices: answer['notices'], candidate: answer.candidate };
  };

  it('give a notice and refuse nothing, higher in a QPV where the prefect has said so', async () => {
    // R1 is in a QPV, R4 is not.
    const inDistrict = await api.oriented(PLUS);
    expect((await designate(inDistrict, '64000')).notices).toEqual([]);
    expect((await designate(inDistrict, '64000,01')).notices).toEqual(['above-ceiling']);
    const elsewhere = await api.oriented({ ...PLUS, code_residence: 'R4' });
    expect((await designate(elsewhere, '40000')).notices).toEqual([]);
    expect((await designate(elsewhere, '40000,01')).notices).toEqual(['above-ceiling']);
    const free = await api.oriented({ code_residence: 'R4', typologie: 'T2' });
    expect((await designate(free, '900000')).notices).toEqual([]);
  });

  it('and the criteria that hold are told by « Pourquoi ? », to who may read names, and kept in no clear event', async () => {
    const vacancy = await api.oriented({ ...PLUS, code_residence: 'R4' });
    const { candidate, numero_unique } = await designate(vacancy, '50000');
    const found = { numero_unique, date: api.today };
    await api.done(PLACE, { ...found, critere: 'violences', piece: ['plainte'] });
    await api.done(PLACE, { ...found, critere: 'heberge', piece: ['facture_hotel'], hebergement: 'hotel' });
    const told = async () => (await api.get(`/vacancies/${vacancy}/vigilance?candidate=${candidate}`)).body;
    const { notices, reasons } = await told();
    expect(notices).toMatchObject([{ code: 'above-ceiling', kind: 'vigilance' }]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          fact: 'priority',
          with: { criteria: ['heberge'], protected: 1 },
          text: 'Pas prioritaire : ni DALO, ni catégorie prioritaire. Critères établis : hébergé, 1 protégé.',
        }),
        expect.objectContaining({ fact: 'suits', value: false, because: 'above-ceiling' }),
      ]),
    );
    api.acting({ commune: ['78297'] });
    expect(await told()).toMatchObject({ notices: [], reasons: [] });
    api.scope = EVERYTHING;
    const events = await api.service.installation.eventStore.readStream(`vacancy-${vacancy}`, { maxCount: 9 });
    expect(JSON.stringify(events)).not.toContain('above-ceiling');
  });

  it('decide which free dwellings a substitute offer may be', async () => {
    const refusedAt = await api.oriented();
    const { candidate } = await designate(refusedAt, '50000');
    const [{ household }] = (await api.get(`/vacancies/${refusedAt}`)).body['candidates'] as [{ household: Uuid }];
    const { pipelineStores, eventStore } = api.service.installation;
    const refusal = { vacancy: refusedAt as Uuid, candidate: candidate as Uuid, residence: 'R1', on: api.today };
    const pipeline = new CommandPipeline(handlingOf(DUTIES, eventStore), pipelineStores);
    await pipeline.send({ household, verb: 'owe', refusal }, { actor: INSTALLATION_ADMINISTRATOR });
    const above = await api.declared({ ...PLUS, code_residence: 'R4' });
    const suitable = await api.declared({ code_residence: 'R4', typologie: 'T2' });
    const inDistrict = await api.declared(PLUS);
    const { tasks } = (await api.get('/tasks')).body as unknown as {
      readonly tasks: readonly { readonly kind: string; readonly vacancy: string }[];
    };
    const offered = tasks.filter(({ kind }) => kind === 'substituteOffer').map(({ vacancy }) => vacancy);
    expect(offered).toEqual(expect.arrayContaining([suitable, inDistrict]));
    expect(offered).not.toContain(above);
  });
});
