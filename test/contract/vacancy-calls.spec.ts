import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { NO_UPCASTERS, openEventStoreDb, type EventStore } from '#event-store';
import { day, newUuid, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aHolder, aLandlord, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
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

const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };
const TODAY = day('2026-03-02');
const LANDLORD: Actor = { id: 'someone', role: 'administrator', scope: limitedTo({ landlord: ['L1'] }) };

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
    await history.declare('Residence', aResidence('R1'));
    await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
    recorder = aProcess();
    await declare('A1', recorder);
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
  const declare = async (reference: string, through: VacancyRecorder): Promise<Uuid> => {
    const answer = await through.declare(
      { given: GIVEN, dwelling: { residence: 'R1', reference } },
      { actor: INSTALLATION_ADMINISTRATOR },
    );
    return done(answer).vacancy;
  };
  const orientation: VacancyAct = {
    verb: 'orientation',
    given: { holder: 'VILLE', lastDay: null, forOneTurn: false, outsideFlow: null, delegatedTo: null, ground: null },
  };
  const designation = (number: string): VacancyAct => ({
    verb: 'candidates',
    given: { basis: 'reservation', holder: null },
    newId: newUuid(),
    household: aProposedHousehold(number),
  });
  const callsOf = async (work: () => Promise<unknown>) => {
    const { appends, reads } = server.faults.calls;
    await work();
    return { appends: server.faults.calls.appends - appends, reads: server.faults.calls.reads - reads };
  };
  const acting =
    (vacancy: Uuid, act: VacancyAct | CandidateAct, actor: Actor = INSTALLATION_ADMINISTRATOR, through = recorder) =>
    async () =>
      done(await through.send({ vacancy, act }, { actor }));

  it('a declaration claims its dwelling, and reads the head of the history and the dwelling', async () => {
    expect(await callsOf(() => declare('B1', recorder))).toEqual({ appends: 2, reads: 3 });
  });

  it('each further command makes one append and one read, of the head of the history', async () => {
    const vacancy = await declare('C1', recorder);
    const once = { appends: 1, reads: 1 };
    expect(await callsOf(acting(vacancy, orientation, LANDLORD))).toEqual(once);
    expect(await callsOf(acting(vacancy, designation('078012345678900001')))).toEqual(once);
    const { candidate } = await acting(vacancy, designation('078012345678900002'))();
    const withdrawal = { verb: 'withdrawal', candidate: candidate!, given: { motive: 'doublon', by: 'bailleur' } };
    expect(await callsOf(acting(vacancy, withdrawal as CandidateAct, LANDLORD))).toEqual(once);
    const correction: CandidateAct = {
      verb: 'facts',
      candidate: candidate!,
      motive: 'erreur',
      changes: { dalo: true },
    };
    await expect(acting(vacancy, correction)()).rejects.toThrow('not-in-this-status');
    expect(await callsOf(acting(vacancy, { verb: 'return', given: { motive: 'erreur' } } as VacancyAct))).toEqual(once);
  });

  it('a process reads a vacancy of before its start once, and sees what others then record about it', async () => {
    const vacancy = await declare('D1', recorder);
    const other = aProcess();
    await acting(vacancy, orientation, LANDLORD, other)();
    await acting(vacancy, designation('078012345678900003'))();
    const again = acting(vacancy, designation('078012345678900003'), INSTALLATION_ADMINISTRATOR, other);
    expect(await callsOf(() => expect(again()).rejects.toThrow('candidate-already-designated'))).toEqual({
      appends: 0,
      reads: 1,
    });
  });
});
