import type { Position } from '#event-store';
import { exampleEvent } from '#event-store/testing';
import { CodedError } from '#kernel';
import { takeCheckpointBack } from '#read-store/testing';
import type { ProjectionRun } from './projection';
import { breakingStore } from './testing/breaking-store';
import { leasePlaced, SAMPLE } from './testing/sample';
import { Setting } from './testing/setting';

let setting: Setting;
beforeEach(() => {
  setting = new Setting();
});
afterEach(() => setting.destroy());

describe('catching up', () => {
  it('applies what is new and moves the checkpoint over events of other types', async () => {
    const runner = setting.runner();
    await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-1'), leasePlaced('a', 'L-2'));
    const [last] = await setting.append(exampleEvent());
    await runner.catchUp();
    expect([await setting.leasesOf('L-1'), await setting.leasesOf('L-2')]).toEqual([1, 1]);
    const { storeId } = setting.eventStore;
    expect(await (await setting.model()).checkpoint()).toEqual({ storeId, position: last });
    await setting.append(leasePlaced('c', 'L-2'));
    await runner.catchUp();
    expect(await setting.leasesOf('L-2')).toBe(2);
  });

  it('reads more than a page', async () => {
    const events = Array.from({ length: 2_500 }, (_, index) => leasePlaced(`${index}`, `L-${index % 2}`));
    await setting.eventStore.append({ stream: 'lease-many', expected: 'none', events });
    await setting.runner({ documentsPerCommit: 300 }).catchUp();
    expect(await setting.leasesOf('L-1')).toBe(1_250);
  });

  it('goes on from the checkpoint in another process', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    await setting.runner().catchUp();
    await setting.append(leasePlaced('b', 'L-1'));
    await setting.runner().catchUp();
    expect(await setting.leasesOf('L-1')).toBe(2);
  });

  it.each([
    ['of another store', { storeId: 'another store', position: '' as Position }],
    ['beyond the head', { storeId: '', position: '9999999999999999' as Position }],
  ])('discards documents whose checkpoint is %s', async (_, { storeId, position }) => {
    const [first] = await setting.append(leasePlaced('a', 'L-1'));
    await setting.runner().catchUp();
    const stray = { collection: 'counter', id: 'L-9', position: first!, body: { leases: 5 } };
    const checkpoint = { storeId: storeId || setting.eventStore.storeId, position: position || first! };
    await (await setting.model()).commit([stray], checkpoint);
    await setting.runner().catchUp();
    expect([await setting.leasesOf('L-9'), await setting.leasesOf('L-1')]).toEqual([0, 1]);
    expect((await (await setting.model()).checkpoint())?.position).toBe(first);
  });
});

describe('what readers are shown', () => {
  it('holds every event of its types, even where another runner moves it, and where its checkpoint is behind', async () => {
    const [moving, looking] = [setting.runner(), setting.runner()];
    const [first] = await setting.append(leasePlaced('a', 'L-1'));
    expect(await looking.shows(first!)).toBe(false);
    await moving.catchUp();
    const [other] = await setting.append(exampleEvent());
    expect([await looking.shows(first!), await looking.shows(other!)]).toEqual([true, true]);
    const [later] = await setting.append(leasePlaced('b', 'L-1'));
    expect([await looking.shows(other!), await looking.shows(later!)]).toEqual([true, false]);
  });
});

describe('an event that cannot be applied', () => {
  it('is parked without its data and leaves no document; the rest goes on', async () => {
    const poison = leasePlaced('a', 'L-9', { poison: true });
    const [, position] = await setting.append(leasePlaced('a', 'L-1'), poison, leasePlaced('b', 'L-1'));
    const runner = setting.runner();
    await runner.catchUp();
    expect([await setting.leasesOf('L-1'), await setting.leasesOf('L-9')]).toEqual([2, 0]);
    expect(await runner.parked()).toEqual([
      {
        position,
        event: poison.id,
        type: 'LeasePlaced',
        stream: 'lease-2',
        code: 'poison',
        message: 'this event cannot be applied',
      },
    ]);
    expect(await runner.status()).toMatchObject({ parked: 1, lagEvents: 0 });
  });

  it('is parked once, however often it comes', async () => {
    await setting.append(leasePlaced('a', 'L-9', { poison: true }));
    await setting.runner().catchUp();
    const model = await setting.model();
    await takeCheckpointBack(model, { storeId: setting.eventStore.storeId, position: '0000000000000000' as Position });
    await setting.runner().catchUp();
    expect((await setting.runner().status()).parked).toBe(1);
  });

  it('leaves nothing in the caches of the run', async () => {
    const seen: string[][] = [];
    const start = (): ProjectionRun => {
      const cache: string[] = [];
      seen.push(cache);
      return {
        apply: async ({ data }) => {
          cache.push(data['lease'] as string);
          if (data['poison']) throw new CodedError('poison', 'this event cannot be applied');
        },
      };
    };
    await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-1', { poison: true }), leasePlaced('c', 'L-1'));
    await setting.runner({ projection: { ...SAMPLE, start } }).catchUp();
    expect(seen).toEqual([['a', 'b'], ['c']]);
  });

  it('shows only the kind of an error whose message may quote what it read', async () => {
    const apply = async (): Promise<void> => void JSON.parse('Dupont');
    await setting.append(leasePlaced('a', 'L-1'));
    const runner = setting.runner({ projection: { ...SAMPLE, start: () => ({ apply }) } });
    await runner.catchUp();
    expect(await runner.parked()).toMatchObject([{ code: 'unexpected', message: 'SyntaxError' }]);
  });

  it('is not one whose documents the store fails to read: that one is tried again', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    let broken = true;
    const readStore = breakingStore(
      setting.readStore,
      () => null,
      () => broken,
    );
    const runner = setting.runner({ readStore });
    await expect(runner.catchUp()).rejects.toThrow('the store does not answer');
    broken = false;
    await runner.catchUp();
    expect([(await runner.status()).parked, await setting.leasesOf('L-1')]).toEqual([0, 1]);
  });

  it('is not one whose documents the store fails to write: that one is tried again', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    let broken = true;
    const readStore = breakingStore(setting.readStore, () => (broken ? { keep: [] } : null));
    const runner = setting.runner({ readStore });
    await expect(runner.catchUp()).rejects.toThrow('the process died');
    expect(await runner.status()).toMatchObject({ parked: 0, failure: 'unexpected', lagEvents: 1 });
    broken = false;
    await runner.catchUp();
    expect(await runner.status()).toMatchObject({ parked: 0, failure: null, lagEvents: 0 });
  });
});

