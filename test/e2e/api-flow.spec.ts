import { EVERYTHING } from '#access';
import { readPdf } from '#documents/testing';
import { readXlsx } from './support/read-xlsx';
import { TERRITORY } from './support/territory';
import { VacancyApi } from './support/vacancy-api';

interface Holder {
  readonly id: string;
  readonly given: number;
  readonly proposed: number;
  readonly allocated: number;
}

interface Flow {
  readonly landlords: readonly {
    readonly id: string;
    readonly dwellings: number;
    readonly holders: readonly Holder[];
  }[];
}

describe('the flow of reservations, over HTTP', () => {
  let api: VacancyApi;
  let year: string;
  let vacancy: string;

  beforeAll(async () => {
    const thisYear = String(new Date().getUTCFullYear());
    api = await VacancyApi.start({
      'reservataires.csv': [
        ...TERRITORY['reservataires.csv']!,
        { code_reservataire: 'EPCI', nom: 'Agglomération', contingent: 'epci' },
        { code_reservataire: 'PROPRE', nom: 'Contingent propre', contingent: 'bailleur' },
      ],
      'flux.csv': ['VILLE;20', 'ETAT;30', 'EPCI;20'].map((row) => {
        const [code_reservataire, part] = row.split(';') as [string, string];
        return { annee: thisYear, code_bailleur: 'L-A', code_reservataire, part, exclus: '1' };
      }),
    });
    year = api.today.slice(0, 4);
    vacancy = await api.oriented({ typologie: 'T3', financement: 'PLUS' });
    const returned = await api.oriented();
    await api.done(`/vacancies/${returned}/return`, { motif: 'sans_candidat' });
    await api.done(`/vacancies/${returned}/orientation`, { code_reservataire: 'VILLE', pour_un_tour: 'O' });
    const moved = await api.oriented({}, 'VILLE');
    await api.done(`/vacancies/${moved}/return`, { motif: 'sans_candidat' });
    await api.done(`/vacancies/${moved}/orientation`, { code_reservataire: 'EPCI', delegue_a: '78621' });
    await api.oriented({}, 'EPCI');
    const outside = await api.declared();
    await api.done(`/vacancies/${outside}/orientation`, { code_reservataire: 'PROPRE', hors_flux: 'mutation_interne' });
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const file = async (format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const answer = await api.service.get(`/api/flow?year=${year}&landlord=L-A&format=${format}`);
    expect(answer.status).toBe(200);
    return { name: answer.headers.get('content-disposition')!, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('shows what is owed, given and proposed, and what is told apart', async () => {
    const { status, body } = await api.get(`/flow?year=${year}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      year: Number(year),
      dueBefore: `${Number(year) + 1}-02-28`,
      landlords: [
        {
          id: 'L-A',
          dwellings: 4,
          proposed: 5,
          excluded: 3,
          share: 0.7,
          checks: [
            { code: 'STATE', share: 0.3, shareMet: true, given: 0, givenMet: true },
            { code: 'STATE_AGENTS', share: null },
          ],
          holders: [
            {
              id: 'EPCI',
              given: 2,
              owed: 0.8,
              quarters: { own: { given: 1 }, delegated: [{ id: '78621', label: 'Trappes', given: 1 }], ownShare: 0.5 },
            },
            { id: 'ETAT', given: 0, owed: 1.2, missing: 2 },
            { id: 'VILLE', given: 2, proposed: 3, returned: 2, givenForOneTurn: 1, missing: 0 },
          ],
        },
        { id: 'L-B', dwellings: 0 },
      ],
      total: { dwellings: 4 },
    });
    const { outsideFlow } = (body['landlords'] as readonly { outsideFlow: readonly object[] }[])[0]!;
    expect(outsideFlow).toContainEqual({ ground: 'mutation_interne', proposed: 1, allocated: 0 });
    expect((await api.get(`/flow?year=${Number(year) - 1}`)).body).toMatchObject({ total: { proposed: 0 } });
    expect((await api.get(`/flow?year=${year}&as-of=2020-01-01`)).body).toMatchObject({ landlords: [] });
  });

  it('shows with each vacancy what its orientation makes of the share, at once', async () => {
    const { body } = await api.get(`/vacancies/${vacancy}`);
    expect(body['flow']).toEqual({
      year: Number(year),
      holder: 'VILLE',
      share: 0.2,
      owed: 0.8,
      given: 2,
      dwellings: 4,
      givenShare: 0.5,
      missing: 0,
    });
    const declared = await api.declared({ code_residence: 'R2' });
    expect((await api.get(`/vacancies/${declared}`)).body['flow']).toBeNull();
    await api.done(`/vacancies/${declared}/orientation`, { code_reservataire: 'ETAT' });
    expect((await api.get(`/vacancies/${declared}`)).body['flow']).toMatchObject({
      share: null,
      given: 1,
      dwellings: 1,
    });
    await api.done(`/vacancies/${declared}/closing`, { date: api.today, motif: 'erreur' });
    expect((await api.get(`/vacancies/${declared}`)).body['flow']).toBeNull();
  });

  it('counts a lease signed here for the holder of the turn, and a lease of a file', async () => {
    const before = await api.get(`/flow?year=${year}&landlord=L-A`);
    const candidates = [await api.designated(vacancy), await api.designated(vacancy), await api.designated(vacancy)];
    await api.done(`/vacancies/${vacancy}/commission`, {
      date_caleol: api.today,
      decisions: candidates.map((candidate, at) => ({ candidate, decision: 'attribution_rang', rang: at + 1 })),
    });
    const about = `/vacancies/${vacancy}/candidates/${candidates[0]}`;
    await api.done(`${about}/offer`, { date_notification: api.today });
    await api.done(`${about}/acceptance`, { date: api.today });
    await api.done(`/vacancies/${vacancy}/lease`, { numero_attribution: 'ATT-FLUX-1', date_bail: api.today });
    const { status } = await api.service.send({
      'attributions.csv': [
        {
          ...api.household(),
          numero_attribution: 'ATT-FLUX-2',
          date_bail: api.today,
          code_residence: 'R3',
          reference_logement: 'LOGT-FLUX-2',
          typologie: 'T2',
          code_reservataire: 'ETAT',
        },
      ],
    });
    expect(status).toBe(200);
    const allocated = ({ body }: typeof before) =>
      (body as unknown as Flow).landlords[0]!.holders.map(({ id, allocated: count }) => `${id} ${count}`);
    expect(allocated(before)).toEqual(['EPCI 0', 'ETAT 0', 'VILLE 0']);
    const after = await api.get(`/flow?year=${year}&landlord=L-A`);
    expect(allocated(after)).toEqual(['EPCI 0', 'ETAT 1', 'VILLE 1']);
    expect(after.body).toMatchObject({
      landlords: [
        {
          holders: [
            {},
            {
              breakdowns: {
                dwellingType: [{ value: 'T2', proposed: 0, allocated: 1 }],
                district: [{ value: 'hors_qpv' }],
              },
            },
            {
              breakdowns: {
                dwellingType: [
                  { value: 'T3', proposed: 1, allocated: 1 },
                  { value: null, proposed: 2, allocated: 0 },
                ],
                commune: [{ value: '78621', proposed: 3, allocated: 1 }],
              },
            },
          ],
        },
      ],
    });
  });

  it('is a landlord’s own under its scope, and no holder’s', async () => {
    const under = async (codes: Parameters<VacancyApi['acting']>[0], words = '') => {
      api.acting(codes);
      const { body } = await api.get(`/flow?year=${year}${words}`);
      return body.code ?? (body as unknown as Flow).landlords.map(({ id, dwellings }) => `${id} ${dwellings}`);
    };
    expect(await under({ landlord: ['L-A'] })).toEqual(['L-A 4']);
    expect(await under({ landlord: ['L-B'] })).toEqual(['L-B 0']);
    expect(await under({ landlord: ['L-B'] }, '&landlord=L-A')).toBe('unknown-landlord');
    expect([await under({ holder: ['VILLE'] }), await under({ commune: ['78621'] })]).toEqual([
      'scope-not-allowed',
      'scope-not-allowed',
    ]);
  });

  it('refuses a year that is none, and a landlord that is not known', async () => {
    for (const words of ['', '?year=24', '?year=2024.5', `?year=${year}&format=doc`])
      expect((await api.get(`/flow${words}`)).body.code).toBe('invalid-request');
    const unknown = await api.get(`/flow?year=${year}&landlord=L-Z`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-landlord']);
  });

  it('is a CSV of the statement, each of whose cells the totals sum', async () => {
    const { name, bytes } = await file('csv');
    expect(name).toContain(`mixite-flux-${year}-L-A.csv`);
    const [header, ...lines] = bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
    const columns = header!.split(';');
    expect(header).toMatch(
      /^annee;code_bailleur;bailleur;code_reservataire;reservataire;contingent;ventilation;valeur;libelle;proposes;attribues;part;dus;donnes;/,
    );
    const rows = lines.map((line) => Object.fromEntries(line.split(';').map((cell, at) => [columns[at]!, cell])));
    const sum = (holder: string, breakdown: string, column: string) =>
      rows
        .filter((row) => row['code_reservataire'] === holder && row['ventilation'] === breakdown)
        .reduce((total, row) => total + Number(row[column]), 0);
    for (const breakdown of ['typologie', 'financement', 'qpv', 'commune', 'periode_construction'])
      for (const column of ['proposes', 'attribues'])
        expect([breakdown, sum('VILLE', breakdown, column)]).toEqual([breakdown, sum('VILLE', 'ensemble', column)]);
    expect(sum('VILLE', 'ensemble', 'proposes')).toBe(3);
    expect(
      rows.filter((row) => row['ventilation'] === 'hors_flux').map((row) => `${row['valeur']} ${row['proposes']}`),
    ).toContain('mutation_interne 1');
  });

  it('is a workbook whose data are the CSV', async () => {
    const { name, bytes } = await file('xlsx');
    expect(name).toContain(`mixite-flux-${year}-L-A.xlsx`);
    const [header, ...rows] = await readXlsx(bytes);
    const text = (await file('csv')).bytes.toString('utf8').replace('\uFEFF', '').trim();
    expect([header!.join(';'), rows.length]).toEqual([text.split('\r\n')[0], text.split('\r\n').length - 1]);
  });

  it('is a paper that the landlord sends', async () => {
    const { bytes } = await file('pdf');
    const { pages, title, rightEdges } = readPdf(bytes);
    expect(title).toBe('Bilan annuel de la gestion en flux : Bailleur A');
    const text = pages.join('\n');
    for (const part of [
      'article R. 441-5-1',
      'Agglomération',
      'Délégué : Trappes',
      'Mutations internes',
      'Pour Bailleur A',
    ])
      expect(text).toContain(part);
    expect(Math.max(...rightEdges)).toBeLessThan(1);
  });

  it('is for all landlords the paper of the territory', async () => {
    const answer = await api.service.get(`/api/flow?year=${year}&format=pdf`);
    const { title, pages } = readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(title).toBe('Gestion en flux : bilan de tous les bailleurs');
    expect(pages.join('\n')).toContain('Bailleur A (L-A)');
  });
});
