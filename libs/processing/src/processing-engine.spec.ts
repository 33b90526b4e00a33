import { exampleEvent } from '#event-store/testing';
import { instantOf, type Clock } from '#kernel';
import type { Position } from '#event-store';
import { ProcessingEngine } from './processing-engine';
import type { Projection } from './projection';
import { leasePlaced, SAMPLE } from './testing/sample';
import { Setting } from './testing/setting';

/** A projection without documents, which reads events of another type. */
const OTHER: Projection = {
  model: { name: 'other', version: 3, collections: [] },
  types: ['ExampleRecorded'],
  start: () => ({ apply: async () => undefined }),
};

let setting: Setting;
let engine: ProcessingEngine;
let now = 0;
const clock: Clock = { now: () => instantOf(now) };
beforeEach(() => {
  setting = new Setting();
  now = 0;
  const { eventStore, readStore } = setting;
  engine = new ProcessingEngine({ eventStore, readStore, projections: [SAMPLE, OTHER], clock });
});
afterEach(async () => {
  await engine.stop();
  await setting.destroy();
});

describe('the engine', () => {
  it('gives the status of each projection, before and after it catches up', async () => {
    const none = {
      position: null,
      head: null,
      lagEvents: 0,
      lagSeconds: 0,
      parked: 0,
      rebuilding: false,
      failure: null,
    };
    expect(await engine.statusAll()).toMatchObject([
      { ...none, name: 'sample', version: 1 },
      { ...none, name: 'other', version: 3 },
    ]);
    const positions = await setting.append(leasePlaced('a', 'L-1'), exampleEvent(), leasePlaced('b', 'L-1'));
    const [first] = await setting.eventStore.readAll({ maxCount: 1 });
    now = Date.parse(first!.metadata.recordedAt) + 90_500;
    const head = positions[2]!;
    expect(await engine.statusAll()).toMatchObject([
      { position: null, head, lagEvents: 2, lagSeconds: 90 },
      { position: null, head, lagEvents: 1 },
    ]);
    await engine.catchUpAll();
    const done = { position: head, head, lagEvents: 0, lagSeconds: 0 };
    expect(await engine.statusAll()).toMatchObject([done, done]);
  });

  it('follows the store with every projection, and waits for all', async () => {
    await engine.startLive();
    const positions = await setting.append(leasePlaced('a', 'L-1'), exampleEvent());
    await engine.waitForAll(positions[1]!);
    expect(await setting.leasesOf('L-1')).toBe(1);
    expect((await engine.statusAll()).map(({ position }) => position)).toEqual([positions[1], positions[1]]);
  });

  it('rebuilds one by its name', async () => {
    await engine.catchUpAll();
    await engine.rebuild('other');
    expect((await engine.statusAll()).map(({ generation }) => generation)).toEqual(['a', 'b']);
    await expect(engine.rebuild('nothing')).rejects.toMatchObject({ code: 'unknown-projection' });
  });

  it('gives the status of projections beside the process that runs them', async () => {
    const [position] = await setting.append(leasePlaced('a', 'L-1'));
    const readStore = setting.documents.openReader();
    const reader = new ProcessingEngine({ eventStore: setting.eventStore, readStore, projections: [SAMPLE], clock });
    expect(await reader.statusAll()).toMatchObject([{ position: null, lagEvents: 1 }]);
    await engine.catchUpAll();
    expect(await reader.statusAll()).toMatchObject([{ position, lagEvents: 0 }]);
    await expect(reader.catchUpAll()).rejects.toMatchObject({ code: 'read-only' });
    await reader.stop();
    await readStore.close();
  });

  it('refuses two projections of the same name, and a collection with the name of the parked events', () => {
    const { eventStore, readStore } = setting;
    const make = (projections: Projection[]) => new ProcessingEngine({ eventStore, readStore, projections, clock });
    expect(() => make([SAMPLE, { ...OTHER, model: { ...SAMPLE.model } }])).toThrow('same name');
    const parked = { name: 'parked', columns: {}, indexes: [] };
    expect(() => make([{ ...OTHER, model: { ...OTHER.model, collections: [parked] } }])).toThrow('parked');
  });

  it('counts the events of all types after a position', async () => {
    const positions = await setting.append(leasePlaced('a', 'L-1'), exampleEvent(), exampleEvent());
    const { eventStore } = setting;
    expect(await eventStore.countAfter('' as Position)).toBe(3);
    expect(await eventStore.countAfter(positions[0]!, ['LeasePlaced'])).toBe(0);
    expect(await eventStore.countAfter(positions[1]!)).toBe(1);
  });
});
