import { EVERYTHING } from '#access';
import { VacancyApi, type Answered } from './support/vacancy-api';

interface Listed {
  readonly count: number;
  readonly designations: readonly { readonly row: number; readonly candidate?: string; readonly status: string }[];
  readonly refused: readonly { readonly row: number; readonly code: string; readonly faults?: readonly object[] }[];
}

const listIn = ({ body }: Answered) => body as unknown as Listed;

describe('a list of households, designated over HTTP', () => {
  let api: VacancyApi;
  beforeAll(async () => {
    api = await VacancyApi.start();
  });
  afterAll(() => api.stop());
  afterEach(() => {
    api.scope = EVERYTHING;
  });

  const announced = (designations: readonly object[]) => api.post('/designations?dry-run=true', { designations });
  const sent = (designations: readonly object[], count: number, headers?: object) =>
    api.post('/designations', { count, designations }, headers);
  const candidatesOf = async (vacancy: string) =>
    (await api.get(`/vacancies/${vacancy}`)).body['candidates'] as readonly object[];

  it('announces how many would be designated, and designates as many once the count is said back', async () => {
    const [one, two] = [await api.oriented(), await api.oriented()];
    const twice = { vacancy: one, ...api.household() };
    const list = [
      { vacancy: one, ...api.household() },
      twice,
      { vacancy: two, ...api.household() },
      twice,
      { vacancy: two, ...api.household({ dalo: 'peut-être', numero_unique: '' }) },
      { vacancy: await api.declared(), ...api.household() },
      { vacancy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10', ...api.household() },
      { vacancy: one, ...api.household({ fondement: 'substitution', code_reservataire: 'ETAT' }) },
    ];
    const trial = await announced(list);
    expect(trial.status).toBe(200);
    expect(listIn(trial)).toMatchObject({ count: 3, designations: [{ row: 0 }, { row: 1 }, { row: 2 }] });
    expect(listIn(trial).refused.map(({ row, code }) => [row, code])).toEqual([
      [3, 'candidate-already-designated'],
      [4, 'value-not-admitted'],
      [5, 'not-in-this-status'],
      [6, 'unknown-vacancy'],
      [7, 'value-not-admitted'],
    ]);
    expect(listIn(trial).refused[1]!.faults).toHaveLength(2);
    expect(await candidatesOf(one)).toEqual([]);

    const other = await sent(list, 4);
    expect([other.status, other.body.code, other.body['count']]).toEqual([422, 'count-not-announced', 3]);
    expect(await candidatesOf(one)).toEqual([]);

    const done = await sent(list, 3);
    expect(done.status).toBe(201);
    expect(listIn(done)).toMatchObject({ count: 3, designations: [{ status: 'designated' }, {}, {}] });
    expect(listIn(done).refused).toEqual(listIn(trial).refused);
    expect(await candidatesOf(one)).toHaveLength(2);
    expect(await candidatesOf(two)).toHaveLength(1);
    expect(api.texts.join()).not.toContain('NUMEROSECRET');
    expect(api.log.join()).not.toContain('NUMEROSECRET');
  });

  it('answers a list that is sent again under its key as the first time', async () => {
    const list = [{ vacancy: await api.oriented(), ...api.household() }];
    const headers = { 'idempotency-key': 'liste-1' };
    const first = await sent(list, 1, headers);
    const again = await sent(list, 1, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(listIn(again)).toEqual(listIn(first));
    const other = await sent([{ ...list[0], dalo: 'O' }], 1, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await sent(list, 1)).body.code).toBe('count-not-announced');
  });

  it('judges each row by the rights of who asks, and tells nothing of what is elsewhere', async () => {
    const [own, others] = [await api.oriented(), await api.oriented({}, 'ETAT')];
    api.acting({ holder: ['VILLE'] });
    const list = [own, others].map((vacancy) => ({ vacancy, ...api.household() }));
    const trial = listIn(await announced(list));
    expect(trial).toMatchObject({ count: 1, refused: [{ row: 1, code: 'scope-not-allowed' }] });
    expect(trial.refused[0]).not.toHaveProperty('present');
    expect((await sent(list, 1)).status).toBe(201);
    api.acting({ landlord: ['L-A'] });
    expect(listIn(await announced(list)).refused.map(({ code }) => code)).toEqual(
      Array(2).fill('oriented-to-another-holder'),
    );
  });

  it('refuses a request that is no list, and one without the count', async () => {
    const list = [{ vacancy: await api.oriented(), ...api.household() }];
    const codeOf = async (body: object) => {
      const { status, body: problem } = await api.post('/designations', body);
      return [status, problem.code, problem.faults?.map(({ column }) => column)];
    };
    expect(await codeOf({ designations: list })).toEqual([422, 'value-not-admitted', ['count']]);
    expect(await codeOf({ count: 1 })).toEqual([422, 'value-not-admitted', ['designations']]);
    expect(await codeOf({ count: 1, designations: ['un ménage'] })).toEqual([
      422,
      'value-not-admitted',
      ['designations'],
    ]);
    expect(await codeOf({ count: 1, designations: Array(251).fill(list[0]) })).toEqual([
      422,
      'value-not-admitted',
      ['designations'],
    ]);
    expect(await codeOf({ count: 1, designations: [{ ...list[0], inconnu: 1 }] })).toEqual([
      400,
      'invalid-request',
      undefined,
    ]);
  });
});
