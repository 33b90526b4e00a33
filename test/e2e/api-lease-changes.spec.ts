import { aConventionFile, anObjectiveFile, conventionText } from '#convention/testing';
import { newUuid } from '#kernel';
import { startedApi, type StartedApi } from './support/started-api';
import { csvFiles, leases, TERRITORY, type Row } from './support/territory';
import { VacancyOffice } from './support/vacancy-desk';

const CONVENTION = aConventionFile({
  objectifs: [
    anObjectiveFile(),
    anObjectiveFile({ code: 'SEMESTRE', figure: 'Q1', periode: 'semestre', portee: { type: 'bailleur' } }),
    anObjectiveFile({ code: 'CROISE', figure: 'PRIORITY', acteur: { type: 'contingent' } }),
  ],
});
const ROWS: readonly Row[] = leases(1, 60).map((row) => ({ ...row, annulee: 'N', code_reservataire: 'ETAT' }));

interface Effect {
  readonly code: string;
  readonly scope: { readonly id: string };
  readonly actor: { readonly id: string } | null;
  readonly before: { readonly numerator: number; readonly denominator: number };
  readonly after: Effect['before'];
  readonly text: string;
}
interface Answer {
  readonly code: string;
  readonly outcome: string;
  readonly revision: number;
  readonly vacancy?: string;
  readonly effects: readonly Effect[];
}

