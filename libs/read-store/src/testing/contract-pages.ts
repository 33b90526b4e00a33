import { limitedTo } from '#access';
import { cursorAt, reversed } from '../pages';
import type { FindQuery, ReadModel, ReadStore } from '../port';
import { idsFound, lease, LEASES, query, walk } from './examples';

/** Few values and many nulls: most neighbouring documents differ only by their id. */
function manyLeases(ordinal: number, count: number) {
  return Array.from({ length: count }, (_, row) =>
    lease(`lease-${String((row * 7919) % count).padStart(5, '0')}`, ordinal, {
      landlord: row % 5 === 0 ? null : `L-${row % 4}`,
      day: `2024-01-0${(row % 9) + 1}`,
      quartile: row % 3 === 0 ? null : row % 4,
    }),
  );
}

const SORTS: NonNullable<FindQuery['sort']>[] = [
  [],
  [{ column: 'landlord', direction: 'asc' }],
  [{ column: 'landlord', direction: 'desc' }],
  [
    { column: 'landlord', direction: 'asc' },
    { column: 'quartile', direction: 'desc' },
  ],
  [
    { column: 'quartile', direction: 'desc' },
    { column: 'landlord', direction: 'asc' },
    { column: 'day', direction: 'asc' },
  ],
];

export function describePages(store: () => ReadStore, rows: number): void {
  describe('pages', () => {
    let model: ReadModel;
    beforeEach(async () => {
      model = await store().active(LEASES);
      await model.commit(manyLeases(1, rows), null);
    });

    it('contain every document once, in the order of one long page', async () => {
      for (const sort of SORTS) {
        const whole = await idsFound(model, { sort, limit: rows });
        const walked = await walk(model, { sort, limit: Math.ceil(rows / 11) });
        expect(walked.map((document) => document.id)).toEqual(whole);
        expect(new Set(whole).size).toBe(rows);
      }
    });

    it('respect the conditions', async () => {
      const part: Partial<FindQuery> = { where: { landlord: 'L-1' }, sort: [{ column: 'quartile', direction: 'asc' }] };
      const walked = await walk(model, { ...part, limit: Math.ceil(rows / 30) });
      expect(walked.map((document) => document.id)).toEqual(await idsFound(model, { ...part, limit: rows }));
    });

    it('go back from any document, in the opposite order', async () => {
      for (const sort of SORTS.filter(({ length }) => length > 0)) {
        const whole = await idsFound(model, { sort, limit: rows });
        const limit = Math.ceil(rows / 7);
        const back = reversed(query({ sort, limit }));
        for (const at of [1, limit - 1, limit + 1, rows - 1]) {
          const [document] = await model.getMany(back.collection, [whole[at]!]);
          const cursor = cursorAt(model, back, document!);
          const before = (await model.find({ ...back, cursor })).documents.map((found) => found.id);
          expect(before.toReversed()).toEqual(whole.slice(Math.max(0, at - limit), at));
        }
      }
    });

    it('end without a cursor', async () => {
      expect((await model.find(query({ limit: rows }))).next).toBeNull();
      expect((await model.find(query({ limit: rows - 1 }))).next).not.toBeNull();
    });

    it('neither miss nor repeat an unchanged document while others change, are added or are moved', async () => {
      const sort = [{ column: 'day', direction: 'asc' }] as const;
      const steady = (id: string) => Number(id.slice(-5)) % 2 === 0;
      const before = (await idsFound(model, { sort, limit: rows })).filter(steady);
      const moved = manyLeases(2, rows).filter((document) => !steady(document.id));
      const walked = await walk(model, { sort, limit: Math.ceil(rows / 30) }, async (page) => {
        const changes = moved.slice((page * rows) / 60, ((page + 1) * rows) / 60);
        const news = [lease(`new-${page}`, 2, { day: `2024-01-0${(page % 9) + 1}` })];
        await model.commit(
          [...changes.map((document) => ({ ...document, body: { day: '2024-01-05' } })), ...news],
          null,
        );
      });
      const seen = walked.map((document) => document.id).filter((id) => id.startsWith('lease-') && steady(id));
      expect(seen).toEqual(before);
    });

    it('refuse a cursor of another query, of another reader, or made by hand', async () => {
      const { next } = await model.find(query({ limit: 10, where: { landlord: 'L-1' } }));
      const other: Partial<FindQuery>[] = [
        {},
        { where: { landlord: 'L-2' } },
        { where: { landlord: 'L-1' }, sort: [{ column: 'day', direction: 'asc' }] },
        { where: { landlord: 'L-1' }, scope: limitedTo({ landlord: ['L-1'] }) },
      ];
      for (const part of other)
        await expect(model.find(query({ ...part, cursor: next! }))).rejects.toMatchObject({ code: 'stale-cursor' });
      for (const cursor of ['', 'x', '%%', 'bnVsbA', 'eyJvZiI6MX0'])
        await expect(model.find(query({ cursor }))).rejects.toMatchObject({ code: 'stale-cursor' });
    });
  });
}
