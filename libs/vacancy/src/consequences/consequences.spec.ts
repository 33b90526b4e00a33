import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { LeaseRecorder, type Lease } from '#allocation';
import { CEILING_STREAMS } from '#criteria';
import { CommandPipeline, handlingOf } from '#deciding';
import { NO_UPCASTERS, readWholeStream } from '#event-store';
import { BackgroundWorks, openInstallation, processWorks, type Installation } from '#installation';
import { canonicalJson, day, DEFAULT_TIME_ZONE, isRefusal, newUuid, type JsonObject, type Uuid } from '#kernel';
import { aCommune, aHolder, aLandlord, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
import { APPLICATIONS } from '../applications/application';
import type { DecidedCandidate } from '../events';
import { UNKNOWN_HOUSEHOLD } from '../recording/household-affairs';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import { VacancyRecorder } from '../recording/vacancy-recorder';
import { readVacancy } from '../recording/read-vacancy';
import { candidateOf, statusOf } from '../vacancy';
import { consequenceSender } from './consequence-sender';
import { consequencesProcess } from './consequences-process';

const TODAY = day('2026-03-02');

let folder: string;
let clock: TestClock;
let installation: Installation;
let recorder: VacancyRecorder;
let leases: LeaseRecorder;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-consequences-'));
  clock = new TestClock();
  clock.set(`${TODAY}T09:00:00Z`);
  installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: NO_UPCASTERS,
    projections: [],
    processes: [{ manager: consequencesProcess, sender: consequenceSender }],
    clock,
  });
  await installation.vault();
  const history = new TerritoryHistory(installation.eventStore, clock);
  await history.declare('Commune', aCommune('C1'));
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('Residence', aResidence('R1'));
  await history.declare('Residence', aResidence('R2'));
  await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
  await history.record('priority-list-L1@2026-01-01', 'PriorityListEstablished', {
    landlord: 'L1',
    on: '2026-01-01',
    lastDay: '2028-12-31',
    residences: [{ residence: 'R1', note: 4 }],
  });
  const { pipelineStores: stores } = installation;
  recorder = new VacancyRecorder(stores, new RecordedCircumstances(stores, { of: async () => UNKNOWN_HOUSEHOLD }));
  leases = new LeaseRecorder(stores);
});
afterEach(async () => {
  await installation.close();
  rmSync(folder, { recursive: true });
});

/** Runs the process manager, as a service does, until it has nothing left to do. */
async function serve(): Promise<void> {
  const working = new BackgroundWorks(installation, [processWorks(() => async () => DEFAULT_TIME_ZONE)]);
  await working.begun;
  for (let quiet = 0; quiet < 5;) {
    const [status] = await installation.processStatuses();
    quiet = status!.due === 0 && status!.position !== null && status!.lagEvents === 0 ? quiet + 1 : 0;
    await wait(20);
  }
  const [status] = await installation.processStatuses();
  expect(status!.parked).toBe(0);
  await working.stop();
}

const sending = { actor: INSTALLATION_ADMINISTRATOR };

async function vacant(residence: string, reference: string, financing: 'PLUS' | null = null): Promise<Uuid> {
  const given = {
    availableOn: TODAY,
    ground: 'depart',
    dwellingType: 'T2',
    financing,
    surface: null,
    rent: null,
    charges: null,
    firstLetting: false,
  } as const;
  const receipt = await recorder.declare({ given, dwelling: { residence, reference } }, sending);
  if (isRefusal(receipt)) throw new Error(receipt.code);
  await act(receipt.vacancy, {
    verb: 'orientation',
    given: { holder: 'VILLE', lastDay: null, forOneTurn: false, outsideFlow: null, delegatedTo: null, ground: null },
  });
  return receipt.vacancy;
}

async function act(vacancy: Uuid, given: VacancyAct | CandidateAct): Promise<Uuid | undefined> {
  const receipt = await recorder.send({ vacancy, act: given }, sending);
  if (isRefusal(receipt)) throw new Error(receipt.code);
  return receipt.candidate;
}

const FACTS = {
  transfer: false,
  essentialWorker: null,
  composition: 'seul',
  publics: [],
  personsOf14OrMore: 1,
  childrenUnder14: 0,
  income: null,
  givenQuartile: 1,
  dalo: false,
  priorityCategory: null,
  rehousing: null,
  homeCommune: null,
  workCommune: null,
  professionalMobility: null,
} as const;

