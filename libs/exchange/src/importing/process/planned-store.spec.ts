import { readWholeStream, START, type NewEvent, type StreamBatch } from '#event-store';
import { exampleEvent, temporaryEventStore, type TemporaryEventStore } from '#event-store/testing';
import { systemClock } from '#kernel';
import { PlannedStore } from './planned-store';

const batch = (stream: string, expected: StreamBatch['expected'], ...types: readonly string[]): StreamBatch => ({
  stream,
  expected,
  events: types.map((type) => exampleEvent({ type })),
});

describe('a planned store', () => {
  let temporary: TemporaryEventStore;
  let planned: PlannedStore;
  const signed = (event: NewEvent): NewEvent => ({ ...event, metadata: { ...event.metadata, rowDigest: 'ligne' } });
  beforeEach(async () => {
    temporary = temporaryEventStore();
    await temporary.store.append(batch('a', 'none', 'One', 'Two'));
    planned = await PlannedStore.over(temporary.store, { now: systemClock.now(), sign: signed });
  });
  afterEach(() => temporary.destroy());

  const typesOf = async (options: Parameters<PlannedStore['readStream']>[1]) =>
    (await planned.readStream('a', options)).map(({ type, revision }) => `${type} ${revision}`);

  it('reads what is recorded, then what is planned, in both directions', async () => {
    await planned.append(batch('a', 1, 'Three', 'Four'));
    expect(await typesOf({ maxCount: 9 })).toEqual(['One 0', 'Two 1', 'Three 2', 'Four 3']);
    expect(await typesOf({ maxCount: 2, from: 1 })).toEqual(['Two 1', 'Three 2']);
    expect(await typesOf({ maxCount: 9, from: 3 })).toEqual(['Four 3']);
    expect(await typesOf({ maxCount: 3, direction: 'backward' })).toEqual(['Four 3', 'Three 2', 'Two 1']);
    expect(await typesOf({ maxCount: 9, direction: 'backward', from: 1 })).toEqual(['Two 1', 'One 0']);
    const all = await planned.readAll({ from: START, maxCount: 3 });
    expect(all.map(({ type }) => type)).toEqual(['One', 'Two', 'Three']);
    const rest = await planned.readAll({ from: all[2]!.position, maxCount: 3 });
    expect(rest.map(({ type }) => type)).toEqual(['Four']);
    expect((await planned.readAll({ types: ['Two', 'Four'], maxCount: 9 })).map(({ type }) => type)).toEqual([
      'Two',
      'Four',
    ]);
    expect((await planned.head())!.position).toBe(rest[0]!.position);
    expect([...all, ...rest].map(({ position }) => position).sort()).toEqual(
      [...all, ...rest].map(({ position }) => position),
    );
  });

  it('keeps what is appended, signed and at its exact revision, and writes nothing', async () => {
    planned.foresee(batch('b', 'none', 'Foreseen'));
    await planned.append(batch('b', 'any', 'Five'));
    await planned.append(batch('c', 'none', 'Six'));
    expect(planned.appended.map(({ stream, expected }) => [stream, expected])).toEqual([
      ['b', 0],
      ['c', 'none'],
    ]);
    expect(planned.appended[0]!.events[0]!.metadata).toMatchObject({ rowDigest: 'ligne' });
    expect(await readWholeStream(temporary.store, 'b')).toEqual([]);
    expect((await readWholeStream(planned, 'b')).map(({ type }) => type)).toEqual(['Foreseen', 'Five']);
  });

  it('refuses another revision than that of the plan, and does not see what others write since', async () => {
    await temporary.store.append(batch('a', 1, 'Later'));
    expect(await typesOf({ maxCount: 9 })).toEqual(['One 0', 'Two 1']);
    await expect(planned.append(batch('a', 'none', 'X'))).rejects.toMatchObject({ code: 'wrong-revision' });
    await expect(planned.append(batch('a', 2, 'X'))).rejects.toMatchObject({ code: 'wrong-revision' });
    await expect(planned.appendAtomically([batch('a', 1, 'X'), batch('a', 1, 'Y')])).rejects.toMatchObject({
      code: 'wrong-revision',
    });
    expect(planned.appended).toEqual([]);
    expect(await typesOf({ maxCount: 9 })).toEqual(['One 0', 'Two 1']);
  });
});
