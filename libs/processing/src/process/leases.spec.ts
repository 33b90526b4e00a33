import { setTimeout as wait } from 'node:timers/promises';
import type { EventStore, StreamBatch } from '#event-store';
import { LeaseKeeper } from '../lease-keeper';
import { inProcessLeases } from '../leases/in-process';
import type { Leases } from '../leases';
import { ManualTime, settle, type ProcessTimers } from '../testing/manual-time';
import { AFTERWARDS, STORY } from '../testing/process-contract';
import { ProcessSetting, temporaryStores } from '../testing/process-setting';
import { ProcessRunner } from './process-runner';

const LEASE_MS = 15_000;
const NAME = 'process:sample';

let time: ManualTime;
let leases: Leases;
let setting: ProcessSetting;
let keepers: LeaseKeeper[];
beforeEach(async () => {
  time = new ManualTime();
  leases = inProcessLeases(time);
  setting = await ProcessSetting.open(temporaryStores(time), { clock: time });
  keepers = [];
});
afterEach(async () => {
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  await setting.destroy();
});

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (const limit = performance.now() + 10_000; !(await condition()); await wait(2))
    if (performance.now() > limit) throw new Error('still waiting');
}

/** Starts a worker, with its own timers, its own name as a holder, and its own view of the store. */
function worker(holder: string, eventStore: EventStore = setting.stores.eventStore): ProcessTimers {
  const timers = time.timers();
  const keeper = new LeaseKeeper({ leases, holder, clock: time, timers, durationMs: LEASE_MS });
  keepers.push(keeper);
  const { clock, manager } = setting;
  const runner = new ProcessRunner({ manager, eventStore, readStore: setting.readStore, clock, timers, alone: false });
  const surroundings = { sender: setting.sender(eventStore), timeZone: async () => setting.timeZone };
  void keeper.whileLeased(NAME, (held) => runner.run(held, surroundings)).catch(() => undefined);
  return timers;
}

/** The store of a process that stops at its first effect, before or after it has read the stream, until the test lets it go on. */
function standingStill(at: 'reading' | 'appending') {
  const store = setting.stores.eventStore;
  let goOn: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const state = { isWaiting: false };
  const outcomes: (boolean | string)[] = [];
  const pass = async (): Promise<void> => {
    state.isWaiting = true;
    await gate;
  };
  const stopped = Object.create(store, {
    readStream: {
      value: async (...args: Parameters<EventStore['readStream']>) => {
        if (at === 'reading') await pass();
        return store.readStream(...args);
      },
    },
    append: {
      value: async (batch: StreamBatch) => {
        if (at === 'appending') await pass();
        try {
          const appended = await store.append(batch);
          outcomes.push(appended.repeated);
          return appended;
        } catch (error) {
          outcomes.push((error as { code: string }).code);
          throw error;
        }
      },
    },
  }) as EventStore;
  return { store: stopped, state, goOn, outcomes };
}

describe('two workers', () => {
  it('leave the work to one of them, and to the other when it dies', async () => {
    const first = worker('a');
    await settle();
    worker('b');
    await setting.record(...STORY.slice(0, 4));
    await until(async () => (await setting.effects()).length === 1);
    first.freeze();
    await setting.record(...STORY.slice(4));
    await time.advance(2 * LEASE_MS);
    await until(async () => (await setting.effects()).length === AFTERWARDS.length);
  });

  it.each(['reading', 'appending'] as const)(
    'do each effect once when the first loses its lease while %s, and wakes after the other has done all',
    async (at) => {
      const still = standingStill(at);
      await setting.record(...STORY);
      const first = worker('a', still.store);
      await until(() => still.state.isWaiting);
      first.freeze();
      worker('b');
      await time.advance(2 * LEASE_MS);
      await until(async () => (await setting.effects()).length === AFTERWARDS.length);
      await setting.quiet();
      still.goOn();
      first.thaw();
      await time.advance(LEASE_MS);
      await settle();
      expect(await setting.effects()).toHaveLength(AFTERWARDS.length);
      // Its one late append repeats what is there, or nothing is left to append.
      expect(still.outcomes).toEqual(at === 'appending' ? [true] : []);
    },
  );

  it('ask before each effect whether they still have the lease: they may have been paused', async () => {
    await setting.record(...STORY);
    let isHeld = true;
    setting.obstacles.set('B', () => {
      isHeld = false;
      return undefined;
    });
    const { end } = setting.run({ held: { isHeld: () => isHeld } });
    await until(async () => (await setting.effects()).length === 1);
    await wait(50);
    await end();
    expect(await setting.effects()).toHaveLength(1);
    await setting.runUntilQuiet();
    expect(await setting.effects()).toHaveLength(AFTERWARDS.length);
  });
});
