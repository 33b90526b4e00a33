import type { ReadModel, ReadStore } from '../port';
import { at, lease, LEASES, query } from './examples';

export function describeWriting(store: () => ReadStore, rows: number): void {
  describe('documents and checkpoint', () => {
    let model: ReadModel;
    beforeEach(async () => {
      model = await store().active(LEASES);
    });

    it('returns a document as it was written', async () => {
      const odd = { $set: 1, 'a.b': 2, '': 3 };
      const body = {
        landlord: 'L-1',
        day: null,
        cancelled: true,
        deep: { list: [1, 'é', null], odd },
        large: 2 ** 53 - 1,
      };
      await model.commit([{ collection: 'lease', id: 'a', position: at(1), body }], null);
      expect(await model.get('lease', 'a')).toEqual({ id: 'a', position: at(1), body });
      expect(await model.get('lease', 'b')).toBeNull();
      expect(await model.get('note', 'a')).toBeNull();
    });

    it('returns several documents in the given order, without those that do not exist', async () => {
      await model.commit([lease('a', 1, {}), lease('b', 1, {}), lease('c', 1, {})], null);
      const found = await model.getMany('lease', ['c', 'x', 'a']);
      expect(found.map((document) => document.id)).toEqual(['c', 'a']);
      expect(await model.getMany('lease', [])).toEqual([]);
    });

    it('ignores an older write, in any order of arrival', async () => {
      await model.commit([lease('a', 5, { quartile: 2 }), lease('a', 4, { quartile: 1 })], null);
      await model.commit([lease('a', 3, { quartile: 4 })], null);
      expect(await model.get('lease', 'a')).toMatchObject({ position: at(5), body: { quartile: 2 } });
      expect(await model.count(query({ where: { quartile: 2 } }))).toBe(1);
      await model.commit([lease('a', 6, { quartile: 3 })], null);
      expect(await model.get('lease', 'a')).toMatchObject({ position: at(6), body: { quartile: 3 } });
    });

    it('changes nothing when the same documents come twice', async () => {
      const documents = [lease('a', 1, { quartile: 1 }), lease('b', 2, { quartile: 2 })];
      const checkpoint = { storeId: 'events', position: at(2) };
      await model.commit(documents, checkpoint);
      const once = await model.find(query());
      await model.commit(documents, checkpoint);
      expect(await model.find(query())).toEqual(once);
      expect(await model.checkpoint()).toEqual(checkpoint);
    });

    it('writes the whole document again at the same position', async () => {
      await model.commit([lease('a', 1, { quartile: 1, landlord: 'L-1' })], null);
      await model.commit([lease('a', 1, { quartile: 2 })], null);
      expect((await model.get('lease', 'a'))?.body).toEqual({ quartile: 2 });
      expect(await model.count(query({ where: { landlord: 'L-1' } }))).toBe(0);
    });

    it('keeps the checkpoint where a commit has none', async () => {
      expect(await model.checkpoint()).toBeNull();
      await model.commit([], { storeId: 'events', position: at(3) });
      await model.commit([lease('a', 4, {})], null);
      expect(await model.checkpoint()).toEqual({ storeId: 'events', position: at(3) });
    });

    it('never moves the checkpoint back, unless it is of another event store', async () => {
      await model.commit([], { storeId: 'events', position: at(5) });
      await model.commit([lease('a', 6, {})], { storeId: 'events', position: at(4) });
      expect(await model.checkpoint()).toEqual({ storeId: 'events', position: at(5) });
      expect(await model.get('lease', 'a')).not.toBeNull();
      await model.commit([], { storeId: 'restored', position: at(2) });
      expect(await model.checkpoint()).toEqual({ storeId: 'restored', position: at(2) });
      await model.clear();
      await model.commit([], { storeId: 'restored', position: at(1) });
      expect(await model.checkpoint()).toEqual({ storeId: 'restored', position: at(1) });
    });

    it('refuses a value that its column cannot hold, and a collection that the model does not have', async () => {
      const wrong = { collection: 'lease', id: 'a', position: at(1), body: { quartile: 'one' } };
      await expect(model.commit([wrong], null)).rejects.toMatchObject({ code: 'invalid-column-value' });
      const stray = { collection: 'stray', id: 'a', position: at(1), body: {} };
      await expect(model.commit([stray], null)).rejects.toMatchObject({ code: 'unknown-collection' });
      await model.commit([lease('b', 1, {})], null);
      expect(await model.get('lease', 'b')).not.toBeNull();
    });

    it('writes overlapping commits one after the other', async () => {
      const each = rows / 15;
      const commits = Array.from({ length: 20 }, (_, index) =>
        model.commit(
          Array.from({ length: each }, (__, row) => lease(`${row}`, index, { quartile: index })),
          { storeId: 'events', position: at(index) },
        ),
      );
      await Promise.all(commits);
      expect(await model.count(query({ where: { quartile: 19 } }))).toBe(each);
      expect(await model.checkpoint()).toEqual({ storeId: 'events', position: at(19) });
    });

    it('empties every collection and the checkpoint', async () => {
      const note = { collection: 'note', id: 'n', position: at(1), body: {} };
      await model.commit([lease('a', 9, {}), note], { storeId: 'events', position: at(9) });
      await model.clear();
      expect(await model.count(query())).toBe(0);
      expect(await model.get('note', 'n')).toBeNull();
      expect(await model.checkpoint()).toBeNull();
      await model.commit([lease('a', 1, {})], null);
      expect(await model.get('lease', 'a')).toMatchObject({ position: at(1) });
    });
  });
}
