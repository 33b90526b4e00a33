import type { Uuid } from '#kernel';
import {
  breachBetween,
  HISTORY_START,
  isHistoryStore,
  pointAfter,
  type ChainedEvent,
  type HistoryStore,
} from '../history';
import type { EventStore } from '../port';
import type { Bench } from './bench';
import { exampleEvent, exampleEvents } from './examples';
import { temporaryEventStore, type TemporaryEventStore } from './temporary';

/** The tests of stores whose history can be moved. Histories are moved from an embedded store and to it. */
export function historyContract(bench: Bench): void {
  describe('history, where the store can move it', () => {
    let other: TemporaryEventStore;
    beforeEach(() => (other = temporaryEventStore({ clock: bench.clock })));
    afterEach(() => other.destroy());
    const here = (): HistoryStore => historyOf(bench.store());
    const there = (): HistoryStore => historyOf(other.store);

    const whereMoving = async (test: () => Promise<void>): Promise<void> => {
      if (isHistoryStore(bench.store())) await test();
    };

    it('is read page by page as a chain with ordinals', () =>
      whereMoving(async () => {
        expect(await here().historyHead()).toEqual(HISTORY_START);
        expect(await here().readHistory(HISTORY_START, 10)).toEqual([]);
        await recordVaried(bench.store(), bench);
        const history = await everything(here());
        expect(history.map(({ ordinal }) => ordinal)).toEqual(history.map((_, index) => index + 1));
        expectChained(history);
        const { ordinal, position, digest, recordedAt } = history[history.length - 1]!;
        expect(await here().historyHead()).toEqual({ ordinal, position, digest, recordedAt });
        const read = await bench.store().readAll({ maxCount: 1_000 });
        expect(history.map(({ id, stream, revision, position }) => ({ id, stream, revision, position }))).toEqual(
          read.map(({ id, stream, revision, position }) => ({ id, stream, revision, position })),
        );
        expect(history.map(({ recordedAt }) => recordedAt)).toEqual(read.map(({ metadata }) => metadata.recordedAt));
        expect(await here().readHistory(history[2]!, 2)).toEqual(history.slice(3, 5));
        expect(await here().readHistory(history[history.length - 1]!, 2)).toEqual([]);
      }));

    it('keeps its texts, its digests and its times after a move', () =>
      whereMoving(async () => {
        for (const [from, to] of [
          [there(), here()],
          [here(), there()],
        ] as const) {
          if ((await from.historyHead()).ordinal === 0) await recordVaried(from, bench);
          const history = await everything(from);
          bench.clock.time += 86_400_000;
          await to.receive(history);
          await to.endReceiving();
          expect((await everything(to)).map(withoutPosition)).toEqual(history.map(withoutPosition));
          const moved = await to.readAll({ maxCount: 1_000 });
          expect(moved.map(withoutPosition)).toEqual((await from.readAll({ maxCount: 1_000 })).map(withoutPosition));
          for (const { recordedAt } of history) {
            const then = await to.headAt(recordedAt);
            expect(then?.recordedAt).toBe(recordedAt);
            const known = history.filter((event) => event.recordedAt <= recordedAt).length;
            expect(moved.filter(({ position }) => position <= then!.position)).toHaveLength(known);
          }
        }
      }));

    it('is stored once even when it is sent several times, and continues where it stopped', () =>
      whereMoving(async () => {
        await recordVaried(other.store, bench);
        const history = await everything(there());
        await here().receive(history.slice(0, 4));
        expect((await here().receive(history.slice(0, 3))).ordinal).toBe(4);
        const head = await here().receive(history.slice(2));
        expect(head).toMatchObject({ ordinal: history.length, digest: history[history.length - 1]!.digest });
        expect(await here().historyHead()).toEqual(head);
        expect(await everything(here())).toHaveLength(history.length);
      }));

    it('refuses events that do not continue it, and writes none of them', () =>
      whereMoving(async () => {
        await recordVaried(other.store, bench);
        const history = await everything(there());
        await here().receive(history.slice(0, 5));
        const [next, afterNext] = history.slice(5);
        const refusals: [string, ChainedEvent][] = [
          ['history-broken', afterNext!],
          ['history-broken', { ...next!, data: '{"altered":true}' }],
          ['history-broken', { ...next!, digest: history[0]!.digest }],
          ['history-differs', { ...history[4]!, digest: history[0]!.digest }],
        ];
        for (const [code, event] of refusals) {
          await expect(here().receive([event])).rejects.toMatchObject({ code });
          await expect(here().receive([history[4]!, event])).rejects.toMatchObject({ code });
        }
        expect(await here().historyHead()).toMatchObject({ ordinal: 5, digest: history[4]!.digest });
        expect((await here().receive(history)).ordinal).toBe(history.length);
      }));

    it('refuses appends until the whole history has arrived, and accepts them afterwards', () =>
      whereMoving(async () => {
        await recordVaried(other.store, bench);
        const history = await everything(there());
        expect(await here().isReceiving()).toBe(false);
        await here().receive(history.slice(0, 4));
        const store = (await bench.underTest().reopen?.()) ?? bench.store();
        const received = historyOf(store);
        const batch = { stream: 'new', expected: 'any', events: [exampleEvent()] } as const;
        expect(await received.isReceiving()).toBe(true);
        await expect(store.append(batch)).rejects.toMatchObject({ code: 'history-incomplete' });
        await received.receive(history.slice(4));
        await received.endReceiving();
        expect(await received.isReceiving()).toBe(false);
        await store.append(batch);
        await store.append({ stream: 'dossier', expected: 1, events: [exampleEvent()] });
        const whole = await everything(received);
        expect(whole.slice(0, history.length).map(withoutPosition)).toEqual(history.map(withoutPosition));
        expect(whole).toHaveLength(history.length + 2);
        expectChained(whole);
      }));
  });
}

