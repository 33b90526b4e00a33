import type { ModelDefinition, ReadStore } from '../port';
import { at, idsFound, lease, LEASES, query } from './examples';

export function describeGenerations(store: () => ReadStore): void {
  describe('generations', () => {
    const old = [lease('a', 1, { quartile: 1 }), lease('b', 2, {})];

    it('change for the readers only at the swap', async () => {
      const live = await store().active(LEASES);
      await live.commit(old, { storeId: 'events', position: at(2) });
      const beside = await store().beside(LEASES);
      expect(await beside.checkpoint()).toBeNull();
      await beside.commit([lease('c', 1, {})], { storeId: 'events', position: at(1) });
      expect(await idsFound(await store().active(LEASES))).toEqual(['a', 'b']);
      await live.commit([lease('d', 3, {})], { storeId: 'events', position: at(3) });
      await store().activate(beside);
      const now = await store().active(LEASES);
      expect(await idsFound(now)).toEqual(['c']);
      expect(await now.checkpoint()).toEqual({ storeId: 'events', position: at(1) });
      expect(await live.checkpoint()).toEqual({ storeId: 'events', position: at(3) });
    });

    it('make the cursors of the old generation stale', async () => {
      const live = await store().active(LEASES);
      await live.commit(old, null);
      const { next } = await live.find(query({ limit: 1 }));
      const beside = await store().beside(LEASES);
      await beside.commit(old, null);
      await store().activate(beside);
      const now = await store().active(LEASES);
      await expect(now.find(query({ limit: 1, cursor: next! }))).rejects.toMatchObject({ code: 'stale-cursor' });
    });

    it('are dropped when no longer active, and their names are not used again', async () => {
      const live = await store().active(LEASES);
      await live.commit(old, null);
      const beside = await store().beside(LEASES);
      await store().activate(beside);
      expect((await store().versions()).map(({ generation, active }) => [generation, active])).toEqual([
        [live.generation, false],
        [beside.generation, true],
      ]);
      await store().dropInactive(LEASES.name);
      expect(await store().versions()).toEqual([
        { name: 'leases', version: 1, generation: beside.generation, active: true },
      ]);
      await expect(live.find(query())).rejects.toMatchObject({ code: 'model-dropped' });
      const third = await store().beside(LEASES);
      expect([live.generation, beside.generation]).not.toContain(third.generation);
    });

    it('of another version exist beside each other, until the new one becomes the only one', async () => {
      const next: ModelDefinition = { ...LEASES, version: 2 };
      await (await store().active(LEASES)).commit(old, null);
      const newer = await store().active(next);
      expect(await idsFound(newer)).toEqual([]);
      expect(await idsFound(await store().active(LEASES))).toEqual(['a', 'b']);
      await store().activate(newer);
      await store().dropInactive(LEASES.name);
      expect((await store().versions()).map(({ version }) => version)).toEqual([2]);
    });

    it('do not change the models of other names', async () => {
      const other: ModelDefinition = { ...LEASES, name: 'others' };
      const live = await store().active(other);
      await live.commit(old, null);
      await store().activate(await store().beside(LEASES));
      await store().dropInactive(LEASES.name);
      await (await store().active(LEASES)).clear();
      expect(await idsFound(await store().active(other))).toEqual(['a', 'b']);
    });

    it('open with some of their collections, and get new ones', async () => {
      const part: ModelDefinition = { ...LEASES, collections: LEASES.collections.slice(0, 1) };
      const narrow = await store().active(part);
      await narrow.commit(old, null);
      const whole = await store().active(LEASES);
      await whole.commit([{ collection: 'note', id: 'n', position: at(3), body: {} }], null);
      expect(whole.generation).toBe(narrow.generation);
      expect(await idsFound(whole)).toEqual(['a', 'b']);
      await (await store().active(part)).clear();
      expect(await whole.get('note', 'n')).toBeNull();
    });

    it('refuse other columns under the same version, and invalid names', async () => {
      await store().active(LEASES);
      const changed = { ...LEASES, collections: [{ name: 'lease', columns: { other: 'text' as const }, indexes: [] }] };
      await expect(store().active(changed)).rejects.toMatchObject({ code: 'definition-changed' });
      for (const name of ['x"; DROP TABLE models', 'Capital', '', 'a.b'])
        await expect(store().active({ ...LEASES, name })).rejects.toMatchObject({ code: 'invalid-definition' });
      const index = { name: 'lease', columns: {}, indexes: [['nothing']] };
      await expect(store().active({ name: 'm', version: 1, collections: [index] })).rejects.toMatchObject({
        code: 'invalid-definition',
      });
    });
  });
}
