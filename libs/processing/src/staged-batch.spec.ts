import type { Position } from '#event-store';
import type { DocumentWrite, ReadModel } from '#read-store';
import { temporaryReadStore, type TemporaryReadStore } from '#read-store/testing';
import { StagedBatch } from './staged-batch';
import { SAMPLE } from './testing/sample';

let documents: TemporaryReadStore;
let model: ReadModel;
let batch: StagedBatch;
beforeEach(async () => {
  documents = temporaryReadStore();
  model = await documents.store.active(SAMPLE.model);
  batch = new StagedBatch(model);
});
afterEach(() => documents.destroy());

function counter(id: string, position: string, leases: number): DocumentWrite {
  return { collection: 'counter', id, position: position as Position, body: { leases } };
}

const leases = async (id: string): Promise<unknown> => (await batch.get('counter', id))?.body;
const stored = async (id: string): Promise<unknown> => (await model.get('counter', id))?.body;

describe('a batch', () => {
  it("shows this event's writes before earlier ones, and those before the store", async () => {
    await model.commit([counter('a', '1', 1)], null);
    expect(await leases('a')).toEqual({ leases: 1 });
    batch.put(counter('a', '2', 2));
    batch.settle();
    expect(await leases('a')).toEqual({ leases: 2 });
    batch.put(counter('a', '3', 3));
    expect(await leases('a')).toEqual({ leases: 3 });
    batch.discard();
    expect(await leases('a')).toEqual({ leases: 2 });
    expect(await stored('a')).toEqual({ leases: 1 });
  });

  it('writes a document that changed often once', async () => {
    for (const position of ['1', '2', '3']) {
      batch.put(counter('a', position, Number(position)));
      batch.settle();
    }
    expect(batch.size).toBe(1);
    await batch.commit({ storeId: 'events', position: '3' as Position });
    expect([await stored('a'), batch.size]).toEqual([{ leases: 3 }, 0]);
    expect(await model.checkpoint()).toEqual({ storeId: 'events', position: '3' });
  });

  it('flushes what earlier events wrote at once, and what this one wrote when it is applied', async () => {
    batch.put(counter('a', '1', 1));
    expect(batch.settle()).toBe(false);
    batch.put(counter('b', '2', 1));
    await batch.flush();
    expect([await stored('a'), await stored('b')]).toEqual([{ leases: 1 }, undefined]);
    expect(batch.settle()).toBe(true);
    await batch.flush();
    expect(await stored('b')).toEqual({ leases: 1 });
    expect(batch.settle()).toBe(false);
    expect(await model.checkpoint()).toBeNull();
  });

  it('flushes nothing of an event that is refused', async () => {
    batch.put(counter('a', '1', 1));
    await batch.flush();
    batch.discard();
    expect(batch.settle()).toBe(false);
    await batch.flush();
    expect(await stored('a')).toBeUndefined();
  });

  it('keeps what it could not write', async () => {
    batch.put(counter('a', '1', 1));
    batch.put({ collection: 'stray', id: 'x', position: '1' as Position, body: {} });
    batch.settle();
    await expect(batch.flush()).rejects.toMatchObject({ code: 'unknown-collection' });
    expect(await leases('a')).toEqual({ leases: 1 });
  });
});
