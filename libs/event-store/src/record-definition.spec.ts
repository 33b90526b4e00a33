import { newUuid } from '#kernel';
import { RecordDefinition } from './record-definition';
import { exampleEvent, temporaryEventStore } from './testing';

interface House {
  readonly code: string;
  readonly floors: number;
}

const HOUSES = new RecordDefinition({
  category: 'house',
  shadowedBy: 'sale',
  declared: 'HouseDeclared',
  corrected: 'HouseCorrected',
  id: ({ code }: House) => code,
});
const { metadata } = exampleEvent();
const house: House = { code: 'H1', floors: 2 };
const higher = HOUSES.correcting({ floors: { from: 2, to: 3 } });

describe('the definition of a record', () => {
  it('names its stream by the id of the record', () => {
    expect([HOUSES.nameFor(house), HOUSES.nameFor({ ...house, code: 'sale-1' })]).toEqual([
      'house-H1',
      'house-~sale-1',
    ]);
    expect(HOUSES.types).toEqual(['HouseDeclared', 'HouseCorrected']);
  });

  it('folds the declared facts and their corrections, and skips other events of the stream', async () => {
    const { store, destroy } = temporaryEventStore();
    const written = [HOUSES.declaring(house), higher].map((event) => HOUSES.write(event, { id: newUuid(), metadata }));
    const stream = HOUSES.nameFor(house);
    await store.append({ stream, expected: 'none', events: [exampleEvent(), ...written, exampleEvent()] });
    expect(HOUSES.fold(await store.readStream(stream, { maxCount: 10 }))).toEqual({ code: 'H1', floors: 3 });
    expect(HOUSES.fold(await store.readStream(stream, { maxCount: 1 }))).toBeUndefined();
    expect(HOUSES.fold([])).toBeUndefined();
    await destroy();
  });

  it('takes the first version of each type unless the options name another', () => {
    const upcast = (data: object) => ({ floors: 1, ...data });
    const houses = new RecordDefinition({
      category: 'house',
      declared: 'HouseDeclared',
      corrected: 'HouseCorrected',
      types: { HouseDeclared: { version: 2, upcasters: [upcast] } },
      id: ({ code }: House) => code,
    });
    expect([houses.versionOf('HouseDeclared'), houses.versionOf('HouseCorrected')]).toEqual([2, 1]);
    expect(houses.upcasters).toEqual([{ type: 'HouseDeclared', from: 1, upcast }]);
  });

  it('refuses to correct a record that was never declared', async () => {
    const { store, destroy } = temporaryEventStore();
    const events = [HOUSES.write(higher, { id: newUuid(), metadata })];
    await store.append({ stream: 'house-H1', expected: 'none', events });
    const found = await store.readStream('house-H1', { maxCount: 10 });
    expect(() => HOUSES.fold(found)).toThrow(expect.objectContaining({ code: 'record-undeclared' }));
    await destroy();
  });
});
