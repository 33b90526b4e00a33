import { limitedTo, NOTHING } from '#access';
import type { ReadModel, ReadStore, Where } from '../port';
import { idsFound, lease, LEASES, query } from './examples';

export function describeFinding(store: () => ReadStore): void {
  describe('search and sort', () => {
    let model: ReadModel;
    beforeEach(async () => {
      model = await store().active(LEASES);
      await model.commit(
        [
          lease('a', 1, { landlord: 'L-1', day: '2024-01-01', quartile: 1, cancelled: false }),
          lease('b', 2, { landlord: 'L-2', day: '2024-01-02', quartile: 2, cancelled: true }),
          lease('c', 3, { landlord: 'L-1', day: '2024-02-01', quartile: null, cancelled: false }),
          lease('d', 4, { landlord: 'L-3', quartile: 10 }),
        ],
        null,
      );
    });

    const cases: [string, Where, string[]][] = [
      ['no condition', {}, ['a', 'b', 'c', 'd']],
      ['a text', { landlord: 'L-1' }, ['a', 'c']],
      ['a number', { quartile: 2 }, ['b']],
      ['a boolean, as 1 or 0', { cancelled: 1 }, ['b']],
      ['null, for a field that is null or absent', { day: null }, ['d']],
      ['several values', { landlord: { in: ['L-2', 'L-3', 'L-9'] } }, ['b', 'd']],
      ['several numbers', { quartile: { in: [1, 10] } }, ['a', 'd']],
      ['no value at all', { landlord: { in: [] } }, []],
      ['a closed range of days', { day: { gte: '2024-01-01', lte: '2024-01-02' } }, ['a', 'b']],
      ['an open range of days', { day: { gt: '2024-01-01', lt: '2024-02-01' } }, ['b']],
      ['numbers, compared as numbers', { quartile: { gte: 2 } }, ['b', 'd']],
      ['other than a value, null included', { quartile: { not: 1 } }, ['b', 'c', 'd']],
      ['not null', { day: { not: null } }, ['a', 'b', 'c']],
      ['several conditions that must all hold', { landlord: 'L-1', day: { gt: '2024-01-15' } }, ['c']],
      ["a value that is another language's syntax", { landlord: "' OR 1=1 --" }, []],
    ];
    it.each(cases)('finds and counts by %s', async (_, where, ids) => {
      expect(await idsFound(model, { where })).toEqual(ids);
      expect(await model.count(query({ where }))).toBe(ids.length);
    });

    it('counts by the values of a column, null first, then in their order, and only what the query selects', async () => {
      expect(await model.countBy(query(), 'landlord')).toEqual([
        { value: 'L-1', count: 2 },
        { value: 'L-2', count: 1 },
        { value: 'L-3', count: 1 },
      ]);
      expect(await model.countBy(query(), 'quartile')).toEqual([
        { value: null, count: 1 },
        { value: 1, count: 1 },
        { value: 2, count: 1 },
        { value: 10, count: 1 },
      ]);
      const where: Where = { landlord: 'L-1' };
      expect(await model.countBy(query({ where }), 'cancelled')).toEqual([{ value: 0, count: 2 }]);
      expect(await model.countBy(query({ where, scope: limitedTo({ landlord: ['L-2'] }) }), 'day')).toEqual([]);
      expect(await model.countBy(query({ scope: limitedTo({ landlord: ['L-3', 'L-9'] }) }), 'landlord')).toEqual([
        { value: 'L-3', count: 1 },
      ]);
      expect(await model.countBy(query({ scope: NOTHING }), 'landlord')).toEqual([]);
      await expect(model.countBy(query(), 'body')).rejects.toMatchObject({ code: 'unknown-column' });
    });

    it('sorts by columns, nulls first in asc and last in desc, and equal documents by id', async () => {
      expect(await idsFound(model, { sort: [{ column: 'quartile', direction: 'asc' }] })).toEqual(['c', 'a', 'b', 'd']);
      expect(await idsFound(model, { sort: [{ column: 'quartile', direction: 'desc' }] })).toEqual([
        'd',
        'b',
        'a',
        'c',
      ]);
      expect(await idsFound(model, { sort: [{ column: 'landlord', direction: 'asc' }] })).toEqual(['a', 'c', 'b', 'd']);
      expect(await idsFound(model, { sort: [{ column: 'landlord', direction: 'desc' }] })).toEqual([
        'd',
        'b',
        'c',
        'a',
      ]);
      const mixed = [
        { column: 'landlord', direction: 'asc' },
        { column: 'day', direction: 'desc' },
      ] as const;
      expect(await idsFound(model, { sort: mixed })).toEqual(['c', 'a', 'b', 'd']);
    });

    it('refuses an unknown column, condition or collection, and an invalid limit', async () => {
      for (const column of ['body', 'id', 'toString', 'landlord" --'])
        await expect(model.find(query({ where: { [column]: 'x' } }))).rejects.toMatchObject({ code: 'unknown-column' });
      const sort = [{ column: 'body', direction: 'asc' as const }];
      await expect(model.find(query({ sort }))).rejects.toMatchObject({ code: 'unknown-column' });
      await expect(model.count(query({ where: { nothing: 1 } }))).rejects.toMatchObject({ code: 'unknown-column' });
      await expect(model.find(query({ where: { quartile: 'x' } }))).rejects.toMatchObject({
        code: 'invalid-condition',
      });
      await expect(model.find(query({ where: { quartile: {} } }))).rejects.toMatchObject({ code: 'invalid-condition' });
      await expect(model.find(query({ limit: 0 }))).rejects.toMatchObject({ code: 'invalid-limit' });
      await expect(model.find(query({ collection: 'stray' }))).rejects.toMatchObject({ code: 'unknown-collection' });
    });
  });
}