describe('following the store', () => {
  it('applies what is appended, and answers those who wait for it', async () => {
    const runner = setting.runner();
    await setting.append(leasePlaced('a', 'L-1'));
    await runner.startLive();
    expect(await setting.leasesOf('L-1')).toBe(1);
    for (const lease of ['b', 'c', 'd']) {
      const [position] = await setting.append(leasePlaced(lease, 'L-1'));
      await runner.waitFor(position!);
      expect(await setting.leasesOf('L-1')).toBe('abcd'.indexOf(lease) + 1);
    }
  });

  it('answers those who wait for an event of another type', async () => {
    const runner = setting.runner();
    await runner.startLive();
    const [other] = await setting.append(exampleEvent());
    await runner.waitFor(other!);
    const positions = await setting.append(leasePlaced('a', 'L-1'), exampleEvent());
    await runner.waitFor(positions[1]!);
    expect(await setting.leasesOf('L-1')).toBe(1);
  });

  it('applies nothing twice where it caught up ahead of the subscription', async () => {
    const applied: string[] = [];
    const start = (): ProjectionRun => ({ apply: async ({ position }) => void applied.push(position) });
    const runner = setting.runner({ projection: { ...SAMPLE, start } });
    await runner.startLive();
    const events = Array.from({ length: 1_200 }, (_, index) => leasePlaced(`${index}`, 'L-1'));
    const { position } = await setting.eventStore.append({ stream: 'lease-many', expected: 'none', events });
    await Promise.all([runner.waitFor(position), runner.catchUp()]);
    const [last] = await setting.append(leasePlaced('last', 'L-1'));
    await runner.waitFor(last!);
    expect(applied).toHaveLength(1_201);
    expect([...applied].sort()).toEqual(applied);
  });

  it('catches up for a caller that waits while it does not follow', async () => {
    const [position] = await setting.append(leasePlaced('a', 'L-1'));
    await setting.runner().waitFor(position!);
    expect(await setting.leasesOf('L-1')).toBe(1);
  });

  it('starts again from the checkpoint after the store broke', async () => {
    let breakdowns = 0;
    const readStore = breakingStore(setting.readStore, (documents) =>
      documents.length > 0 && breakdowns++ === 0 ? { keep: documents.slice(0, 1) } : null,
    );
    const runner = setting.runner({ readStore });
    await runner.startLive();
    const positions = await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-1'));
    await runner.waitFor(positions[1]!);
    expect(breakdowns).toBeGreaterThan(1);
    expect(await setting.leasesOf('L-1')).toBe(2);
  });

  it('gives an error to those who wait when its lease ends, and to those who ask before it has ended', async () => {
    const runner = setting.runner();
    const ending = new AbortController();
    const ended = await new Promise<{ following: Promise<void> }>((resolve) => {
      const following = runner.followUntil(ending.signal, () => resolve({ following }));
    });
    const waits = [runner.waitFor('9999999999999999' as Position)];
    ending.abort();
    waits.push(runner.waitFor('9999999999999999' as Position));
    for (const waiting of waits) await expect(waiting).rejects.toMatchObject({ code: 'projection-stopped' });
    await ended.following;
    const [position] = await setting.append(leasePlaced('a', 'L-1'));
    await runner.waitFor(position!);
    expect(await setting.leasesOf('L-1')).toBe(1);
  });

  it('gives an error to those who wait when it stops', async () => {
    const runner = setting.runner();
    await runner.startLive();
    const waiting = expect(runner.waitFor('9999999999999999' as Position)).rejects.toMatchObject({
      code: 'projection-stopped',
    });
    await runner.stop();
    await waiting;
    await expect(runner.catchUp()).rejects.toMatchObject({ code: 'projection-stopped' });
  });
});
