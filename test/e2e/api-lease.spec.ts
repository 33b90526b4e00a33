import { limitedTo, type Actor } from '#access';
import { aConventionFile, anObjectiveFile, conventionText } from '#convention/testing';
import { isRefusal, newUuid, type Refusal, type Uuid } from '#kernel';
import { LeaseReader, type LeaseView } from '../../libs/compliance/src/lease/lease-reader';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY, type Row } from './support/territory';

const CONVENTION = aConventionFile({
  objectifs: [
    anObjectiveFile(),
    anObjectiveFile({ code: 'PRIO', figure: 'PRIORITY', portee: { type: 'bailleur', identifiants: ['L-A'] } }),
    anObjectiveFile({ code: 'ETAT', figure: 'Q1', acteur: { type: 'contingent', identifiants: ['etat'] } }),
    anObjectiveFile({
      code: 'DOMICILE',
      figure: 'HOME_WORK',
      origine: 'locale',
      periode: 'semestre',
      source: 'Convention, page 12',
    }),
    anObjectiveFile({ code: 'FRAGILES', figure: 'PUBLIC_FRAGILES', operateur: 'monitor', valeur: null }),
  ],
  publics: [{ code: 'fragiles', nom: 'Ménages fragiles', sensible: true }],
});

const LEASE: Row = {
  ...leases(1, 1)[0]!,
  numero_attribution: 'BAIL-SECRET-1',
  date_bail: '2023-05-10',
  code_residence: 'R3',
  code_reservataire: 'ETAT',
  typologie: 'T2',
  annulee: 'N',
  premiere_mise_en_location: 'N',
  quartile: '',
  ressources_annuelles: '12000',
  personnes_14_ans_et_plus: '2',
  dalo: 'O',
  commune_domicile: '78297',
  commune_travail: '78621',
  fragiles: 'O',
};
const WITH_THRESHOLDS: Row[] = [{ annee: '2023', q1: '9000', q2: '', q3: '' }];

