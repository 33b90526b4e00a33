import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { NO_UPCASTERS, readWholeStream } from '#event-store';
import { BackgroundWorks, openInstallation, processWorks, type Installation } from '#installation';
import { day, DEFAULT_TIME_ZONE, newUuid, uuidV5, type Day, type Uuid } from '#kernel';
import { TestClock } from '#territory/testing';
import { aCommune, aLandlord, aResidence, TerritoryHistory } from '#territory/testing';
import { VACANCY_STREAMS, type DecidedCandidate, type VacancyEvent } from '../events';
import { UNKNOWN_HOUSEHOLD } from '../recording/household-affairs';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import { VacancyRecorder } from '../recording/vacancy-recorder';
import { deadlinesProcess } from './deadlines-process';
import { lapseSender } from './lapse-sender';

const DECIDED_ON = day('2026-04-20');
/** The last day to answer is Saturday 2 May, after 1 May, so it moves to Monday 4 May. */
const NOTIFIED_ON = day('2026-04-21');
const LAST_DAY = day('2026-05-04');

let folder: string;
let clock: TestClock;
let installation: Installation;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-deadlines-'));
  clock = new TestClock();
  clock.set(`${NOTIFIED_ON}T09:00:00Z`);
  await open();
  await installation.vault();
  const history = new TerritoryHistory(installation.eventStore, clock);
  await history.declare('Commune', aCommune('C1'));
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('Residence', aResidence('R1'));
});
afterEach(async () => {
  await installation.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<void> {
  installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: NO_UPCASTERS,
    projections: [],
    processes: [{ manager: deadlinesProcess, sender: lapseSender }],
    clock,
  });
}

/** Runs the background works, as a service does, until they have nothing left to do. */
async function serve(): Promise<void> {
  const working = new BackgroundWorks(installation, [processWorks(() => async () => DEFAULT_TIME_ZONE)]);
  await working.begun;
  const head = (await installation.eventStore.head())!.position;
  for (let quiet = 0; quiet < 5;) {
    const [status] = await installation.processStatuses();
    quiet = status!.due === 0 && status!.position !== null && status!.position >= head ? quiet + 1 : 0;
    await wait(20);
  }
  await working.stop();
}

/** Appends events as they are, so that a story can begin in the middle. */
async function given(vacancy: Uuid, ...events: readonly VacancyEvent[]): Promise<void> {
  const metadata = { actor: 'tester', role: 'system', correlationId: 'test', causationId: 'test' };
  const stored = events.map((event, index) =>
    VACANCY_STREAMS.write(event, { id: uuidV5(`${vacancy}|${event.type}|${index}`), metadata }),
  );
  await installation.eventStore.append({ stream: VACANCY_STREAMS.name(vacancy), expected: 'any', events: stored });
}

const declared: VacancyEvent = {
  type: 'VacancyDeclared',
  data: {
    residence: 'R1',
    landlord: 'L1',
    districts: [],
    note: null,
    availableOn: DECIDED_ON,
    ground: 'depart',
    dwellingType: null,
    financing: null,
    surface: null,
    rent: null,
    charges: null,
    firstLetting: false,
    stockHolder: null,
  },
};
const designated = (candidate: Uuid): VacancyEvent => ({
  type: 'CandidateDesignated',
  data: {
    candidate,
    household: newUuid(),
    basis: 'reservation',
    holder: 'VILLE',
    on: DECIDED_ON,
    transfer: false,
    quartile: 1,
    priority: false,
    homeWork: false,
    essentialWorker: null,
    rehoused: false,
    composition: null,
    publics: [],
  },
});
const allocated = (candidate: Uuid, documentDue: Day | null = null): VacancyEvent => ({
  type: 'CommissionHeld',
  data: {
    on: DECIDED_ON,
    sitting: null,
    present: null,
    form: null,
    exception: 'd331_25_1',
    attested: null,
    decisions: [
      {
        candidate,
        decision: documentDue ? 'attribution_sous_condition' : 'attribution',
        rank: 1,
        motive: null,
        document: documentDue ? 'ressources' : null,
        documentDue,
        votes: null,
      } satisfies DecidedCandidate,
    ],
  },
});
const offered = (candidate: Uuid): VacancyEvent => ({
  type: 'OfferMade',
  data: { candidate, notifiedOn: NOTIFIED_ON, delay: 10, lastDay: LAST_DAY, daloWarning: false },
});