describe('corrections and cancellations of leases by their id', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    const files = csvFiles({ ...TERRITORY, 'attributions.csv': ROWS });
    await service.send(new Map([...files, ['convention.json', conventionText(CONVENTION)]]));
  });
  afterAll(() => service.stop());

  async function change(id: string, verb: string, body: object, headers: object = {}) {
    const answer = await service.get(`/api/allocations/${id}/${verb}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as Answer };
  }

  async function get<Answered>(path: string): Promise<Answered> {
    return (await (await service.get(path)).json()) as Answered;
  }

  async function idsOf(query: string): Promise<readonly string[]> {
    const { allocations } = await get<{ allocations: { identifiant: string }[] }>(
      `/api/allocations?limit=500&${query}`,
    );
    return allocations.map(({ identifiant }) => identifiant);
  }

  /** The counts of each objective, in the year or the semester of the day. */
  async function counts(period: string): Promise<ReadonlyMap<string, string>> {
    const { objectives } = await get<{ objectives: (Effect & Effect['before'])[] }>(`/api/objectives?${period}`);
    return new Map(objectives.map((line) => [keyOf(line), `${line.numerator}/${line.denominator}`]));
  }
  const keyOf = ({ code, scope, actor }: Pick<Effect, 'code' | 'scope' | 'actor'>) =>
    `${code} ${scope.id} ${actor?.id ?? ''}`;
  const YEAR = 'from=2023-01-01&to=2023-12-31';
  const HALF = 'from=2023-01-01&to=2023-06-30';

  /** Tries the change, sends it, and holds what the trial said against the figures before and after. */
  async function triedAndSent(id: string, verb: string, body: object): Promise<readonly Effect[]> {
    const before = [await counts(YEAR), await counts(HALF)] as const;
    const tried = await change(id, `${verb}?dry-run=true`, body);
    expect([tried.status, tried.body.revision]).toEqual([200, 0]);
    expect(await counts(YEAR)).toEqual(before[0]);
    const sent = await change(id, verb, body);
    expect([sent.status, sent.body.revision, sent.etag]).toEqual([201, 1, '"1"']);
    const after = [await counts(YEAR), await counts(HALF)] as const;
    for (const { before: was, after: is, ...effect } of tried.body.effects) {
      const at = effect.code === 'SEMESTRE' ? 1 : 0;
      expect([keyOf(effect), before[at].get(keyOf(effect))]).toEqual([keyOf(effect), text(was)]);
      expect([keyOf(effect), after[at].get(keyOf(effect))]).toEqual([keyOf(effect), text(is)]);
    }
    // What the trial does not name did not move.
    const named = new Set(tried.body.effects.map(keyOf));
    for (const [at, untold] of [
      [0, 'SEMESTRE'],
      [1, 'X'],
    ] as const)
      for (const [key, was] of before[at])
        if (!named.has(key) && !key.startsWith(untold) && (at === 0 || key.startsWith('SEMESTRE')))
          expect([key, after[at].get(key)]).toEqual([key, was]);
    return tried.body.effects;
  }
  const text = ({ numerator, denominator }: Effect['before']) => `${numerator}/${denominator}`;

  it('of a file show what each objective would become, and then do just that', async () => {
    const [id] = await idsOf('quartile=1&from=2023-01-01&to=2023-06-30&en_qpv=N&prioritaire=N');
    const corrected = await triedAndSent(id!, 'correction', { quartile: '3', dalo: 'O', motif: 'erreur' });
    expect(corrected.map(({ code }) => code).sort()).toEqual(['CROISE', 'LOI-25', 'SEMESTRE']);
    const view = await get<{ changes: object[]; allocation: Row }>(`/api/allocations/${id!}`);
    expect(view.allocation).toMatchObject({ quartile: '3', prioritaire: true });
    expect(view.changes).toMatchObject([{ kind: 'correction', motive: 'erreur' }]);
  });

  it('move a lease from one holder to another, and out of the figures where it is cancelled', async () => {
    const [moved, cancelled] = await idsOf(
      'prioritaire=O&quartile=1&quartile=2&quartile=4&from=2023-01-01&to=2023-06-30&en_qpv=N',
    );
    const effects = await triedAndSent(moved!, 'correction', { code_reservataire: 'VILLE', motif: 'erreur' });
    expect(effects.map(({ actor }) => actor?.id).sort()).toEqual(['commune', 'etat']);
    const out = await triedAndSent(cancelled!, 'cancellation', { date: '2024-06-01', motif: 'erreur' });
    for (const { before, after } of out) expect(after.denominator).toBe(before.denominator - 1);
    const again = await change(cancelled!, 'cancellation', { date: '2024-06-01', motif: 'erreur' });
    expect([again.status, again.body.code]).toEqual([409, 'lease-cancelled']);
    expect((await change(cancelled!, 'correction', { quartile: '1', motif: 'erreur' })).body.code).toBe(
      'lease-cancelled',
    );
  });

  it('refuse what the rules refuse, and write nothing', async () => {
    const [id] = await idsOf('typologie=T3');
    const refused = async (verb: string, body: object, headers?: object) => {
      const { status, body: problem } = await change(id!, verb, body, headers);
      return [status, problem.code];
    };
    expect(await refused('correction', { typologie: 'T9', motif: 'erreur' })).toEqual([422, 'value-not-admitted']);
    expect(await refused('correction', { typologie: 'T1', motif: 'fuite' })).toEqual([422, 'value-not-admitted']);
    expect(await refused('correction', { typologie: 'T1' })).toEqual([422, 'value-not-admitted']);
    expect(await refused('correction', { code_residence: 'R1', motif: 'erreur' })).toEqual([400, 'invalid-request']);
    expect(await refused('correction', { date_bail: '2999-01-01', motif: 'erreur' })).toEqual([422, 'day-in-future']);
    expect(await refused('correction', { code_reservataire: 'RIEN', motif: 'erreur' })).toEqual([
      422,
      'value-not-admitted',
    ]);
    expect(await refused('cancellation', { date: '2001-01-01', motif: 'erreur' })).toEqual([422, 'day-out-of-order']);
    expect(await refused('correction', { numero_attribution: 'BAIL-SECRET-2', motif: 'erreur' })).toEqual([
      409,
      'allocation-number-taken',
    ]);
    expect(await refused('correction', { typologie: 'T1', motif: 'erreur' }, { 'if-match': '"7"' })).toEqual([
      412,
      'lease-changed',
    ]);
    expect((await get<{ revision: number }>(`/api/allocations/${id!}`)).revision).toBe(0);
    expect((await change(newUuid(), 'correction', { typologie: 'T1', motif: 'erreur' })).body.code).toBe(
      'unknown-allocation',
    );
  });

  it('answer a request again under its key, and refuse another under it', async () => {
    const [id] = await idsOf('typologie=T2');
    const key = { 'idempotency-key': 'CLE-CORRECTION', 'if-match': '"0"' };
    const body = { typologie: 'T4', motif: 'erreur' };
    const [first, again] = [await change(id!, 'correction', body, key), await change(id!, 'correction', body, key)];
    expect([first.status, again.status, again.body.revision]).toEqual([201, 200, 1]);
    const other = await change(id!, 'correction', { ...body, typologie: 'T5' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const unchanged = await change(id!, 'correction', body);
    expect([unchanged.status, unchanged.body.outcome]).toEqual([200, 'unchanged']);
  });

  it('give the lease another number, under which it is then found, and stay where its row comes again', async () => {
    const [id] = await idsOf('code_residence=R4&typologie=T1');
    const changes = { numero_attribution: 'BAIL-RENOMME', financement: 'PLS', motif: 'erreur' };
    expect((await change(id!, 'correction', changes)).status).toBe(201);
    const { total } = await get<{ total: number }>('/api/allocations');
    const again = await service.post('/api/allocations', { ...ROWS[0]!, numero_attribution: 'BAIL-RENOMME' });
    expect(await again.json()).toMatchObject({ id, outcome: 'corrected' });
    expect((await get<{ total: number }>('/api/allocations')).total).toBe(total);
  });

  it('of a vacancy follow its rules, and leave the two in agreement', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const office = new VacancyOffice(service, today, 'CHG');
    const vacancy = await office.accepted();
    const signed = await office.done(`/${vacancy}/lease`, { numero_attribution: 'ATT-CHG-1', date_bail: today });
    const id = signed.allocation;
    const early = await change(id, 'correction', { date_bail: '2020-01-01', motif: 'erreur' });
    expect([early.status, early.body.code]).toEqual([409, 'lease-before-acceptance']);
    const stale = await change(id, 'correction', { financement: 'PLAI', motif: 'erreur' }, { 'if-match': '"5"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'lease-changed']);
    const corrected = await change(id, 'correction', { financement: 'PLAI', motif: 'erreur' }, { 'if-match': '"0"' });
    expect(corrected).toMatchObject({ status: 201, body: { vacancy, outcome: 'corrected', revision: 1 } });
    const tried = await change(id, 'cancellation?dry-run=true', { date: today, motif: 'renonciation' });
    expect(tried).toMatchObject({ status: 200, body: { vacancy, outcome: 'cancelled', revision: 1 } });
    const cancelled = await change(id, 'cancellation', { date: today, motif: 'renonciation' });
    expect(cancelled).toMatchObject({ status: 201, body: { vacancy, outcome: 'cancelled', revision: 2 } });
    expect(await get(`/api/vacancies/${vacancy}`)).toMatchObject({ status: 'closed' });
    expect(await get(`/api/allocations/${id}`)).toMatchObject({ isLive: true, allocation: { annulee: true } });
    expect(await change(id, 'cancellation', { date: today, motif: 'erreur' })).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-status' },
    });
  });
});
