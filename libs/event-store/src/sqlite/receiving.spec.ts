import Database from 'better-sqlite3';
import { systemClock, type Instant } from '#kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chainDigest,
  HISTORY_START,
  pointAfter,
  type ChainedEvent,
  type ChainPoint,
  type HistoryStore,
} from '../history';
import { exampleEvents, historyOf, temporaryEventStore, type TemporaryEventStore } from '../testing';
import { NO_UPCASTERS } from '../upcasters';
import { openSqliteEventStore } from './store';
import { verifySqliteChain } from './verify/verify';

describe('a SQLite store that receives a history', () => {
  let source: TemporaryEventStore;
  let target: TemporaryEventStore;
  beforeEach(async () => {
    source = temporaryEventStore();
    target = temporaryEventStore();
    await source.store.append({ stream: 'a', expected: 'none', events: exampleEvents(600) });
    await source.store.append({ stream: 'b', expected: 'none', events: exampleEvents(600) });
  });
  afterEach(async () => {
    await source.destroy();
    await target.destroy();
  });
  const received = (): HistoryStore => historyOf(target.store);
  const all = () => historyOf(source.store).readHistory(HISTORY_START, 2_000);

  it('finds received events by stream and by type, in whole stretches and after them', async () => {
    const history = await all();
    await received().receive(history.slice(0, 700));
    await received().receive(history.slice(700));
    await received().endReceiving();
    for (const stream of ['a', 'b'])
      expect(await target.store.readStream(stream, { maxCount: 1_000 })).toEqual(
        await source.store.readStream(stream, { maxCount: 1_000 }),
      );
    const rare = exampleEvents(1, { type: 'Rare' });
    expect(await target.store.append({ stream: 'a', expected: 599, events: rare })).toMatchObject({ revision: 600 });
    expect(await target.store.readAll({ types: ['Rare'], maxCount: 5 })).toHaveLength(1);
  });

  it('refuses a revision that does not follow, even where the digest is right', async () => {
    const [first, second] = await all();
    await received().receive([first!]);
    await expect(received().receive([rechained(first!, { ...second!, revision: 2 })])).rejects.toMatchObject({
      code: 'history-broken',
      params: { breach: 'revision' },
    });
    await received().receive([second!]);
  });

  it('finds the head at an instant where several processes recorded times out of order', async () => {
    const minutes = [1, 3, 2, 2, 5, 4, 3, 5, 6, 1];
    const history = timed((await all()).slice(0, 10), minutes);
    await received().receive(history.slice(0, 6));
    await received().receive(history.slice(6));
    await received().endReceiving();
    const heads = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((minute) => target.store.headAt(at(minute))));
    const last = (ordinal: number) => history[ordinal - 1]!.position;
    expect(heads.map((head) => head && [head.position, head.recordedAt])).toEqual([
      null,
      ...[
        [last(1), at(1)],
        [last(1), at(1)],
        [last(4), at(3)],
        [last(4), at(3)],
        [last(8), at(5)],
        [last(10), at(6)],
      ],
    ]);
    expect(await target.store.head()).toEqual({ position: last(10), recordedAt: at(6) });
    expect(await received().historyHead()).toMatchObject({ ordinal: 10, recordedAt: at(6) });
    const [own] = await target.store.readAll({ direction: 'backward', maxCount: 1 });
    expect(own!.metadata.recordedAt).toBe(at(1));
    await target.store.append({ stream: 'new', expected: 'none', events: exampleEvents(1) });
    expect((await target.store.head())!.recordedAt >= at(6)).toBe(true);
    expect(await verifySqliteChain(target.folder)).toMatchObject({ events: 11, broken: null });
  });

  it.each([
    ['a time removed', 'DELETE FROM late_times WHERE position = 3', 3],
    [
      'a time altered',
      "UPDATE late_times SET recorded_at = replace(recorded_at, '00:03', '00:04') WHERE position = 4",
      4,
    ],
    ['a time added', "INSERT INTO late_times VALUES (2, '2031-01-01T00:03:00.000Z')", 2],
    ['a time beyond the end', "INSERT INTO late_times VALUES (11, '2031-01-01T00:03:00.000Z')", 11],
  ])('is found faulty after a change of its late times: %s', async (_what, sql, position) => {
    await received().receive(timed((await all()).slice(0, 10), [1, 3, 2, 2, 5, 4, 3, 5, 6, 1]));
    const database = new Database(join(target.folder, 'events.db'));
    database.exec(sql);
    database.close();
    expect((await verifySqliteChain(target.folder)).broken).toMatchObject({
      part: 'late-times',
      position: String(position).padStart(16, '0'),
    });
  });

  it('refuses to receive where it is open only for reading', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-receiving-'));
    await openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS }).close();
    const reader = openSqliteEventStore({ folder, mode: 'reader', clock: systemClock, upcasters: NO_UPCASTERS });
    await expect(historyOf(reader).receive(await all())).rejects.toMatchObject({ code: 'store-read-only' });
    await reader.close();
    rmSync(folder, { recursive: true });
  });
});

/** An instant in 2031, after the time of the system clock. */
function at(minute: number): Instant {
  return `2031-01-01T00:0${minute}:00.000Z` as Instant;
}

/** The same events recorded at those minutes. */
function timed(history: readonly ChainedEvent[], minutes: readonly number[]): ChainedEvent[] {
  let before: ChainPoint = HISTORY_START;
  return history.map((event, index) => {
    const recordedAt = at(minutes[index]!);
    const metadata = JSON.stringify([recordedAt, ...(JSON.parse(event.metadata) as unknown[]).slice(1)]);
    const retimed = rechained(before, { ...event, recordedAt, metadata });
    before = pointAfter(before, retimed);
    return retimed;
  });
}

function rechained(before: Pick<ChainPoint, 'digest'>, event: ChainedEvent): ChainedEvent {
  return { ...event, digest: chainDigest(before.digest, event) };
}
