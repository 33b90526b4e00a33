import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Instant } from '#kernel';
import { chainDigest } from '../chain';
import { HISTORY_START, type ChainedEvent, type ChainPoint, type HistoryStore } from '../history';
import { exampleEvents, historyOf, temporaryEventStore, type TemporaryEventStore } from '../testing';
import { openSqliteEventStore } from './store';

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

  it('finds the streams and the counts of what it received, in whole stretches and after them', async () => {
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

  it('refuses a time that goes back and a revision that does not follow, even where the digests are right', async () => {
    const [first, second] = await all();
    await received().receive([first!]);
    const back = { recordedAt: '2001-01-01T00:00:00.000Z' as Instant };
    await expect(received().receive([rechained(first!, { ...second!, ...back })])).rejects.toMatchObject({
      code: 'history-broken',
      params: { breach: 'time' },
    });
    await expect(received().receive([rechained(first!, { ...second!, revision: 2 })])).rejects.toMatchObject({
      code: 'history-broken',
      params: { breach: 'revision' },
    });
    await received().receive([second!]);
  });

  it('cannot receive where it is open for reading only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-receiving-'));
    await openSqliteEventStore({ folder, mode: 'writer', clock: systemClock }).close();
    const reader = openSqliteEventStore({ folder, mode: 'reader', clock: systemClock });
    await expect(historyOf(reader).receive(await all())).rejects.toMatchObject({ code: 'store-read-only' });
    await reader.close();
    rmSync(folder, { recursive: true });
  });
});

function rechained(before: ChainPoint, event: ChainedEvent): ChainedEvent {
  return { ...event, digest: chainDigest(before.digest, event) };
}