async function anOffer(): Promise<{ readonly vacancy: Uuid; readonly candidate: Uuid }> {
  const [vacancy, candidate] = [newUuid(), newUuid()];
  await given(vacancy, declared, designated(candidate), allocated(candidate), offered(candidate));
  return { vacancy, candidate };
}

async function lapses(vacancy: Uuid): Promise<readonly unknown[]> {
  const events = await readWholeStream(installation.eventStore, VACANCY_STREAMS.name(vacancy));
  return events
    .filter(({ type }) => type.endsWith('Lapsed'))
    .map(({ type, data, metadata }) => [type, data['on'], metadata.effectiveDay, metadata.role]);
}

describe('an offer without an answer', () => {
  it('lapses on its last day, once that day is past in the zone of the territory, once, whatever is restarted', async () => {
    const { vacancy } = await anOffer();
    await serve();
    clock.set('2026-05-04T21:59:00Z');
    await serve();
    expect(await lapses(vacancy)).toEqual([]);
    clock.set('2026-05-04T22:00:00Z');
    await serve();
    const once = [['OfferLapsed', LAST_DAY, LAST_DAY, 'system']];
    expect(await lapses(vacancy)).toEqual(once);
    await installation.close();
    rmSync(join(folder, 'read.db'), { force: true });
    await open();
    await serve();
    expect(await lapses(vacancy)).toEqual(once);
  });

  it('lapses at once where the service was stopped on that day', async () => {
    const { vacancy } = await anOffer();
    clock.set('2026-06-01T08:00:00Z');
    await serve();
    expect(await lapses(vacancy)).toHaveLength(1);
  });

  it('does not lapse once it is answered, or corrected to a later notice', async () => {
    const answered = await anOffer();
    await given(answered.vacancy, { type: 'OfferAccepted', data: { candidate: answered.candidate, on: NOTIFIED_ON } });
    const corrected = await anOffer();
    const stores = installation.pipelineStores;
    const recorder = new VacancyRecorder(
      stores,
      new RecordedCircumstances(stores, { of: async () => UNKNOWN_HOUSEHOLD }),
    );
    clock.set('2026-04-28T09:00:00Z');
    await recorder.send(
      {
        vacancy: corrected.vacancy,
        act: { verb: 'offer/correction', candidate: corrected.candidate, given: { notifiedOn: day('2026-04-27') } },
      },
      { actor: INSTALLATION_ADMINISTRATOR },
    );
    clock.set('2026-05-06T09:00:00Z');
    await serve();
    expect([await lapses(answered.vacancy), await lapses(corrected.vacancy)]).toEqual([[], []]);
    clock.set('2026-05-07T22:00:00Z');
    await serve();
    expect(await lapses(corrected.vacancy)).toEqual([['OfferLapsed', '2026-05-07', '2026-05-07', 'system']]);
  });
});

describe('an allocation that waits for a document', () => {
  it('lapses the day after the last day, unless the document came', async () => {
    const due = day('2026-04-30');
    const [missing, met] = [newUuid(), newUuid()];
    const [late, intime] = [newUuid(), newUuid()];
    await given(missing, declared, designated(late), allocated(late, due));
    await given(met, declared, designated(intime), allocated(intime, due));
    await given(met, { type: 'ConditionMet', data: { candidate: intime, on: due } });
    clock.set('2026-04-30T21:00:00Z');
    await serve();
    expect(await lapses(missing)).toEqual([]);
    clock.set('2026-04-30T22:00:00Z');
    await serve();
    expect(await lapses(missing)).toEqual([['ConditionLapsed', '2026-05-01', '2026-05-01', 'system']]);
    expect(await lapses(met)).toEqual([]);
  });
});
