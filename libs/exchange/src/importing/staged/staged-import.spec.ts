import type { Uuid } from '#kernel';
import { newUuid } from '#kernel';
import { isStagingStream, START, type DeletingEventStore, type RecordedEvent, type StreamBatch } from '#event-store';
import { exampleEvent, seededNumbers, temporaryEventStore, type TemporaryEventStore } from '#event-store/testing';
import { IMPORTS_STREAM, lastImport } from '#imports';
import { finishInterruptedImport, writeStaged } from './staged-import';

const REFERENCES = 40;
const LEASES = 900;
/** More writes than an import needs. */
const MANY = 1_000_000;

/** A store without transactions over streams. Its connection breaks at one of the writes, before or after the write is stored. */
class ServerLikeStore implements DeletingEventStore {
  private readonly deleted = new Set<string>();
  writesLeft = Infinity;
  breaksAfterStoring = false;

  constructor(private readonly inner: TemporaryEventStore['store']) {}

  get storeId(): string {
    return this.inner.storeId;
  }
  append: DeletingEventStore['append'] = async (batch) => {
    this.writesLeft -= 1;
    if (this.writesLeft > 0) return this.inner.append(batch);
    if (this.writesLeft === 0 && this.breaksAfterStoring) await this.inner.append(batch);
    throw new Error('connection lost');
  };
  deleteStream = async (stream: string): Promise<void> => {
    if ((this.writesLeft -= 1) <= 0) throw new Error('connection lost');
    this.deleted.add(stream);
  };
  readStream: DeletingEventStore['readStream'] = async (stream, options) =>
    this.deleted.has(stream) ? [] : this.inner.readStream(stream, options);
  readAll: DeletingEventStore['readAll'] = (options) => this.inner.readAll(options);
  subscribe: DeletingEventStore['subscribe'] = (options, handler) => this.inner.subscribe(options, handler);
  head = () => this.inner.head();
  headAt: DeletingEventStore['headAt'] = (instant) => this.inner.headAt(instant);
  close = () => this.inner.close();

  mend(): void {
    this.writesLeft = Infinity;
  }
}

function batchesOf(id: Uuid): StreamBatch[] {
  const metadata = { actor: 'administrator', role: 'administrator', correlationId: id, causationId: id };
  const one = (stream: string, type: string): StreamBatch => ({
    stream,
    expected: 'none',
    events: [exampleEvent({ type, metadata, data: { stream } })],
  });
  const references = Array.from({ length: REFERENCES }, (_, at) => one(`residence-${at}`, 'ResidenceDeclared'));
  const leases = Array.from({ length: LEASES }, (_, at) => one(`allocation-${at}`, 'AllocationSigned'));
  return [...references, ...leases];
}

async function* given(batches: readonly StreamBatch[]): AsyncGenerator<StreamBatch> {
  yield* batches;
}

