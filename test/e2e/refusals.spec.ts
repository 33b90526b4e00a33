import { EVERYTHING } from '#access';
import { VacancyApi } from './support/vacancy-api';

const ALL_DAYS = 'from=2000-01-01&to=2999-12-31';

type Figure = Readonly<Record<string, unknown>> & { readonly numerator: number; readonly denominator: number };

describe('the report of refusals, over HTTP', () => {
  let api: VacancyApi;
  let beforeCorrection: string;
  beforeAll(async () => {
    api = await VacancyApi.start();
    const { today } = api;
    const vacancy = await api.oriented();
    const about = (candidate: string) => `/vacancies/${vacancy}/candidates/${candidate}`;
    const quartile = { ressources_annuelles: '', quartile: '1' };
    const [c1, c2, c3, c4] = [
      await api.designated(vacancy, { composition: 'seul' }),
      await api.designated(vacancy, { composition: 'nombreuse', ...quartile }),
      await api.designated(vacancy, { composition: 'nombreuse', ...quartile }),
      await api.designated(vacancy, { composition: 'seul' }),
    ];
    await api.done(`${about(c4)}/withdrawal`, { motif: 'loyer', par: 'menage' });
    const commission = (decided: object) => ({
      date_caleol: today,
      decisions: [
        { candidate: c1, decision: 'attribution_rang', rang: 1 },
        { candidate: c2, decision: 'non_attribution', motif: 'taille_inadaptee' },
        { candidate: c3, ...decided },
      ],
    });
    await api.done(
      `/vacancies/${vacancy}/commission`,
      commission({ decision: 'non_attribution', motif: 'taux_effort' }),
    );
    beforeCorrection = api.service.installation.clock.now();
    await api.done(`/vacancies/${vacancy}/commission/correction`, {
      ...commission({ decision: 'irrecevabilite', motif: 'plafond' }),
      motif: 'erreur',
    });
    await api.done(`${about(c1)}/offer`, { date_notification: today });
    await api.done(`${about(c1)}/refusal`, { date: today, motif: 'etage_acces' });
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const figures = async (more = ''): Promise<readonly Figure[]> => {
    const { status, body } = await api.get(`/refusals?${ALL_DAYS}${more}`);
    expect([more, status]).toEqual([more, 200]);
    return body['figures'] as readonly Figure[];
  };
  const counts = (found: readonly Figure[], like: Readonly<Record<string, unknown>>) =>
    found
      .filter((one) => Object.entries(like).every(([key, value]) => one[key] === value))
      .map(({ numerator, denominator }) => `${numerator}/${denominator}`);

  it('counts each stage by who refuses, with its motives', async () => {
    const found = await figures();
    const whole = (refusal: string | null, stage: string) => counts(found, { dimension: 'all', refusal, stage })[0];
    expect([null, 'withdrawnByHousehold', 'deferred'].map((refusal) => whole(refusal, 'beforeCommission'))).toEqual([
      '1/4',
      '1/4',
      '0/4',
    ]);
    expect([null, 'notAllocated', 'inadmissible'].map((refusal) => whole(refusal, 'commission'))).toEqual([
      '2/3',
      '1/3',
      '1/3',
    ]);
    expect([null, 'declined', 'lapsed'].map((refusal) => whole(refusal, 'afterCommission'))).toEqual([
      '1/1',
      '1/1',
      '0/1',
    ]);
    const motives = found.filter(({ dimension }) => dimension === 'motive');
    expect(motives.map(({ by, motive, label }) => [by, motive, label])).toEqual([
      ['household', 'loyer', 'loyer ou charges trop élevés'],
      ['commission', 'taille_inadaptee', 'taille du logement inadaptée au ménage'],
      ['commission', 'plafond', 'ressources au-dessus du plafond'],
      ['household', 'etage_acces', 'étage ou accès'],
    ]);
  });

  it('shows the rate of each group beside the mean of the whole', async () => {
    const found = await figures();
    const inCommission = found.filter(({ stage, refusal }) => stage === 'commission' && refusal === null);
    const of = (dimension: string) =>
      inCommission
        .filter((one) => one['dimension'] === dimension)
        .map(({ id, label, numerator, denominator, rate, mean }) => [id, label, numerator, denominator, rate, mean]);
    expect(of('composition')).toEqual([
      ['seul', 'personne seule', 0, 1, 0, 2 / 3],
      ['nombreuse', 'famille nombreuse', 2, 2, 1, 2 / 3],
    ]);
    expect(of('quartile')).toEqual([
      ['1', '1er', 2, 2, 1, 2 / 3],
      ['inconnu', 'inconnu', 0, 1, 0, 2 / 3],
    ]);
    expect(of('residence')).toEqual([['R1', expect.any(String), 2, 3, 2 / 3, 2 / 3]]);
    expect(of('holder')).toEqual([['VILLE', expect.any(String), 2, 3, 2 / 3, 2 / 3]]);
  });

  it('counts a corrected commission as corrected, and as of before as it stood', async () => {
    const then = await figures(`&as-of=${encodeURIComponent(beforeCorrection)}`);
    expect(counts(then, { dimension: 'all', refusal: 'notAllocated' })).toEqual(['2/3']);
    expect(counts(then, { dimension: 'all', refusal: 'inadmissible' })).toEqual(['0/3']);
    expect(counts(then, { dimension: 'all', stage: 'afterCommission', refusal: null })).toEqual(['0/0']);
  });

  it('is narrowed by codes, and to what a scope covers', async () => {
    const put = async (more = '') =>
      counts(await figures(more), { dimension: 'all', stage: 'beforeCommission', refusal: null })[0];
    expect(await put('&code_residence=R1&code_bailleur=L-A&code_reservataire=VILLE&code_insee=78621')).toBe('1/4');
    expect(await put('&code_residence=R2')).toBe('0/0');
    for (const [codes, expected] of [
      [{ landlord: ['L-A'] }, '1/4'],
      [{ landlord: ['L-B'] }, '0/0'],
      [{ holder: ['VILLE'] }, '1/4'],
      [{ commune: ['78297'] }, '0/0'],
    ] as const) {
      api.acting(codes);
      expect([codes, await put()]).toEqual([codes, expected]);
    }
  });

  it('refuses a reversed period, and is a file, too', async () => {
    expect((await api.get('/refusals?from=2025-02-01&to=2025-01-01')).body.code).toBe('period-reversed');
    const answer = await api.service.get(`/api/refusals?${ALL_DAYS}&format=csv`);
    expect(answer.headers.get('content-disposition')).toContain('mixite-refus-2000-01-01-2999-12-31.csv');
    const [header, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(header!.replace('\uFEFF', '')).toBe(
      'etape;refus;auteur;axe;identifiant;libelle;numerateur;denominateur;taux;moyenne;du;au;etat_au;position',
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^commission;non-attribution;commission d’attribution;composition;nombreuse;/),
    );
  });
});
