import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { systemClock } from '#kernel';
import type { NewEvent } from '../event';
import type { StreamBatch } from '../port';
import { exampleEvent, exampleEvents } from '../testing/examples';
import { AppendQueue } from './append-queue';
import { openToWrite } from './database';
import { EventWriter } from './writer';

describe('AppendQueue', () => {
  let folder: string;
  let database: Database;
  let writer: EventWriter;
  let queue: AppendQueue;
  let commits: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-queue-'));
    database = openToWrite(folder, 'normal');
    writer = new EventWriter(database, systemClock);
    commits = 0;
    queue = new AppendQueue(writer, () => (commits += 1));
  });
  afterEach(async () => {
    await queue.close();
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const batchTo = (stream: string, expected: StreamBatch['expected'] = 'any'): StreamBatch => ({
    stream,
    expected,
    events: exampleEvents(2),
  });
  const stored = (): number => database.prepare<[], number>('SELECT count(*) FROM events').pluck().get()!;

  it('writes all waiting batches in one transaction, 256 batches at most', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, index) => queue.append(batchTo(`stream-${index}`))));
    expect({ commits, stored: stored() }).toEqual({ commits: 2, stored: 600 });
  });

  it('writes waiting batches in the order in which they were appended', async () => {
    const streams = Array.from({ length: 300 }, (_, index) => `stream-${index % 7}`);
    await Promise.all(streams.map((stream) => queue.append(batchTo(stream))));
    const written = database.prepare<[], string>('SELECT stream FROM events ORDER BY position').pluck().all();
    expect(written).toEqual(streams.flatMap((stream) => [stream, stream]));
  });

  it('reports each group to the listener: the number of its new events, and its duration', async () => {
    const reported: { events: number; milliseconds: number }[] = [];
    const watched = new AppendQueue(
      writer,
      () => undefined,
      (events, milliseconds) => reported.push({ events, milliseconds }),
    );
    const first = batchTo('a', 'none');
    await Promise.all([watched.append(first), watched.append(first), watched.append(batchTo('b'))]);
    await watched.append(batchTo('a', 7)).catch(() => undefined);
    await watched.appendAtomically([batchTo('c')]);
    await watched.close();
    expect(reported.map(({ events }) => events)).toEqual([4, 0]);
    for (const { milliseconds } of reported) expect(milliseconds).toBeGreaterThan(0);
  });

  it('rejects only the batches in conflict inside a group', async () => {
    const outcomes = await Promise.allSettled([
      queue.append(batchTo('a', 'none')),
      queue.append(batchTo('a', 'none')),
      queue.append(batchTo('b', 7)),
      queue.append({ stream: 'c', expected: 'any', events: [] }),
      queue.append(batchTo('a', 1)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect({ commits, stored: stored() }).toEqual({ commits: 1, stored: 4 });
  });

  it('refuses ids that a stream would hold twice, and writes nothing of these batches', async () => {
    const [first, second] = exampleEvents(2) as [NewEvent, NewEvent];
    await queue.append({ stream: 'a', expected: 'none', events: [first] });
    await queue.append({ stream: 'a', expected: 0, events: [exampleEvent(), second] });
    const twice = exampleEvent();
    const refused: StreamBatch[] = [
      { stream: 'a', expected: 'any', events: [exampleEvent(), first] },
      { stream: 'a', expected: 'exists', events: [first, exampleEvent()] },
      { stream: 'a', expected: 'any', events: [second, first] },
      { stream: 'a', expected: 'any', events: [first, second] },
      { stream: 'b', expected: 'none', events: [twice, twice] },
    ];
    for (const batch of refused) await expect(queue.append(batch)).rejects.toMatchObject({ code: 'event-id-conflict' });
    expect(stored()).toBe(3);
    expect((await queue.append(batchTo('a', 2))).revision).toBe(4);
  });

  it.each<[string, Partial<StreamBatch['events'][number]>]>([
    ['whose id is no UUID', { id: 'x' as never }],
    ['whose data is no JSON', { data: { big: 1n as never } }],
    ['without data', { data: undefined as never }],
  ])('refuses only the batch with an event %s', async (_name, part) => {
    const odd = queue.append({ stream: 'a', expected: 'any', events: [exampleEvent(), exampleEvent(part)] });
    const plain = queue.append(batchTo('a'));
    await expect(odd).rejects.toMatchObject({ code: 'event-not-storable' });
    expect((await plain).revision).toBe(1);
  });

  it('answers nobody before the commit; a failed commit rejects all batches and forgets their revisions', async () => {
    await queue.append(batchTo('a', 'none'));
    jest.spyOn(writer, 'commit').mockImplementationOnce(() => {
      throw new Error('no commit');
    });
    const group = await Promise.allSettled([
      queue.append(batchTo('a', 1)),
      queue.append(batchTo('a', 9)),
      queue.append(batchTo('b', 'none')),
    ]);
    expect(group.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual(
      Array(3).fill('no commit'),
    );
    expect({ commits, stored: stored() }).toEqual({ commits: 1, stored: 2 });
    expect((await queue.append(batchTo('a', 1))).revision).toBe(3);
    expect((await queue.append(batchTo('b', 'none'))).revision).toBe(1);
  });

  it('reports a full disk in one sentence', async () => {
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`);
    const large = exampleEvent({ data: { text: 'x'.repeat(100_000) } });
    const append = queue.append({ stream: 'a', expected: 'any', events: [large] });
    await expect(append).rejects.toMatchObject({ code: 'write-failed', cause: { code: 'SQLITE_FULL' } });
    database.pragma('max_page_count = 1000000');
    expect((await queue.append(batchTo('a', 'none'))).revision).toBe(1);
  });

  it('appends atomically from an iterable, all or nothing', async () => {
    const batches = Array.from({ length: 50 }, (_, index) => batchTo(`stream-${index}`, 'none'));
    await queue.append(batchTo('stream-49', 'none'));
    await expect(queue.appendAtomically(batches)).rejects.toMatchObject({
      code: 'wrong-revision',
      stream: 'stream-49',
    });
    expect(stored()).toBe(2);
    const written = await queue.appendAtomically(batches.slice(0, 49));
    expect(written).toEqual({ events: 98, position: '0000000000000100' });
    expect(await queue.appendAtomically(batches.slice(0, 49))).toEqual({ events: 0, position: null });
  });

  it('makes other appends wait for an atomic append, but not the rest of the process', async () => {
    const order: string[] = [];
    let batches = 0;
    async function* slowly(): AsyncIterable<StreamBatch> {
      for (let index = 0; index < 3; index += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        batches += 1;
        order.push(`batch ${index}`);
        yield batchTo('imported');
      }
    }
    const atomic = queue.appendAtomically(slowly()).then(({ events }) => order.push(`atomic ${events}`));
    const other = queue.append(batchTo('imported', 5)).then(({ revision }) => order.push(`append ${revision}`));
    await Promise.all([atomic, other]);
    expect(order).toEqual(['batch 0', 'batch 1', 'batch 2', 'atomic 6', 'append 7']);
    expect(batches).toBe(3);
  });

  it('undoes an atomic append whose source fails, and accepts further appends', async () => {
    function* failing(): Iterable<StreamBatch> {
      yield batchTo('a', 'none');
      throw new Error('source');
    }
    await expect(queue.appendAtomically(failing())).rejects.toThrow('source');
    expect((await queue.append(batchTo('a', 'none'))).position).toBe('0000000000000002');
  });

  it('writes the accepted batches before it closes, then refuses others', async () => {
    const accepted = [queue.append(batchTo('a')), queue.appendAtomically([batchTo('b')])];
    await queue.close();
    expect((await Promise.allSettled(accepted)).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await expect(queue.append(batchTo('a'))).rejects.toMatchObject({ code: 'store-closed' });
    expect(stored()).toBe(4);
  });
});
