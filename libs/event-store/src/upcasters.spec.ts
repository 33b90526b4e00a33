import { join } from 'node:path';
import { eventFixtures, exampleEvent, temporaryEventStore } from './testing';
import { Upcasters, type Upcaster } from './upcasters';

const steps: readonly Upcaster[] = [
  { type: 'ExampleRecorded', from: 2, upcast: (data) => ({ dwelling: { rooms: data['rooms'] } }) },
  { type: 'ExampleRecorded', from: 1, upcast: ({ size }) => ({ rooms: Number(String(size).slice(1)) }) },
];
const fixtures = eventFixtures(join(__dirname, 'testing/fixtures'));

describe('Upcasters', () => {
  it.each(fixtures)('reads $file as the newest version', ({ type, schemaVersion, data }) => {
    const newest = { type, schemaVersion: 3, data: { dwelling: { rooms: 3 } } };
    expect(new Upcasters(steps).upcast({ type, schemaVersion, data })).toEqual(newest);
  });

  it('has a fixture of every version that an upcaster reads or returns', () => {
    const versions = fixtures.map(({ type, schemaVersion }) => `${type} ${schemaVersion}`);
    expect(versions).toEqual(
      expect.arrayContaining(steps.flatMap(({ type, from }) => [`${type} ${from}`, `${type} ${from + 1}`])),
    );
  });

  it('returns the same object for unknown types and for the newest version', () => {
    const other = { type: 'Other', schemaVersion: 1, data: { a: 1 } };
    const newest = { type: 'ExampleRecorded', schemaVersion: 3, data: { dwelling: { rooms: 3 } } };
    for (const event of [other, newest]) expect(new Upcasters(steps).upcast(event)).toBe(event);
  });

  it('leaves the other fields of an event unchanged', () => {
    const event = { ...exampleEvent({ schemaVersion: 2, data: { rooms: 2 } }), stream: 'dossier' };
    const newest = { ...event, schemaVersion: 3, data: { dwelling: { rooms: 2 } } };
    expect(new Upcasters(steps).upcast(event)).toEqual(newest);
  });

  it('can be built from several definitions', () => {
    const upcasters = Upcasters.of([{ upcasters: [steps[0]!] }, { upcasters: [steps[1]!] }]);
    const event = { type: 'ExampleRecorded', schemaVersion: 1, data: { size: 'T3' } };
    expect(upcasters.upcast(event)).toMatchObject({ schemaVersion: 3 });
  });

  it('refuses two upcasters of the same version', () => {
    expect(() => new Upcasters([steps[0]!, steps[0]!])).toThrow(
      expect.objectContaining({ code: 'duplicate-upcaster' }),
    );
  });

  it('are applied at each read of a store, which keeps the events as they were written', async () => {
    const { store, destroy } = temporaryEventStore({ upcasters: new Upcasters(steps) });
    const event = exampleEvent({ schemaVersion: 1, data: { size: 'T3' } });
    await store.append({ stream: 'dossier', expected: 'none', events: [event] });
    const newest = { schemaVersion: 3, data: { dwelling: { rooms: 3 } } };
    expect((await store.readAll({ maxCount: 1 }))[0]).toMatchObject(newest);
    expect((await store.readStream('dossier', { maxCount: 1 }))[0]).toMatchObject(newest);
    expect((await store.append({ stream: 'dossier', expected: 'none', events: [event] })).repeated).toBe(true);
    await destroy();
  });
});
