import * as fc from 'fast-check';
import type { Position } from '#event-store';
import type { ReadModel, StoredDocument } from '#read-store';
import { takeCheckpointBack } from '#read-store/testing';
import { breakingStore } from './testing/breaking-store';
import { contents, leasePlaced } from './testing/sample';
import { Setting } from './testing/setting';

const LEASES = ['a', 'b', 'c', 'd'];
const LANDLORDS = ['L-1', 'L-2', 'L-3'];

const history = fc.array(
  fc.record({
    lease: fc.constantFrom(...LEASES),
    landlord: fc.constantFrom(...LANDLORDS),
    poison: fc.integer({ max: 9, min: 0 }).map((draw) => draw === 0),
  }),
  { minLength: 5, maxLength: 40 },
);
/** For each death: how many commits go well before it, and which of the documents of the next one are written. */
const deaths = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 4 }), kept: fc.array(fc.boolean(), { maxLength: 8 }) }),
  { maxLength: 6 },
);

type Contents = Record<string, readonly StoredDocument[]>;

async function inSetting<T>(events: readonly Step[], work: (setting: Setting) => Promise<T>): Promise<T> {
  const setting = new Setting();
  try {
    const appended = events.map(({ lease, landlord, poison }) => leasePlaced(lease, landlord, { poison }));
    await setting.eventStore.append({ stream: 'lease-all', expected: 'none', events: appended });
    return await work(setting);
  } finally {
    await setting.destroy();
  }
}

type Step = { lease: string; landlord: string; poison: boolean };

/** The ids of events are drawn anew in each setting. */
async function comparable(model: ReadModel): Promise<Contents> {
  const { parked = [], ...documents } = await contents(model);
  return { ...documents, parked: [...parked].map((one) => ({ ...one, id: '', body: {} })).sort(byPosition) };
}

function byPosition(a: StoredDocument, b: StoredDocument): number {
  return a.position < b.position ? -1 : 1;
}

function cleanRun(events: readonly Step[]): Promise<Contents> {
  return inSetting(events, async (setting) => {
    await setting.runner().catchUp();
    return comparable(await setting.model());
  });
}

describe('the same events', () => {
  it('give the same documents wherever the writing process died, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(history, deaths, fc.integer({ min: 1, max: 6 }), async (events, ends, documentsPerCommit) => {
        const survived = await inSetting(events, async (setting) => {
          for (const { after, kept } of ends) {
            let commits = 0;
            const readStore = breakingStore(setting.readStore, (documents) =>
              commits++ === after ? { keep: documents.filter((_, index) => kept[index]) } : null,
            );
            await setting.runner({ readStore, documentsPerCommit }).catchUp().catch(ignoreDeath);
          }
          await setting.runner({ documentsPerCommit }).catchUp();
          return comparable(await setting.model());
        });
        expect(survived).toEqual(await cleanRun(events));
      }),
      { numRuns: 40 },
    );
  });

  it('applied again from any earlier checkpoint change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat({ max: 39 }), async (events, back) => {
        await inSetting(events, async (setting) => {
          await setting.runner().catchUp();
          const model = await setting.model();
          const once = await contents(model);
          const all = await setting.eventStore.readAll({ maxCount: 100 });
          const position = all[Math.min(back, all.length - 1)]!.position as Position;
          await takeCheckpointBack(model, { storeId: setting.eventStore.storeId, position });
          await setting.runner().catchUp();
          expect(await contents(model)).toEqual(once);
        });
      }),
      { numRuns: 20 },
    );
  });
});

function ignoreDeath(error: Error): void {
  if (error.message !== 'the process died') throw error;
}