async function designated(vacancy: Uuid, householdNumber: string, taxIncome: number | null = null): Promise<Uuid> {
  const application = { appliedOn: null, precarious: null, expectedBenefit: null, taxIncome };
  const household = { ...FACTS, ...application, householdNumber };
  const basis = { basis: 'reservation', holder: null } as const;
  return (await act(vacancy, { verb: 'candidates', given: basis, newId: newUuid(), household }))!;
}

const decided = (
  candidate: Uuid,
  decision: DecidedCandidate['decision'],
  rank: number | null,
  motive: string | null = null,
): DecidedCandidate => ({ candidate, decision, rank, motive, document: null, documentDue: null, votes: null });

const held = (verb: 'commission' | 'commission/correction', decisions: readonly DecidedCandidate[]): VacancyAct => {
  const common = {
    on: TODAY,
    sitting: null,
    present: null,
    form: null,
    exception: 'd331_25_1',
    attested: null,
  } as const;
  return verb === 'commission'
    ? { verb, given: { ...common, decisions } }
    : { verb, given: { ...common, decisions, motive: 'erreur' } };
};

/** A lease as a row of a file gives it. */
async function leased(number: string, lease: Partial<Lease>): Promise<void> {
  const whole: Lease = {
    ...FACTS,
    signedOn: TODAY,
    commissionOn: null,
    residence: 'R1',
    dwellingType: 'T2',
    financing: null,
    firstLetting: false,
    cancelled: null,
    holder: 'VILLE',
    allocationNumber: number,
    householdNumber: 'H1',
    dwellingReference: 'A1',
    ...lease,
  };
  await leases.ready();
  const receipt = await leases.record(
    { lease: whole, content: canonicalJson(whole as unknown as JsonObject) },
    sending,
  );
  if (isRefusal(receipt)) throw new Error(receipt.code);
}

async function ended(household: Uuid): Promise<void> {
  const { pipelineStores } = installation;
  const applications = new CommandPipeline(handlingOf(APPLICATIONS, pipelineStores.store), pipelineStores);
  await applications.send({ verb: 'end', household, today: TODAY, on: TODAY, motive: 'deces' }, sending);
}

async function shown(vacancy: Uuid): Promise<readonly unknown[]> {
  const { vacancy: state } = (await readVacancy(installation.pipelineStores, vacancy))!;
  return [statusOf(state), ...state.candidates.map(({ status, reason }) => (reason ? `${status} ${reason}` : status))];
}

async function dutyEventsOf(vacancy: Uuid, candidate: Uuid): Promise<readonly unknown[]> {
  const { vacancy: state } = (await readVacancy(installation.pipelineStores, vacancy))!;
  const { household } = candidateOf(state, candidate)!;
  const events = await readWholeStream(installation.eventStore, `substituteoffer-${household}`);
  return events.map(({ type, data }) => (data['by'] ? `${type} ${String(data['by'])}` : type));
}

describe('a lease', () => {
  it('lets the vacancy of its dwelling whatever was recorded, and withdraws the household and the others elsewhere', async () => {
    const [here, elsewhere] = [await vacant('R1', 'A1'), await vacant('R1', 'A2')];
    await designated(here, 'H1');
    await designated(here, 'H2');
    await designated(elsewhere, 'H1');
    await leased('N1', {});
    await serve();
    expect(await shown(here)).toEqual(['let', 'signed', 'withdrawn logement_attribue']);
    expect(await shown(elsewhere)).toEqual(['oriented', 'withdrawn menage_loge']);
    await serve();
    expect(await readWholeStream(installation.eventStore, `vacancy-${here}`)).toHaveLength(6);
  });

  it('of another household, or of the same reference in another residence, changes nothing in the vacancy', async () => {
    const here = await vacant('R1', 'A1');
    await designated(here, 'H1');
    await leased('N1', { householdNumber: 'H9' });
    await serve();
    expect(await shown(here)).toEqual(['designated', 'designated']);
    await leased('N2', { residence: 'R2' });
    await serve();
    expect(await shown(here)).toEqual(['oriented', 'withdrawn menage_loge']);
  });

  it('that is cancelled closes the vacancy that it let, and the dwelling may be declared again', async () => {
    const here = await vacant('R1', 'A1');
    await designated(here, 'H1');
    await leased('N1', {});
    await serve();
    await leased('N1', { cancelled: true });
    await serve();
    expect(await shown(here)).toEqual(['closed', 'signed']);
    expect(await vacant('R1', 'A1')).not.toBe(here);
  });
});

describe('an application that ended', () => {
  it('withdraws its live designations with the motive', async () => {
    const here = await vacant('R1', 'A1');
    const candidate = await designated(here, 'H1');
    await designated(here, 'H2');
    const { household } = candidateOf((await readVacancy(installation.pipelineStores, here))!.vacancy, candidate)!;
    await ended(household);
    await serve();
    expect(await shown(here)).toEqual(['designated', 'withdrawn deces', 'designated']);
  });
});

