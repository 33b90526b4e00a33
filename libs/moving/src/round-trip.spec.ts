import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HistoryStore } from '#event-store';
import { exampleEvent } from '#event-store/testing';
import { everyEvent, MovingBench, withoutPositions } from './testing';

const COUNT = 2_345;

describe('a history that moves through a file', () => {
  let bench: MovingBench;
  let source: HistoryStore;
  beforeEach(async () => {
    bench = new MovingBench();
    source = bench.store();
    await bench.record(source, COUNT);
  });
  afterEach(() => bench.destroy());

  it.each(['h.jsonl', 'h.jsonl.gz'])('arrives unchanged by %s', async (name) => {
    const exported = await bench.export(source, name);
    const target = bench.store();
    const imported = await bench.import(name, target);
    const events = await everyEvent(target);
    expect(withoutPositions(events)).toEqual(withoutPositions(await everyEvent(source)));
    const first = events[0]!;
    const last = events[COUNT - 1]!;
    const whole = { events: COUNT, digest: last.digest };
    const times = { firstRecordedAt: first.recordedAt, lastRecordedAt: last.recordedAt };
    expect(exported).toEqual({
      ...whole,
      ...times,
      ordinal: COUNT,
      storeId: source.storeId,
      fromOrdinal: 1,
      resumed: 0,
    });
    expect(imported).toEqual({
      file: { ...whole, ...times, ordinal: COUNT },
      already: 0,
      written: COUNT,
      store: { ...whole, ...times, storeId: target.storeId },
    });
    expect(target.storeId).not.toBe(source.storeId);
    expect(await target.isReceiving()).toBe(false);
    expect(statSync(bench.path(name)).mode & 0o777).toBe(0o600);
  });

  it('is exported as readable lines, and as the same lines compressed', async () => {
    await bench.export(source, 'h.jsonl');
    await bench.export(source, 'h.jsonl.gz');
    const text = readFileSync(bench.path('h.jsonl'), 'utf8');
    expect(gunzipSync(readFileSync(bench.path('h.jsonl.gz'))).toString('utf8')).toBe(text);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(COUNT + 2);
    expect(lines[0]).toMatchObject({ format: 'mixite-history', version: 1, storeId: source.storeId });
    const [event] = await source.readAll({ maxCount: 1 });
    const { recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest = null } = event!.metadata;
    expect(lines[1]).toEqual({
      ordinal: 1,
      position: event!.position,
      stream: event!.stream,
      revision: 0,
      id: event!.id,
      type: event!.type,
      schemaVersion: 1,
      data: event!.data,
      people: event!.people ? `${event!.people.household} ${event!.people.box}` : null,
      metadata: [recordedAt, effectiveDay, actor, role, correlationId, causationId, rowDigest],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(lines[COUNT + 1]).toMatchObject({ closing: { events: COUNT, ordinal: COUNT } });
  });

  it('is moved back and forth without a change', async () => {
    await bench.export(source, 'there.jsonl');
    const target = bench.store();
    await bench.import('there.jsonl', target);
    await bench.export(target, 'back.jsonl');
    expect(bench.lines('back.jsonl').slice(1)).toEqual(bench.lines('there.jsonl').slice(1));
  });

  it('is read from a file that another program compressed', async () => {
    await bench.export(source, 'h.jsonl');
    writeFileSync(bench.path('other.gz'), gzipSync(readFileSync(bench.path('h.jsonl'))));
    expect((await bench.import('other.gz', bench.store())).written).toBe(COUNT);
  });

  it('arrives once: a second import writes nothing, and a longer file adds only new events', async () => {
    await bench.export(source, 'h.jsonl');
    const target = bench.store();
    await bench.import('h.jsonl', target);
    expect(await bench.import('h.jsonl', target)).toMatchObject({ already: COUNT, written: 0 });
    await bench.record(source, 100, 2);
    await bench.export(source, 'longer.jsonl');
    expect(await bench.import('longer.jsonl', target)).toMatchObject({ already: COUNT, written: 100 });
    expect(await bench.import('h.jsonl', target)).toMatchObject({
      already: COUNT,
      written: 0,
      store: { events: COUNT + 100 },
    });
    expect(withoutPositions(await everyEvent(target))).toEqual(withoutPositions(await everyEvent(source)));
  });

  it('moves in several files, each from a given event on', async () => {
    const target = bench.store();
    await bench.export(source, 'all.jsonl');
    await bench.export(source, 'later.jsonl', 1_502);
    await expect(bench.import('later.jsonl', target)).rejects.toMatchObject({
      code: 'history-gap',
      params: { first: 1_502, head: 0 },
    });
    const shorter = bench.store();
    await shorter.receive((await everyEvent(source)).slice(0, 1_501));
    await shorter.endReceiving();
    await bench.export(shorter, 'first.jsonl');
    await bench.import('first.jsonl', target);
    expect(await bench.import('later.jsonl', target)).toMatchObject({ already: 0, written: COUNT - 1_501 });
    expect(await bench.import('later.jsonl', target)).toMatchObject({ already: COUNT - 1_501, written: 0 });
    expect(withoutPositions(await everyEvent(target))).toEqual(withoutPositions(await everyEvent(source)));
    await bench.export(source, 'nothing.jsonl', COUNT + 1);
    expect(await bench.import('nothing.jsonl', target)).toMatchObject({ already: 0, written: 0 });
    await expect(bench.export(source, 'beyond.jsonl', COUNT + 2)).rejects.toMatchObject({ code: 'history-shorter' });
  });

  it('may be empty', async () => {
    expect(await bench.export(bench.store(), 'empty.jsonl')).toMatchObject({ events: 0, firstRecordedAt: null });
    expect(await bench.import('empty.jsonl', bench.store())).toMatchObject({ written: 0, store: { events: 0 } });
  });

  it('is not mixed with another history', async () => {
    await bench.export(source, 'h.jsonl');
    const other = bench.store();
    await bench.record(other, 10, 3);
    await expect(bench.import('h.jsonl', other)).rejects.toMatchObject({ code: 'history-differs' });
    const longer = bench.store();
    await bench.record(longer, COUNT + 10, 3);
    await expect(bench.import('h.jsonl', longer)).rejects.toMatchObject({ code: 'history-differs' });
    const forked = bench.store();
    await bench.import('h.jsonl', forked);
    await forked.append({ stream: 'forked', expected: 'none', events: [exampleEvent()] });
    await bench.record(source, 10, 2);
    await bench.export(source, 'grown.jsonl');
    await expect(bench.import('grown.jsonl', forked)).rejects.toMatchObject({ code: 'history-differs' });
    await bench.export(source, 'since.jsonl', COUNT + 2);
    await expect(bench.import('since.jsonl', forked)).rejects.toMatchObject({ code: 'history-differs' });
    expect((await everyEvent(other)).length).toBe(10);
    expect((await everyEvent(forked)).length).toBe(COUNT + 1);
    expect(await forked.isReceiving()).toBe(false);
  });

  it('accepts no events between its parts, and is not exported before it is complete', async () => {
    const target = bench.store();
    await target.receive((await everyEvent(source)).slice(0, 10));
    await expect(target.append({ stream: 'new', expected: 'any', events: [exampleEvent()] })).rejects.toMatchObject({
      code: 'history-incomplete',
    });
    await expect(bench.export(target, 'h.jsonl')).rejects.toMatchObject({ code: 'history-not-whole' });
  });

  it('does not replace a file', async () => {
    writeFileSync(bench.path('h.jsonl'), 'mine');
    await expect(bench.export(source, 'h.jsonl')).rejects.toMatchObject({ code: 'file-exists' });
    await expect(bench.export(source, 'absent/h.jsonl')).rejects.toMatchObject({ code: 'file-unusable' });
    expect(readFileSync(bench.path('h.jsonl'), 'utf8')).toBe('mine');
  });
});