describe('an import written in stages', () => {
  let temporary: TemporaryEventStore;
  let store: ServerLikeStore;
  beforeEach(() => {
    temporary = temporaryEventStore();
    store = new ServerLikeStore(temporary.store);
  });
  afterEach(() => temporary.destroy());

  const history = async (): Promise<readonly RecordedEvent[]> => {
    const all = await temporary.store.readAll({ from: START, maxCount: 10_000 });
    return all.filter(({ stream }) => !isStagingStream(stream) && stream !== IMPORTS_STREAM.name());
  };

  it('writes every batch between its start and its completion, type after type, and deletes its staging stream', async () => {
    const batches = batchesOf(newUuid());
    await writeStaged(given(batches), store);
    const written = await history();
    expect(new Set(written.map(({ id }) => id))).toEqual(new Set(batches.map(({ events }) => events[0]!.id)));
    expect(written).toHaveLength(batches.length);
    expect(written.slice(0, REFERENCES).every(({ type }) => type === 'ResidenceDeclared')).toBe(true);
    const words = await temporary.store.readStream(IMPORTS_STREAM.name(), { maxCount: 10 });
    expect(words.map(({ type }) => type)).toEqual(['ImportStarted', 'ImportCompleted']);
    expect(words[0]!.data).toMatchObject({ batches: batches.length, events: batches.length });
    expect(await lastImport(store)).toMatchObject({ completed: true });
  });

  it('adds no event at all where there is nothing to write', async () => {
    await writeStaged(given([]), store);
    expect(await temporary.store.head()).toBeNull();
  });

  it('is finished once by the next import, at whatever point it was cut off', async () => {
    const random = seededNumbers(20241124);
    const cuts = process.env['MIXITE_LONG_TESTS'] ? 300 : 25;
    store.writesLeft = MANY;
    await writeStaged(given(batchesOf(newUuid())), store);
    const writes = MANY - store.writesLeft;
    for (let round = 0; round < cuts; round += 1) {
      await temporary.destroy();
      temporary = temporaryEventStore();
      store = new ServerLikeStore(temporary.store);
      const batches = batchesOf(newUuid());
      store.breaksAfterStoring = random() < 0.5;
      store.writesLeft = 1 + Math.floor(random() ** 2 * writes);
      await expect(writeStaged(given(batches), store)).rejects.toThrow();
      store.mend();
      const cut = await lastImport(store);
      await finishInterruptedImport(store);
      const written = await history();
      expect(written).toHaveLength(cut === null ? 0 : batches.length);
      expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
      expect((await lastImport(store))?.completed).toBe(cut === null ? undefined : true);
    }
  });

  it('is finished by two processes at the same time, and nothing is written twice', async () => {
    const batches = batchesOf(newUuid());
    store.writesLeft = 30;
    await expect(writeStaged(given(batches), store)).rejects.toThrow('connection lost');
    store.mend();
    await Promise.all([finishInterruptedImport(store), finishInterruptedImport(store)]);
    expect(await history()).toHaveLength(batches.length);
    expect(await lastImport(store)).toMatchObject({ completed: true });
  });

  it('is under way as of the positions between its start and its completion', async () => {
    store.writesLeft = 30;
    await expect(writeStaged(given(batchesOf(newUuid())), store)).rejects.toThrow('connection lost');
    store.mend();
    const before = await temporary.store.head();
    expect(await lastImport(store, before!.position)).toMatchObject({ completed: false });
    await finishInterruptedImport(store);
    expect(await lastImport(store)).toMatchObject({ completed: true });
    expect(await lastImport(store, before!.position)).toMatchObject({ completed: false });
    expect(await lastImport(store, START)).toBeNull();
  });

  it('refuses a second import at the same time', async () => {
    store.writesLeft = 30;
    await expect(writeStaged(given(batchesOf(newUuid())), store)).rejects.toThrow('connection lost');
    store.mend();
    await expect(writeStaged(given(batchesOf(newUuid())), store)).rejects.toMatchObject({ code: 'import-under-way' });
  });

  it('leaves out the streams to which others wrote meanwhile, and reports their number', async () => {
    const batches = batchesOf(newUuid());
    await temporary.store.append({ stream: 'allocation-7', expected: 'none', events: [exampleEvent()] });
    await expect(writeStaged(given(batches), store)).rejects.toMatchObject({
      code: 'import-overtaken',
      params: { overtaken: 1 },
    });
    expect(await history()).toHaveLength(batches.length);
    expect(await lastImport(store)).toMatchObject({ completed: true });
  });

  it('leaves out a batch that needs one of a stream to which others wrote, also where it is finished later', async () => {
    const [claim, rivalled] = ['claim-1', 'claim-2'];
    const one = (stream: string, type: string, needs?: string) => ({
      stream,
      expected: 'none' as const,
      events: [exampleEvent({ type, data: { stream } })],
      ...(needs !== undefined && { needs }),
    });
    const batches = [
      one(claim, 'ClaimTaken'),
      one(rivalled, 'ClaimTaken'),
      one('vacancy-1', 'VacancyDeclared', claim),
      one('vacancy-2', 'VacancyDeclared', rivalled),
      { ...one('vacancy-2', 'VacancyOriented'), expected: 0 },
    ];
    await temporary.store.append({ stream: rivalled, expected: 'none', events: [exampleEvent()] });
    store.writesLeft = 4;
    await expect(writeStaged(given(batches), store)).rejects.toThrow('connection lost');
    store.mend();
    await finishInterruptedImport(store);
    const written = (await history()).map(({ stream }) => stream);
    expect(written.sort()).toEqual([claim, rivalled, 'vacancy-1']);
    const words = await temporary.store.readStream(IMPORTS_STREAM.name(), { maxCount: 10 });
    expect(words.at(-1)).toMatchObject({ type: 'ImportCompleted', data: { overtaken: 3 } });
  });
});