describe('the duty to make a substitute offer', () => {
  /** R1 is on the legal list: H1 was refused there for its fragility. */
  async function refused(): Promise<{ readonly here: Uuid; readonly candidate: Uuid; readonly other: Uuid }> {
    const here = await vacant('R1', 'A1');
    const [candidate, other] = [await designated(here, 'H1'), await designated(here, 'H2')];
    await act(
      here,
      held('commission', [decided(candidate, 'non_attribution', null, 'fragilite'), decided(other, 'attribution', 1)]),
    );
    await serve();
    expect(await dutyEventsOf(here, candidate)).toEqual(['SubstituteOfferDutyOpened']);
    return { here, candidate, other };
  }

  async function offered(
    residence: string,
    reference: string,
    { financing, taxIncome }: { readonly financing?: 'PLUS'; readonly taxIncome?: number } = {},
  ): Promise<void> {
    const vacancy = await vacant(residence, reference, financing);
    const candidate = await designated(vacancy, 'H1', taxIncome);
    await act(vacancy, held('commission', [decided(candidate, 'attribution', 1)]));
    await act(vacancy, { verb: 'offer', candidate, given: { notifiedOn: TODAY, delay: 10 } });
    await serve();
  }

  it('opens with a refusal for fragility, and closes by an offer outside the lists that suits, only', async () => {
    const { here, candidate } = await refused();
    await offered('R1', 'A2');
    expect(await dutyEventsOf(here, candidate)).toEqual(['SubstituteOfferDutyOpened']);
    await offered('R2', 'B1');
    expect(await dutyEventsOf(here, candidate)).toEqual([
      'SubstituteOfferDutyOpened',
      'SubstituteOfferDutyClosed offre_faite',
    ]);
  });

  it('is not closed by an offer whose ceiling does not admit the household', async () => {
    const history = new TerritoryHistory(installation.eventStore, clock);
    await history.declare('Commune', aCommune('C2', { ceilingZone: 'ile_de_france' }));
    await history.declare('Residence', aResidence('R3', { commune: 'C2' }));
    for (const category of [1, 2] as const) {
      const amounts = { ceiling: 2_000_000, extraPerson: null, districtShare: null };
      const row = { year: 2026, zone: 'ile_de_france', financing: 'PLUS', category, ...amounts } as const;
      await history.record(CEILING_STREAMS.nameFor(row), 'CeilingSet', row);
    }
    const { here, candidate } = await refused();
    await offered('R3', 'C1', { financing: 'PLUS', taxIncome: 2_000_001 });
    expect(await dutyEventsOf(here, candidate)).toEqual(['SubstituteOfferDutyOpened']);
    await offered('R3', 'C2', { financing: 'PLUS', taxIncome: 2_000_000 });
    expect((await dutyEventsOf(here, candidate)).at(-1)).toBe('SubstituteOfferDutyClosed offre_faite');
  });

  it('closes where the decision is corrected', async () => {
    const { here, candidate, other } = await refused();
    await act(
      here,
      held('commission/correction', [decided(candidate, 'attribution_rang', 2), decided(other, 'attribution_rang', 1)]),
    );
    await serve();
    expect((await dutyEventsOf(here, candidate)).at(-1)).toBe('SubstituteOfferDutyClosed decision_corrigee');
  });

  it('closes by the lease of the household elsewhere, and reopens where that lease is cancelled', async () => {
    const { here, candidate } = await refused();
    await leased('N1', { residence: 'R2', dwellingReference: 'Z9' });
    await serve();
    expect((await dutyEventsOf(here, candidate)).at(-1)).toBe('SubstituteOfferDutyClosed menage_loge');
    await leased('N1', { residence: 'R2', dwellingReference: 'Z9', cancelled: true });
    await serve();
    expect((await dutyEventsOf(here, candidate)).at(-1)).toBe('SubstituteOfferDutyReopened');
  });

  it('is not reopened where the application ended since', async () => {
    const { here, candidate } = await refused();
    const elsewhere = { residence: 'R2', dwellingReference: 'Z9' };
    await leased('N1', elsewhere);
    await serve();
    const { household } = candidateOf((await readVacancy(installation.pipelineStores, here))!.vacancy, candidate)!;
    await ended(household);
    await leased('N1', { ...elsewhere, cancelled: true });
    await serve();
    expect((await dutyEventsOf(here, candidate)).at(-1)).toBe('SubstituteOfferDutyClosed menage_loge');
  });
});
