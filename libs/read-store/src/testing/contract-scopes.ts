import { EVERYTHING, NOTHING, type Scope } from '#access';
import type { FindQuery, ReadModel, ReadStore } from '../port';
import { idsFound, lease, LEASES, query, walk } from './examples';

export function describeScopes(store: () => ReadStore): void {
  describe('scopes', () => {
    let model: ReadModel;
    beforeEach(async () => {
      model = await store().active(LEASES);
      await model.commit(
        [
          lease('a', 1, { landlord: 'L-1', holder: 'H-1', quartile: 1 }),
          lease('b', 1, { landlord: 'L-2', holder: 'H-1', quartile: 1 }),
          lease('c', 1, { landlord: 'L-3', holder: 'H-2', quartile: 2 }),
          lease('d', 1, { landlord: null, holder: null, quartile: 1 }),
        ],
        null,
      );
    });

    const cases: [string, Scope, string[]][] = [
      ['everything', EVERYTHING, ['a', 'b', 'c', 'd']],
      ['nothing', NOTHING, []],
      ["one landlord's rows", { kind: 'landlord', codes: ['L-1'] }, ['a']],
      ["several landlords' rows", { kind: 'landlord', codes: ['L-1', 'L-3'] }, ['a', 'c']],
      ["one holder's rows", { kind: 'holder', codes: ['H-1'] }, ['a', 'b']],
      ['no row for no code', { kind: 'landlord', codes: [] }, []],
      ['no row for a code unknown', { kind: 'holder', codes: ['L-1'] }, []],
      ['no row of a collection that does not declare the kind', { kind: 'commune', codes: ['L-1', '78498'] }, []],
    ];
    it.each(cases)('show and count %s', async (_, scope, ids) => {
      expect(await idsFound(model, { scope })).toEqual(ids);
      expect(await model.count(query({ scope }))).toBe(ids.length);
      const walked = await walk(model, { scope, limit: 1 });
      expect(walked.map((document) => document.id)).toEqual(ids);
    });

    it('are not widened by a condition on the same column', async () => {
      const scope: Scope = { kind: 'landlord', codes: ['L-1'] };
      const where: FindQuery['where'] = { landlord: { in: ['L-1', 'L-2'] } };
      expect(await idsFound(model, { scope, where })).toEqual(['a']);
      expect(await model.count(query({ scope, where: { landlord: 'L-2' } }))).toBe(0);
    });

    it('hold for a collection that declares none', async () => {
      const note = { collection: 'note', id: 'n', position: lease('n', 1, {}).position, body: {} };
      await model.commit([note], null);
      const scope: Scope = { kind: 'landlord', codes: ['L-1'] };
      expect(await idsFound(model, { collection: 'note', scope })).toEqual([]);
      expect(await idsFound(model, { collection: 'note' })).toEqual(['n']);
    });

    it("do not let one reader's cursor serve another", async () => {
      const { next } = await model.find(query({ limit: 1 }));
      const scope: Scope = { kind: 'landlord', codes: ['L-3'] };
      for (const narrower of [scope, NOTHING])
        await expect(model.find(query({ scope: narrower, cursor: next! }))).rejects.toMatchObject({
          code: 'stale-cursor',
        });
    });
  });
}
