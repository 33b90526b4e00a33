import * as fc from 'fast-check';
import { NO_UPCASTERS, openEventStoreDb } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { RecordingBench, type OpenStore } from '#vacancy/testing';
import { WireServer } from '../wire/eventstoredb/server';
import { vacancyCommands, type Recorded } from './vacancy-commands';
import { VacancyModel } from './vacancy-model';

const LONG = Boolean(process.env['MIXITE_LONG_TESTS']);
const BEGIN = Date.parse('2026-03-02T09:00:00Z');
const timeouts = { callTimeout: 1_000, firstDelay: 5, longestDelay: 50, giveUpAfter: 5_000 };

const STORES: Readonly<Record<string, OpenStore>> = {
  SQLite: async (clock) => {
    const { store, destroy } = temporaryEventStore({ clock });
    return { store, close: destroy };
  },
  EventStoreDB: async (clock) => {
    const server = await WireServer.start();
    const store = await openEventStoreDb({ url: server.url, clock, timeouts, upcasters: NO_UPCASTERS });
    return {
      store,
      close: async () => {
        await store.close();
        await server.stop();
      },
    };
  },
};

/** What the sequences must have come by, so that they do not compare refusals alone. */
const COMMON = [
  ...['oriented', 'returned', 'designated', 'decided', 'offered', 'accepted', 'let', 'closed'].map(
    (one) => `vacancy ${one}`,
  ),
  ...['notAllocated', 'inadmissible', 'lapsed', 'declined', 'signed', 'withdrawn'].map((one) => `candidate ${one}`),
  ...['not-in-this-status', 'candidate-already-designated', 'three-applications-needed', 'decision-incomplete'],
  ...[
    'not-the-first-rank',
    'condition-not-lifted',
    'deadline-under-ten-days',
    'answer-after-deadline',
    'turn-not-returned',
  ],
];

describe.each(Object.entries(STORES))('a vacancy under random verbs, on %s', (name, open) => {
  const bench = new RecordingBench(open);
  beforeAll(async () => {
    await bench.openVault();
    await bench.open();
  });
  afterAll(async () => {
    await bench.closeStore();
    await bench.closeVault();
  });

  it('has the statuses, the admitted verbs and the refusals of a simple model', async () => {
    const seen = new Set<string>();
    let vacancies = 0;
    const setup = async (): Promise<{ readonly model: VacancyModel; readonly real: Recorded }> => {
      // Each vacancy begins after the days of those before: the history only goes forward.
      const begin = new Date(BEGIN + (vacancies += 1) * 1_000 * 86_400_000).toISOString();
      bench.clock.set(begin);
      const real = { bench, vacancy: await bench.declared(), candidates: [], households: [bench.aHousehold()], seen };
      return { model: new VacancyModel(begin.slice(0, 10)), real };
    };
    const runs = { SQLite: LONG ? 1_000 : 90, EventStoreDB: LONG ? 200 : 8 }[name]!;
    const property = fc.asyncProperty(vacancyCommands(LONG ? 120 : 70), async (commands) => {
      let made: Promise<{ readonly model: VacancyModel; readonly real: Recorded }> | undefined;
      await fc.asyncModelRun(() => (made ??= setup()), commands);
    });
    await fc.assert(property, { numRuns: runs });
    if (name === 'SQLite') expect(COMMON.filter((one) => !seen.has(one))).toEqual([]);
  });
});
