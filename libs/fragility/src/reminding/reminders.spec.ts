import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { aLandlord, aResidence, TestClock } from '#territory/testing';
import { aNote, aSurvey, FragilityHistory } from '../testing';
import { ConventionHistory, timeZoneOf } from '#convention';
import { aConvention } from '#convention/testing';
import { NO_UPCASTERS } from '#event-store';
import {
  BackgroundWorks,
  openInstallation,
  processWorks,
  projectionWorks,
  rebuildProjection,
  type Installation,
} from '#installation';
import { day, newUuid } from '#kernel';
import { fragilityProjection } from '../projections/fragility-projection';
import { FragilityReminders } from '../report/reminders';
import { granted } from '../testing';
import { reminderSender } from './reminder-sender';
import { remindersProcess } from './reminders-process';

const timeZone = ({ eventStore }: Installation) => {
  const convention = new ConventionHistory(eventStore);
  return async () => timeZoneOf(await convention.latest());
};

let folder: string;
let clock: TestClock;
let installation: Installation;
let history: FragilityHistory;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-reminders-'));
  clock = new TestClock();
  clock.set('2023-06-15T12:00:00Z');
  await open();
  history = new FragilityHistory(installation.eventStore, clock);
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('Residence', aResidence('R1'));
  await history.survey(aSurvey('R1', 2022));
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
    projections: [fragilityProjection],
    processes: [{ manager: remindersProcess, sender: reminderSender }],
    clock,
  });
}

/** Runs the background works, as a service does, until they have nothing left to do. */
async function serve(): Promise<void> {
  const working = new BackgroundWorks(installation, [projectionWorks, processWorks(timeZone)]);
  await working.begun;
  const head = (await installation.eventStore.head())!.position;
  for (let quiet = 0; quiet < 5;) {
    const [status] = await installation.processStatuses();
    quiet = status!.due === 0 && status!.position !== null && status!.position >= head ? quiet + 1 : 0;
    await wait(20);
  }
  await working.stop();
}

/** The reminders that were raised, in their order. */
async function raised(): Promise<readonly unknown[]> {
  const all = await installation.eventStore.readAll({ maxCount: 1_000 });
  return all
    .filter(({ type }) => type.endsWith('ReminderRaised'))
    .map(({ stream, data, metadata }) => [stream, data['status'], data['lastDay'], metadata.effectiveDay]);
}

const DUE = ['surveyreminder-R1', 'due', '2023-12-31', '2023-07-01'];
const LATE = ['surveyreminder-R1', 'late', '2023-12-31', '2024-01-01'];

