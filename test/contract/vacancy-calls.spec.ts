import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { NO_UPCASTERS, openEventStoreDb, type EventStore } from '#event-store';
import { addDays, day, newUuid, type Day, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aDistrict, aHolder, aLandlord, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
import {
  done,
  GIVEN,
  aProposedHousehold,
  RecordedCircumstances,
  UNKNOWN_HOUSEHOLD,
  VacancyRecorder,
  type CandidateAct,
  type VacancyAct,
} from '#vacancy/testing';
import { WireServer } from '../wire/eventstoredb/server';

// A call that a busy machine answers late is made again, and would be counted twice.
const timeouts = { callTimeout: 60_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 120_000 };
const TODAY = day('2026-03-02');
const TOMORROW = addDays(TODAY, 1);
const LANDLORD: Actor = { id: 'someone', role: 'administrateur', scope: limitedTo({ landlord: ['L1'] }) };

describe('the calls of commands about vacancies to EventStoreDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-vacancy-calls-'));
  const clock = new TestClock();
  let server: WireServer;
  let store: EventStore;
  let vault: Vault;
  let recorder: VacancyRecorder;
  beforeAll(async () => {
    clock.set(`${TODAY}T09:00:00Z`);
    server = await WireServer.start();
    store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
    const history = new TerritoryHistory(store, clock);
    await history.declare('Commune', aCommune('C1'));
    await history.declare('Landlord', aLandlord('L1'));
    await history.declare('PriorityDistrict', aDistrict('Q1', '2020-01-01'));
    await history.declare('Residence', aResidence('R1'));
    await history.declare('Residence', aResidence('QPV', { districts: ['Q1'] }));
    const commission = { commune: 'C1', from: '2026-01-01', until: null, askedByMayorOn: '2026-01-01' };
    await history.record('qpvcommission-C1', 'QpvCommissionSet', {
      ...commission,
      districts: null,
      rulesAdoptedOn: null,
    });
    await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
    recorder = aProcess();
    await declare('A1');
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
    await vault.close();
    rmSync(folder, { recursive: true });
  });

  const aProcess = (): VacancyRecorder => {
    const stores = { store, clock, vault: async () => vault };
    return new VacancyRecorder(stores, new RecordedCircumstances(stores, { of: async () => UNKNOWN_HOUSEHOLD }));
  };
  const declare = async (reference: string, through = recorder, more: { requestKey?: string } = {}): Promise<Uuid> => {
    const answer = await through.declare(
      { given: GIVEN, dwelling: { residence: reference.startsWith('QPV') ? 'QPV' : 'R1', reference } },
      { actor: INSTALLATION_ADMINISTRATOR, ...more },
    );
    return done(answer).vacancy;
  };
  const orientation: VacancyAct = {
    verb: 'orientation',
    given: { holder: 'VILLE', lastDay: null, forOneTurn: false, outsideFlow: null, delegatedTo: null, ground: null },
  };
  let households = 0;
  const designation = (number = `0780${String((households += 1)).padStart(14, '0')}`): VacancyAct => ({
    verb: 'candidates',
    given: { basis: 'reservation', holder: null },
    newId: newUuid(),
    household: aProposedHousehold(number),
  });
  const decided = (candidate: Uuid, rank: number | null, more: object = {}) => ({
    candidate,
    decision: rank === null ? 'non_attribution' : 'attribution_rang',
    rank,
    motive: rank === null ? 'taux_effort' : null,
    ...{ document: null, documentDue: null, votes: null },
    ...more,
  });
  const commission = (decisions: readonly object[], sitting: Uuid | null = null): VacancyAct =>
    ({
      verb: 'commission',
      given: { on: TODAY, sitting, present: 6, form: 'presentielle', exception: null, attested: null, decisions },
    }) as VacancyAct;
  const callsOf = async (work: () => Promise<unknown>) => {
    const { appends, reads } = server.faults.calls;
    await work();
    return { appends: server.faults.calls.appends - appends, reads: server.faults.calls.reads - reads };
  };
  const acting =
    (vacancy: Uuid, act: VacancyAct | CandidateAct, actor: Actor = INSTALLATION_ADMINISTRATOR, through = recorder) =>
    async () =>
      done(await through.send({ vacancy, act }, { actor }));
  /** The calls of one act after the other, by verb. */
  const walk = async (vacancy: Uuid, acts: readonly (VacancyAct | CandidateAct)[], actor?: Actor) => {
    const counted: [string, object][] = [];
    for (const act of acts) counted.push([act.verb, await callsOf(acting(vacancy, act, actor))]);
    return counted;
  };
  const designated = async (vacancy: Uuid): Promise<Uuid> => (await acting(vacancy, designation())()).candidate!;
  const each = (verbs: readonly string[], calls: object) => verbs.map((verb) => [verb, calls]);
  const ONCE = { appends: 1, reads: 1 };

  it('a declaration claims its dwelling, and reads the head of the history, also under a key', async () => {
    expect(await callsOf(() => declare('B1'))).toEqual({ appends: 2, reads: 1 });
    expect(await callsOf(() => declare('B2', recorder, { requestKey: newUuid() }))).toEqual({ appends: 2, reads: 1 });
  });

  it('each verb about a vacancy makes one append and one read, of the head of the history', async () => {
    const vacancy = await declare('C1');
    const reorientation = { ...orientation, given: { ...orientation.given, ground: 'erreur' } } as VacancyAct;
    expect(await walk(vacancy, [orientation, reorientation], LANDLORD)).toEqual(
      each(['orientation', 'orientation'], ONCE),
    );
    const number = '078012345678900001';
    expect(await walk(vacancy, [designation(number)])).toEqual(each(['candidates'], ONCE));
    const [event] = (await store.readStream(`vacancy-${vacancy}`, { maxCount: 10 })).slice(-1);
    const fifth = event!.data['candidate'] as Uuid;
    const [first, second, third, fourth] = [
      await designated(vacancy),
      await designated(vacancy),
      await designated(vacancy),
      await designated(vacancy),
    ];
    // An offer is corrected to another day of its notice.
    clock.set(`${TOMORROW}T09:00:00Z`);
    const acts = [
      { verb: 'opinion', candidate: first, given: { on: TODAY, by: 'commune', opinion: 'favorable', motive: null } },
      { verb: 'facts', candidate: first, motive: 'erreur', changes: { income: 900_000 } },
      { verb: 'withdrawal', candidate: fourth, given: { motive: 'doublon', by: 'bailleur' } },
      commission([
        decided(first, 1),
        decided(second, 2, {
          decision: 'attribution_sous_condition',
          document: 'ressources',
          documentDue: addDays(TODAY, 10),
        }),
        decided(third, null),
        decided(fifth, 3),
      ]),
      { verb: 'notice', candidate: third, given: { on: TODAY } },
      { verb: 'condition', candidate: second, given: { on: TODAY } },
      { verb: 'offer', candidate: first, given: { notifiedOn: TODAY, delay: 10 } },
      { verb: 'offer/correction', candidate: first, given: { notifiedOn: TOMORROW } },
      { verb: 'refusal', candidate: first, given: { on: TOMORROW, motive: 'loyer' } },
      { verb: 'offer', candidate: second, given: { notifiedOn: TODAY, delay: 10 } },
      { verb: 'acceptance', candidate: second, given: { on: TODAY } },
    ] as readonly (VacancyAct | CandidateAct)[];
    expect(await walk(vacancy, acts)).toEqual(
      each(
        acts.map(({ verb }) => verb),
        ONCE,
      ),
    );
    const other = await declare('C2');
    const ending = [
      orientation,
      { verb: 'return', given: { motive: 'erreur' } },
      { verb: 'closing', given: { on: TODAY, motive: 'travaux' } },
    ] as readonly VacancyAct[];
    expect(await walk(other, ending)).toEqual(each(['orientation', 'return', 'closing'], ONCE));
  });

  it('so do the verbs of a QPV commission, of a sitting, of lapses, and those that follow from a lease', async () => {
    const vacancy = await declare('QPV1');
    await acting(vacancy, orientation)();
    const [first, second, third] = [await designated(vacancy), await designated(vacancy), await designated(vacancy)];
    const sitting = newUuid();
    const opened = { landlord: 'L1', on: TODAY, present: 6, form: 'presentielle' };
    await new TerritoryHistory(store, clock).record(`sitting-${sitting}`, 'SittingOpened', opened);
    const ACCORDS = ['bailleur', 'reservataire', 'commune', 'epci'];
    const due = addDays(TODAY, 2);
    const conditional = { decision: 'attribution_sous_condition', document: 'ressources', documentDue: due };
    const held = (rank: number | null) =>
      commission([decided(first, 1), decided(second, 2, conditional), decided(third, rank)], sitting) as VacancyAct & {
        given: object;
      };
    const acts = [
      { verb: 'deferral', candidate: first, given: { on: TODAY, motive: 'equilibre' } },
      { verb: 'endorsement', candidate: first, given: { on: TODAY, accords: ACCORDS } },
      { verb: 'endorsement', candidate: second, given: { on: TODAY, accords: ACCORDS } },
      { verb: 'endorsement', candidate: third, given: { on: TODAY, accords: ACCORDS } },
      held(3),
      { ...held(null), verb: 'commission/correction', given: { ...held(null).given, motive: 'erreur' } },
      { verb: 'condition lapses', candidate: second, lastDay: due, at: `${addDays(due, 1)}T09:00:00.000Z` },
      { verb: 'offer', candidate: first, given: { notifiedOn: TODAY, delay: 10 } },
    ] as readonly (VacancyAct | CandidateAct)[];
    expect(await walk(vacancy, acts)).toEqual(
      each(
        acts.map(({ verb }) => verb),
        ONCE,
      ),
    );
    const offered = (await store.readStream(`vacancy-${vacancy}`, { direction: 'backward', maxCount: 1 }))[0]!;
    const { lastDay } = offered.data as unknown as { lastDay: Day };
    const lapse = { verb: 'offer lapses', candidate: first, lastDay, at: `${addDays(lastDay, 1)}T09:00:00.000Z` };
    expect(await walk(vacancy, [lapse as CandidateAct])).toEqual(each(['offer lapses'], ONCE));
  });

  it('a lease is three appends, of its claim, its own stream and the vacancy, and one read; its correction reads its stream', async () => {
    const vacancy = await accepted('L1');
    const lease: VacancyAct = { verb: 'lease', given: { number: 'L1', on: TODAY } };
    expect(await callsOf(acting(vacancy, lease))).toEqual({ appends: 3, reads: 1 });
    await declare('L2');
    const correction: VacancyAct = { verb: 'lease/correction', motive: 'erreur', changes: { dalo: true } };
    expect(await callsOf(acting(vacancy, correction))).toEqual(ONCE);
    const cancellation: VacancyAct = { verb: 'lease/cancellation', given: { on: TODAY, motive: 'erreur' } };
    expect(await callsOf(acting(vacancy, cancellation))).toEqual({ appends: 2, reads: 1 });
  });

  it('what follows from a lease of a file is one append and one read', async () => {
    const [let1, closed] = [await accepted('F1'), await accepted('F2')];
    const household = async (vacancy: Uuid) =>
      (await store.readStream(`vacancy-${vacancy}`, { maxCount: 10 })).find(
        ({ type }) => type === 'CandidateDesignated',
      )!;
    const { data } = await household(let1);
    const recorded = { household: data['household'] as Uuid, allocation: newUuid(), on: TODAY };
    const system = { ...INSTALLATION_ADMINISTRATOR, role: 'system' as const };
    const cancelled = {
      verb: 'lease cancelled',
      allocation: recorded.allocation,
      on: TODAY,
      at: `${TODAY}T10:00:00.000Z`,
    };
    const acts = [{ verb: 'lease recorded', given: recorded }, cancelled] as VacancyAct[];
    expect(await walk(let1, acts, system)).toEqual(each(['lease recorded', 'lease cancelled'], ONCE));
    const candidate = (await household(closed)).data['candidate'] as Uuid;
    const withdrawn = { verb: 'withdrawn by process', candidate, given: { motive: 'menage_loge', on: TODAY } };
    expect(await walk(closed, [withdrawn as CandidateAct], system)).toEqual(each(['withdrawn by process'], ONCE));
  });

  it('a process reads a vacancy of before its start once, and sees what others then record about it', async () => {
    const vacancy = await declare('D1');
    const other = aProcess();
    await acting(vacancy, orientation, LANDLORD, other)();
    const number = '078012345678900003';
    await acting(vacancy, designation(number))();
    const again = acting(vacancy, designation(number), INSTALLATION_ADMINISTRATOR, other);
    expect(await callsOf(() => expect(again()).rejects.toThrow('candidate-already-designated'))).toEqual({
      appends: 0,
      reads: 1,
    });
  });

  it('a dwelling that was claimed before the start of a process costs a second read, once', async () => {
    await acting(await declare('E1'), { verb: 'closing', given: { on: TODAY, motive: 'travaux' } })();
    const other = aProcess();
    await declare('E2', other);
    const calls = await callsOf(() => declare('E1', other));
    expect(calls.appends).toBe(2);
    expect(calls.reads).toBeGreaterThan(1);
  });

  async function accepted(reference: string): Promise<Uuid> {
    const vacancy = await declare(reference);
    await acting(vacancy, orientation)();
    const [candidate, other, third] = [await designated(vacancy), await designated(vacancy), await designated(vacancy)];
    await acting(vacancy, commission([decided(candidate, 1), decided(other, 2), decided(third, 3)]))();
    await acting(vacancy, { verb: 'offer', candidate, given: { notifiedOn: TODAY, delay: 10 } })();
    await acting(vacancy, { verb: 'acceptance', candidate, given: { on: TODAY } })();
    return vacancy;
  }
});
