import { covers, EVERYTHING, limitedTo, NOTHING, type Scope } from '#access';
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
      ["one landlord's rows", limitedTo({ landlord: ['L-1'] }), ['a']],
      ["several landlords' rows", limitedTo({ landlord: ['L-1', 'L-3'] }), ['a', 'c']],
      ["one holder's rows", limitedTo({ holder: ['H-1'] }), ['a', 'b']],
      ['no row for no code', limitedTo({ landlord: [] }), []],
      ['no row for an unknown code', limitedTo({ holder: ['L-1'] }), []],
      ["a landlord's rows and a holder's", limitedTo({ landlord: ['L-3'], holder: ['H-1'] }), ['a', 'b', 'c']],
      ['a row once although two kinds cover it', limitedTo({ landlord: ['L-1'], holder: ['H-1'] }), ['a', 'b']],
      ["a holder's rows beside no landlord's", limitedTo({ landlord: [], holder: ['H-2'] }), ['c']],
      ['rows by the kinds that the collection declares', limitedTo({ landlord: ['L-2'], commune: ['L-1'] }), ['b']],
      ['no row for codes of other kinds', limitedTo({ landlord: ['H-1'], holder: ['L-1'] }), []],
      ['no row for no kind', limitedTo({}), []],
      ['no row of a collection that does not declare the kind', limitedTo({ commune: ['L-1', '78498'] }), []],
    ];
    it.each(cases)('show and count %s', async (_, scope, ids) => {
      expect(await idsFound(model, { scope })).toEqual(ids);
      expect(await model.count(query({ scope }))).toBe(ids.length);
      const walked = await walk(model, { scope, limit: 1 });
      expect(walked.map((document) => document.id)).toEqual(ids);
    });

    it('are not widened by a condition on the same column', async () => {
      const scope: Scope = limitedTo({ landlord: ['L-1'] });
      const where: FindQuery['where'] = { landlord: { in: ['L-1', 'L-2'] } };
      expect(await idsFound(model, { scope, where })).toEqual(['a']);
      expect(await model.count(query({ scope, where: { landlord: 'L-2' } }))).toBe(0);
    });

    it('show only the rows that they cover, for any kinds of codes', async () => {
      const codes = { landlord: [[], ['L-1'], ['L-2', 'L-3']], holder: [[], ['H-1'], ['H-2'], ['H-1', 'H-2']] };
      const { documents } = await model.find(query());
      for (const landlord of [undefined, ...codes.landlord])
        for (const holder of [undefined, ...codes.holder]) {
          const scope = limitedTo({ landlord, holder });
          const covered = documents.filter(({ body }) => covers(scope, body)).map(({ id }) => id);
          expect({ scope, ids: await idsFound(model, { scope }) }).toEqual({ scope, ids: covered });
          const where: FindQuery['where'] = { quartile: 1 };
          const kept = documents.filter(({ id, body }) => covered.includes(id) && body['quartile'] === 1);
          expect(await idsFound(model, { scope, where })).toEqual(kept.map(({ id }) => id));
          expect(await model.count(query({ scope, where }))).toBe(kept.length);
        }
    });

    it('show a row by any of several columns of one kind', async () => {
      const collections = [
        {
          name: 'shared',
          columns: { own: 'text', delegated: 'text' } as const,
          indexes: [],
          scopes: { commune: ['own', 'delegated'] },
        },
      ];
      const shared = await store().active({ name: 'shared', version: 1, collections });
      const { position } = lease('s', 1, {});
      const row = (id: string, own: string, delegated: string | null) => ({
        collection: 'shared',
        id,
        position,
        body: { own, delegated },
      });
      await shared.commit([row('a', 'C-1', null), row('b', 'C-2', 'C-1'), row('c', 'C-2', 'C-3')], null);
      const seenBy = async (scope: Scope) =>
        (await shared.find({ collection: 'shared', scope, limit: 10 })).documents.map(({ id }) => id);
      expect(await seenBy(limitedTo({ commune: ['C-1'] }))).toEqual(['a', 'b']);
      expect(await seenBy(limitedTo({ commune: ['C-3'] }))).toEqual(['c']);
      expect(await seenBy(limitedTo({ landlord: ['C-1'] }))).toEqual([]);
      expect(await shared.count({ collection: 'shared', scope: limitedTo({ commune: ['C-2', 'C-3'] }) })).toBe(2);
    });

    it('show no row of a collection that declares no scope column', async () => {
      const note = { collection: 'note', id: 'n', position: lease('n', 1, {}).position, body: {} };
      await model.commit([note], null);
      const scope: Scope = limitedTo({ landlord: ['L-1'] });
      expect(await idsFound(model, { collection: 'note', scope })).toEqual([]);
      const several = limitedTo({ landlord: ['L-1'], holder: ['H-1'], commune: ['78498'] });
      expect(await idsFound(model, { collection: 'note', scope: several })).toEqual([]);
      expect(await idsFound(model, { collection: 'note' })).toEqual(['n']);
    });

    it("do not let one reader's cursor serve another", async () => {
      const { next } = await model.find(query({ limit: 1 }));
      const scope: Scope = limitedTo({ landlord: ['L-3'] });
      for (const narrower of [scope, NOTHING])
        await expect(model.find(query({ scope: narrower, cursor: next! }))).rejects.toMatchObject({
          code: 'stale-cursor',
        });
    });
  });
}