/** @throws where the store is no HistoryStore */
export function historyOf(store: EventStore): HistoryStore {
  if (!isHistoryStore(store)) throw new Error('this store cannot move its history');
  return store;
}

/** Records events of all kinds: alternating streams, sealed facts, empty and odd data, equal and different times. */
async function recordVaried(store: EventStore, { clock }: Bench): Promise<void> {
  const people = { household: '0190c1a2-0000-7000-8000-000000000001' as Uuid, box: 'c2VhbGVk+/==' };
  const odd = { 10: 'ten', 2: 'two', text: 'é "quoted" \u2028 \ud800 \n', tiny: 5e-324, big: 1e21, nothing: null };
  await store.append({ stream: 'dossier', expected: 'none', events: exampleEvents(2) });
  await store.append({ stream: 'ménage', expected: 'none', events: [exampleEvent({ people }), exampleEvent()] });
  clock.time += 1_500;
  await store.append({ stream: 'odd', expected: 'any', events: [exampleEvent({ data: odd, schemaVersion: 7 })] });
  await store.append({ stream: 'ménage', expected: 1, events: exampleEvents(2, { data: {}, people }) });
  clock.time -= 60_000;
  const { effectiveDay: _day, ...metadata } = { ...exampleEvent().metadata, rowDigest: 'digest' };
  await store.append({ stream: 'odd', expected: 0, events: exampleEvents(3, { metadata }) });
}

async function everything(store: HistoryStore): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for (let page = await store.readHistory(HISTORY_START, 4); page.length > 0;) {
    events.push(...page);
    page = await store.readHistory(events.reduce(pointAfter, HISTORY_START), 4);
  }
  return events;
}

function expectChained(history: readonly ChainedEvent[]): void {
  let point = HISTORY_START;
  for (const event of history) {
    expect([event.ordinal, breachBetween(point, event)]).toEqual([event.ordinal, undefined]);
    point = pointAfter(point, event);
  }
}

function withoutPosition<Event extends { readonly position: string }>({ position: _position, ...event }: Event) {
  return event;
}
