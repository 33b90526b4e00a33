import { isCodedError, newUuid } from '#kernel';
import { byType, FIRST_VERSION, partsOfRowId, rowId, StreamDefinition } from './definition';
import { START, type RecordedEvent } from './event';

type HouseEvent =
  | { readonly type: 'HouseBuilt'; readonly data: { readonly floors: number } }
  | { readonly type: 'HouseSold'; readonly data: { readonly to: string } };

const types = { HouseBuilt: FIRST_VERSION, HouseSold: FIRST_VERSION };
const HOUSES = new StreamDefinition<HouseEvent>({ category: 'house', types, shadowedBy: 'sale' });
const SALES = new StreamDefinition<HouseEvent>({ category: 'house-sale', types });

const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the definition of a kind of stream', () => {
  it('names its streams and reads their names back', () => {
    expect(HOUSES.name('12')).toBe('house-12');
    expect(HOUSES.idOf('house-12')).toBe('12');
    expect(
      isCodedError(
        thrown(() => HOUSES.idOf('dwelling-12')),
        'stream-of-another-category',
      ),
    ).toBe(true);
  });

  it('gives no stream the name of another category, whatever the id', () => {
    const ids = ['sale-1', '~sale-1', '~~sale-1', 'sale', '~', 'sales-1', '1-sale-1'];
    const names = [...ids.map((id) => HOUSES.name(id)), ...ids.map((id) => SALES.name(id))];
    expect(new Set(names).size).toBe(names.length);
    expect(ids.map((id) => HOUSES.idOf(HOUSES.name(id)))).toEqual(ids);
    expect(HOUSES.owns(SALES.name('1'))).toBe(false);
    expect(names.filter((name) => HOUSES.owns(name))).toHaveLength(ids.length);
    expect(names.filter((name) => SALES.owns(name))).toHaveLength(ids.length);
  });

  it('reads the id of a name from before ids were escaped, and lists that name for the id', () => {
    expect(HOUSES.idOf('house-sale-1')).toBe('sale-1');
    expect(HOUSES.names('sale-1')).toEqual(['house-~sale-1', 'house-sale-1']);
    for (const id of ['12', 'sale', '~sale-1']) expect(HOUSES.names(id)).toEqual([HOUSES.name(id)]);
  });

  it('names a single stream by its category', () => {
    const settings = new StreamDefinition<HouseEvent>({ category: 'settings', single: true, types });
    expect([settings.name(), settings.prefix, settings.idOf('settings')]).toEqual(['settings', 'settings', 'settings']);
    expect([settings.owns('settings'), settings.owns('settings-1')]).toEqual([true, false]);
    expect(
      isCodedError(
        thrown(() => settings.idOf('settings-1')),
        'stream-of-another-category',
      ),
    ).toBe(true);
  });

  it('splits the id of a row at its last at sign', () => {
    expect(partsOfRowId(rowId('A@B', '2024-01-01'))).toEqual({ code: 'A@B', row: '2024-01-01' });
  });

  it('writes events in the newest version of their type', () => {
    const upcast = (data: object) => ({ ...data, to: 'unknown' });
    const sold = { ...types, HouseSold: { version: 2, upcasters: [upcast] } };
    const houses = new StreamDefinition<HouseEvent>({ category: 'house', types: sold });
    const id = newUuid();
    const metadata = { actor: 'a', role: 'r', correlationId: id, causationId: id };
    const written = houses.write({ type: 'HouseSold', data: { to: 'B' } }, { id, metadata });
    expect(written).toEqual({ id, type: 'HouseSold', schemaVersion: 2, data: { to: 'B' }, metadata });
    expect(houses.upcasters).toEqual([{ type: 'HouseSold', from: 1, upcast }]);
    const recorded = { ...written, stream: 'house-1', revision: 0, position: START } as RecordedEvent;
    const read = houses.read(recorded);
    expect(read.type === 'HouseSold' && read.data.to).toBe('B');
    expect(read).toBe(recorded);
  });

  it('refuses a type that lacks the upcaster of an older version', () => {
    const sold = { ...types, HouseSold: { version: 2 } };
    const error = thrown(() => new StreamDefinition<HouseEvent>({ category: 'house', types: sold }));
    expect(isCodedError(error, 'upcaster-missing')).toBe(true);
  });

  it('knows its types', () => {
    expect([HOUSES.has('HouseBuilt'), HOUSES.has('toString'), HOUSES.types]).toEqual([
      true,
      false,
      ['HouseBuilt', 'HouseSold'],
    ]);
    const entries = byType([{ streams: HOUSES, word: 'maison' }]);
    expect([entries.get('HouseSold')?.word, entries.get('Other')]).toEqual(['maison', undefined]);
  });
});
