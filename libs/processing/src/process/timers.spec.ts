import { setTimeout as wait } from 'node:timers/promises';
import type { EventsHandler, EventStore, SubscribeOptions } from '#event-store';
import { instantOf, type Clock, type Instant } from '#kernel';
import { ManualTime } from '../testing/manual-time';
import { ProcessSetting, temporaryStores } from '../testing/process-setting';
import { candidateEvent } from '../testing/sample-process';

const HOUR = 3_600_000;
const offer = (lastDay: string, candidate = 'A', more = {}) =>
  candidateEvent('OfferMade', { candidate, lastDay, ...more });
const answered = (candidate = 'A') => candidateEvent('OfferAnswered', { candidate });

let setting: ProcessSetting;
afterEach(() => setting.destroy());

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const limit = performance.now() + 10_000; !(await condition()); await wait(2))
    if (performance.now() > limit) throw new Error('still waiting');
}

const lapsed = async (): Promise<number> => (await setting.effects()).length;

describe('a timer', () => {
  let time: ManualTime;
  beforeEach(async () => {
    time = new ManualTime();
    setting = await ProcessSetting.open(temporaryStores(), { clock: time });
  });

  const advanceTo = (instant: string): Promise<void> => time.advance(Date.parse(instant) - Date.parse(time.now()));
  /** Waits until the process has read what was recorded, and sleeps until its timer. */
  const asleep = async (timers: number): Promise<void> => {
    await until(async () => {
      const status = await setting.watcher().status();
      return status.timers === timers && status.lagEvents === 0;
    });
    await time.advance(0);
  };

  it.each([
    ['Europe/Paris', '2026-01-04', '2026-01-04T23:00:00.000Z'],
    ['Indian/Reunion', '2026-01-04', '2026-01-04T20:00:00.000Z'],
    ['America/Cayenne', '2026-01-04', '2026-01-05T03:00:00.000Z'],
  ])('of a day wakes at its first instant in %s', async (zone, lastDay, instant) => {
    setting.timeZone = zone;
    setting.run({ timers: time.timers() });
    await setting.record(offer(lastDay));
    await asleep(1);
    await advanceTo(instantOf(Date.parse(instant) - 1));
    await asleep(1);
    expect(await lapsed()).toBe(0);
    await time.advance(1);
    await until(async () => (await lapsed()) === 1);
    expect(await setting.effects()).toMatchObject([{ type: 'OfferLapsed', effectiveDay: lastDay }]);
    expect(setting.sent.map(({ at }) => at)).toEqual([instant]);
  });

  it.each([
    ['a day of 23 hours', '2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['the day after it', '2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['a day of 25 hours', '2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['the day after it', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ])('of %s wakes as it begins', async (_what, lastDay, instant) => {
    await advanceTo(instantOf(Date.parse(instant) - 1));
    setting.run({ timers: time.timers() });
    await setting.record(offer(lastDay));
    await asleep(1);
    expect(await lapsed()).toBe(0);
    await time.advance(1);
    await until(async () => (await lapsed()) === 1);
  });

  it('follows the zone that the territory has when the day comes', async () => {
    setting.run({ timers: time.timers() });
    await setting.record(offer('2026-01-01'));
    await asleep(1);
    setting.timeZone = 'Pacific/Noumea';
    await advanceTo('2026-01-01T13:00:00.000Z');
    await until(async () => (await lapsed()) === 1);
  });

  it('that is cancelled or answered does not act; one set again acts at its new moment alone', async () => {
    setting.run({ timers: time.timers() });
    await setting.record(offer('2026-01-01', 'A'), answered('A'), offer('2026-01-01', 'B'), offer('2026-01-03', 'B'));
    await asleep(1);
    await advanceTo('2026-01-03T22:59:59.999Z');
    await asleep(1);
    expect(setting.sent).toEqual([]);
    await time.advance(1);
    await until(async () => (await lapsed()) === 1);
    await time.advance(72 * HOUR);
    expect(setting.sent).toHaveLength(1);
  });

  it('whose moment passed while nobody ran acts at once, unless it was cancelled meanwhile', async () => {
    const first = setting.run({ timers: time.timers() });
    await setting.record(offer('2026-01-01', 'A'), offer('2026-01-01', 'B'));
    await asleep(2);
    await first.end();
    await time.advance(240 * HOUR);
    await setting.record(answered('A'));
    setting.run({ timers: time.timers() });
    await until(async () => (await lapsed()) === 1);
    expect(setting.sent.map(({ data }) => data['candidate'])).toEqual(['B']);
  });

  it('does not act before what was recorded by then is read: it may be cancelled', async () => {
    const { eventStore } = setting.stores;
    let read: () => void = () => undefined;
    const mayRead = new Promise<void>((resolve) => (read = resolve));
    const slow = Object.create(eventStore, {
      subscribe: {
        value: (options: SubscribeOptions, handler: EventsHandler) =>
          eventStore.subscribe(options, async (events) => {
            await mayRead;
            await handler(events);
          }),
      },
    }) as EventStore;
    await setting.record(offer('2026-01-01', 'A'), offer('2026-01-01', 'B'));
    setting.run({ timers: time.timers(), eventStore: slow });
    await asleep(2);
    await setting.record(answered('A'));
    await advanceTo('2026-01-01T23:30:00.000Z');
    expect(setting.sent).toEqual([]);
    read();
    await until(async () => {
      await time.advance(1_000);
      return (await lapsed()) === 1;
    });
    expect(setting.sent.map(({ data }) => data['candidate'])).toEqual(['B']);
  });

  it('that acted acts again only where it is set again', async () => {
    setting.run({ timers: time.timers() });
    await setting.record(offer('2025-12-01'));
    await until(async () => (await lapsed()) === 1);
    await setting.record(offer('2025-12-01', 'A', { corrected: true }));
    await until(async () => (await lapsed()) === 2);
  });

  it('far away is waited for one hour at a time, since runtimes limit the length of a timeout', async () => {
    const asked: number[] = [];
    const timers = time.timers();
    setting.run({
      timers: {
        after: (milliseconds, run) => {
          asked.push(milliseconds);
          return timers.after(milliseconds, run);
        },
      },
    });
    await setting.record(offer('2026-02-28'));
    await asleep(1);
    await time.advance(3 * HOUR);
    expect(Math.max(...asked)).toBe(HOUR);
    const died = timers;
    died.freeze();
    await advanceTo('2026-02-28T23:30:00.000Z');
    // Like a machine that slept through the moment of the timer.
    died.thaw();
    await time.advance(0);
    await until(async () => (await lapsed()) === 1);
  });
});

describe('a clock that is set back', () => {
  const clock = {
    time: Date.parse('2026-05-01T12:00:00Z'),
    now: (): Instant => instantOf(clock.time),
  } satisfies Clock & {
    time: number;
  };

  it('repeats nothing, in the same process, in the next, or without the read store', async () => {
    setting = await ProcessSetting.open(temporaryStores(), { clock });
    await setting.record(offer('2026-04-29'));
    await setting.runUntilQuiet();
    expect(await lapsed()).toBe(1);
    clock.time = Date.parse('2026-04-01T12:00:00Z');
    await setting.runUntilQuiet();
    await setting.loseReadStore();
    await setting.runUntilQuiet();
    clock.time = Date.parse('2026-05-02T12:00:00Z');
    await setting.runUntilQuiet();
    expect(await lapsed()).toBe(1);
  });
});