describe('GET /api/allocations/{allocation}', () => {
  let service: StartedApi;
  let id: Uuid;
  beforeAll(async () => {
    service = await startedApi();
    const files = { ...TERRITORY, 'seuils.csv': WITH_THRESHOLDS, 'attributions.csv': [LEASE] };
    const sent = await service.send(new Map([...csvFiles(files), ['convention.json', conventionText(CONVENTION)]]));
    expect(await sent.json()).toMatchObject({ faults: [] });
    const { allocations } = await read<{ allocations: { identifiant: Uuid }[] }>('');
    id = allocations[0]!.identifiant;
  });
  afterAll(() => service.stop());

  async function read<Answer = LeaseView>(path: string): Promise<Answer> {
    const answer = await service.get(`/api/allocations${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as Answer;
  }

  /** The same reading under another role or scope. */
  async function readAs(actor: Pick<Actor, 'role' | 'scope'>): Promise<LeaseView | Refusal> {
    const { eventStore: events, readStore, vault } = service.installation;
    const reader = new LeaseReader({ events, readStore, vault: vault.bind(service.installation) });
    return reader.read({ allocation: id }, { id: 'somebody', ...actor });
  }

  it('explains each derived fact by its rule, its source and its threshold', async () => {
    const { allocation, reasons, isLive, revision } = await read(`/${id}`);
    expect([isLive, revision]).toEqual([false, 0]);
    expect(allocation).toMatchObject({ identifiant: id, quartile: '1', prioritaire: true, note: null, en_qpv: false });
    const told = Object.fromEntries(reasons.map(({ fact, ...reason }) => [fact, reason]));
    expect(told['quartile']).toMatchObject({
      value: 1,
      because: 'income-by-unit',
      text: 'Quartile 1 : ressources annuelles par unité de consommation (1,5), comparées aux bornes de 2023 (9 000 €).',
      threshold: { year: 2023, first: 900_000, second: null, third: null },
    });
    expect(told['priority']).toMatchObject({ value: true, text: 'Prioritaire : reconnu DALO.' });
    expect(told['homeWork']).toMatchObject({ value: true, because: 'work-here', source: 'Convention, page 12' });
    expect(told['note']).toMatchObject({
      value: null,
      text: 'Sans note le jour du bail. Aucune enquête ni aucune note.',
    });
    expect(told['qpv']).toMatchObject({ value: false, text: 'Hors QPV le jour du bail.' });
    expect(JSON.stringify(reasons)).not.toMatch(/12000|12 000|SECRET|0780000/);
  });

  it('names the objectives that count it, and lists in each part that hold it', async () => {
    const { objectives } = await read(`/${id}`);
    expect(objectives.map(({ code, part, scope, period }) => `${code} ${part} ${scope.id} ${period}`)).toEqual([
      'LOI-25 numerator 200058782 annee',
      'PRIO numerator L-A annee',
      'ETAT numerator 200058782 annee',
      'DOMICILE numerator 200058782 semestre',
      'FRAGILES numerator 200058782 annee',
    ]);
    for (const { list, part } of objectives) {
      const held = async (query: string) =>
        (await read<{ allocations: { identifiant: string }[] }>(`?${query}`)).allocations.some(
          ({ identifiant }) => identifiant === id,
        );
      expect(await held(list.denominator)).toBe(true);
      expect(await held(list.numerator)).toBe(part === 'numerator');
    }
    expect(objectives[3]).toMatchObject({ from: '2023-01-01', to: '2023-06-30' });
  });

  it('tells those who may not read names neither what is sealed nor a sensitive public', async () => {
    const view = await readAs({ role: 'commune', scope: limitedTo({ commune: ['78621'] }) });
    if (isRefusal(view)) throw new Error(view.code);
    expect(view.reasons.map(({ because }) => because)).toEqual(['sealed', 'sealed', 'sealed', 'nothing', 'outside']);
    expect(view.reasons[1]!.text).toBe('Prioritaire : le détail est protégé, et ouvert à qui peut lire les noms.');
    expect(view.reasons[0]!.threshold).toMatchObject({ first: 900_000 });
    expect(view.objectives.map(({ code }) => code)).not.toContain('FRAGILES');
  });

  it('is unknown outside the scope, and under an id that is none, in one answer', async () => {
    expect(await readAs({ role: 'bailleur', scope: limitedTo({ landlord: ['L-B'] }) })).toMatchObject({
      code: 'unknown-allocation',
    });
    for (const unknown of [newUuid(), 'BAIL-SECRET-1', '..%2F']) {
      const answer = await service.get(`/api/allocations/${unknown}`);
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'unknown-allocation' }]);
    }
  });

  it('tells its corrections and its cancellation, and shows as of before what was known then', async () => {
    const before = (await read(`/${id}`)).asOf!;
    const post = async (changes: Row) => {
      const answer = await service.post('/api/allocations', { ...LEASE, ...changes });
      expect(answer.status).toBe(200);
    };
    await post({ typologie: 'T3', code_residence: 'R1' });
    await post({ typologie: 'T3', code_residence: 'R1', annulee: 'O' });
    const answer = await service.get(`/api/allocations/${id}`);
    expect(answer.headers.get('etag')).toBe('"2"');
    const now = (await answer.json()) as LeaseView;
    expect(now.changes).toMatchObject([
      {
        kind: 'correction',
        motive: null,
        columns: expect.arrayContaining([
          { column: 'code_residence', before: 'R3', after: 'R1' },
          { column: 'typologie', before: 'T2', after: 'T3' },
        ]) as unknown,
      },
      { kind: 'cancellation', columns: [{ column: 'annulee', before: false, after: true }] },
    ]);
    // A cancelled lease counts nowhere.
    expect([now.allocation.annulee, now.objectives]).toEqual([true, []]);
    const told = now.reasons.filter(({ fact }) => fact === 'note' || fact === 'qpv');
    expect(told.map(({ text }) => text)).toEqual([
      'Note 5 le jour du bail. Notes de la commune et du bailleur concordantes. Depuis le 1er janvier 2023.',
      'En QPV le jour du bail : Ancien périmètre (L-Q1), depuis le 1er janvier 2015 jusqu’au 31 décembre 2023.',
    ]);
    const then = await read(`/${id}?as-of=${before}`);
    expect(then).toMatchObject({ revision: 0, changes: [], allocation: { code_residence: 'R3', typologie: 'T2' } });
    expect(then.objectives[0]!.list.numerator).toContain(`as-of=${encodeURIComponent(before)}`);
  });
});