describe('a reminder', () => {
  it('is raised when a survey becomes due, then late, once each, however often the service starts', async () => {
    await serve();
    expect(await raised()).toEqual([]);
    clock.set('2023-06-30T21:59:59Z');
    await serve();
    expect(await raised()).toEqual([]);
    // Midnight in Paris.
    clock.set('2023-06-30T22:00:00Z');
    await serve();
    await serve();
    expect(await raised()).toEqual([DUE]);
    clock.set('2024-02-01T00:00:00Z');
    await serve();
    await serve();
    expect(await raised()).toEqual([DUE, LATE]);
  });

  it('belongs to the correlation of the event that set its day, and is the system’s', async () => {
    clock.set('2023-07-01T00:00:00Z');
    await serve();
    const [survey] = await installation.eventStore.readStream('fragility-survey-R1@2022', { maxCount: 1 });
    const [event] = await installation.eventStore.readStream('surveyreminder-R1', { maxCount: 1 });
    expect(event).toMatchObject({
      type: 'SurveyReminderRaised',
      data: { residence: 'R1', status: 'due', lastDay: '2023-12-31' },
      metadata: {
        actor: 'system',
        role: 'system',
        causationId: survey!.id,
        correlationId: survey!.metadata.correlationId,
      },
    });
  });

  it('is raised for today alone where no service ran for years, or ever before', async () => {
    clock.set('2026-05-01T00:00:00Z');
    await serve();
    expect(await raised()).toEqual([LATE]);
  });

  it('is not raised for a survey that was renewed in time', async () => {
    await serve();
    await history.survey(aSurvey('R1', 2023));
    clock.set('2024-06-30T12:00:00Z');
    await serve();
    expect(await raised()).toEqual([]);
  });

  it('is not raised for a residence without a survey: only the report says that it is missing', async () => {
    await history.declare('Residence', aResidence('R2'));
    await serve();
    expect(await raised()).toEqual([]);
  });

  it('of a landlord’s list is raised while the landlord has a priority residence', async () => {
    await serve();
    await history.note(aNote('R1', '2023-06-10', { commune: 4 }));
    await serve();
    expect(await raised()).toEqual([]);
    const list = { landlord: 'L1', on: '2023-06-15', lastDay: '2026-06-14', residences: [] };
    await history.record('priority-list-L1@2023-06-15', 'PriorityListEstablished', list);
    await history.survey(aSurvey('R1', 2025));
    clock.set('2026-06-16T00:00:00Z');
    await serve();
    expect(await raised()).toEqual([['listreminder-L1', 'late', '2026-06-14', '2026-06-15']]);
    await history.note(aNote('R1', '2026-06-16', { commune: 1 }));
    const again = { ...list, on: '2020-01-01', lastDay: '2022-12-31' };
    await history.record('priority-list-L1@2020-01-01', 'PriorityListEstablished', again);
    await serve();
    expect(await raised()).toHaveLength(1);
  });

  it('falls due at midnight in the territory', async () => {
    const territory = { ...aConvention().territory, timeZone: 'Indian/Reunion' };
    await history.convene({ type: 'ConventionAdopted', data: aConvention({ territory }) });
    clock.set('2023-06-30T19:59:59Z');
    await serve();
    expect(await raised()).toEqual([]);
    clock.set('2023-06-30T20:00:00Z');
    await serve();
    expect(await raised()).toEqual([DUE]);
  });

  it('waits until an import is complete', async () => {
    clock.set('2023-07-01T00:00:00Z');
    const started = { import: newUuid(), chunks: 1, batches: 1, events: 1 };
    await history.record('imports', 'ImportStarted', started);
    const working = new BackgroundWorks(installation, [projectionWorks, processWorks(timeZone)]);
    await working.begun;
    let failure: string | null = null;
    while (failure === null) {
      await wait(10);
      failure = (await installation.processStatuses())[0]!.failure;
    }
    expect([failure, await raised()]).toEqual(['import-incomplete', []]);
    await history.record('imports', 'ImportCompleted', { import: started.import, overtaken: 0 });
    while ((await raised()).length === 0) await wait(10);
    await working.stop();
  });
});

describe('reminders that were raised', () => {
  beforeEach(async () => {
    await history.note(aNote('R1', '2023-06-10', { commune: 4 }));
    const list = { landlord: 'L1', on: '2021-01-01', lastDay: '2023-12-31', residences: [] };
    await history.record('priority-list-L1@2021-01-01', 'PriorityListEstablished', list);
    clock.set('2024-02-01T00:00:00Z');
    await serve();
    expect(await raised()).toHaveLength(2);
  });

  it('are not raised again by a rebuild, nor without the read store', async () => {
    await rebuildProjection(installation, 'fragility');
    await serve();
    await installation.close();
    rmSync(join(folder, 'read.db'));
    await open();
    await rebuildProjection(installation, 'fragility');
    await serve();
    expect(await raised()).toHaveLength(2);
  });

  it('are not raised while only projections catch up', async () => {
    clock.set('2028-01-01T00:00:00Z');
    await history.survey(aSurvey('R1', 2024));
    await installation.engine.catchUpAll();
    expect(await raised()).toHaveLength(2);
  });

  it('are in the report with the time at which they were raised, as of any instant', async () => {
    await installation.engine.catchUpAll();
    const { eventStore: events, readStore } = installation;
    const reminders = async (query: object = {}) => {
      const report = new FragilityReminders({ events, readStore, clock });
      const asked = granted(await report.report({ on: day('2024-02-01'), ...query }, INSTALLATION_ADMINISTRATOR));
      return [...asked.surveys, ...asked.lists].map(({ status, remindedAt }) => [status, remindedAt]);
    };
    const [survey] = await events.readStream('surveyreminder-R1', { maxCount: 10 });
    const [list] = await events.readStream('listreminder-L1', { maxCount: 10 });
    expect(await reminders()).toEqual([
      ['late', survey!.metadata.recordedAt],
      ['late', list!.metadata.recordedAt],
    ]);
    expect(await reminders({ asOf: '2023-12-31T00:00:00.000Z' })).toEqual([
      ['late', null],
      ['late', null],
    ]);
    expect(await reminders({ on: day('2023-12-01') })).toContainEqual(['due', null]);
  });
});
