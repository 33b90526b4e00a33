import { EVERYTHING, limitedTo, maskingOf, may, NOTHING, ROLES, type Actor, type Scope } from '#access';
import { readerOf } from '#access/testing';
import { temporaryEventStore } from '#event-store/testing';
import { isRefusal, type JsonObject } from '#kernel';
import { temporaryReadStore } from '#read-store/testing';
import type { Position } from '#event-store';
import { COMPLIANCE_MODEL, OPEN, type AllocationDocument } from '../projections/model';
import { AllocationLists, type AllocationPage } from './allocation-lists';

const READER = (scope: Scope): Actor => readerOf(scope);
const QUERY = { filter: { where: {} }, sort: [{ word: 'date_bail', direction: 'asc' }], limit: 2 } as const;

const FIRST = '0000000000000001' as Position;

/** Six allocations, of two landlords, two communes and two holders. */
const DOCUMENTS = [0, 1, 2, 3, 4, 5].map(
  (n) =>
    ({
      allocation: `a${n}`,
      from: FIRST,
      to: OPEN,
      day: `2024-01-0${n + 1}`,
      landlord: n % 2 ? 'L-B' : 'L-A',
      commune: n < 2 ? '78621' : '78297',
      holder: n < 5 ? 'ETAT' : 'VILLE',
      districts: [],
      publics: null,
    }) as unknown as AllocationDocument & JsonObject,
);

describe('lists of allocations under a scope', () => {
  let lists: AllocationLists;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const [events, reads] = [await temporaryEventStore(), await temporaryReadStore()];
    closing.push(
      () => events.destroy(),
      () => reads.destroy(),
    );
    const model = await reads.store.active(COMPLIANCE_MODEL);
    await model.commit(
      DOCUMENTS.map((body) => ({
        collection: 'allocations',
        id: `${body.allocation}@${FIRST}`,
        position: FIRST,
        body,
      })),
      { storeId: events.store.storeId, position: FIRST },
    );
    lists = new AllocationLists({ events: events.store, readStore: reads.store });
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  async function walked(actor: Actor) {
    const ids: unknown[] = [];
    const totals = new Set<number>();
    for (let cursor: string | undefined; ;) {
      const page = (await lists.page({ ...QUERY, cursor }, actor)) as AllocationPage;
      ids.push(...page.allocations.map((row) => row.identifiant));
      totals.add(page.total);
      if (page.next === null) return { ids, totals: [...totals] };
      cursor = page.next;
    }
  }

  async function exported(actor: Actor) {
    const list = await lists.all(QUERY, actor);
    if (isRefusal(list)) return list;
    const ids: unknown[] = [];
    for await (const page of list.pages) ids.push(...page.map((row) => row.identifiant));
    return ids;
  }

  it.each<[Scope, readonly string[]]>([
    [EVERYTHING, ['a0', 'a1', 'a2', 'a3', 'a4', 'a5']],
    [limitedTo({ landlord: ['L-A'] }), ['a0', 'a2', 'a4']],
    [limitedTo({ commune: ['78621'] }), ['a0', 'a1']],
    [limitedTo({ holder: ['VILLE', 'AUTRE'] }), ['a5']],
    [limitedTo({ landlord: ['L-A'], commune: ['78621'] }), ['a0', 'a1', 'a2', 'a4']],
    [limitedTo({ landlord: ['L-X'], holder: ['VILLE'], commune: ['78621'] }), ['a0', 'a1', 'a5']],
    [limitedTo({ landlord: [] }), []],
  ])('shows, counts and exports to %j only its own rows', async (scope, ids) => {
    expect(await walked(READER(scope))).toEqual({ ids, totals: [ids.length] });
    expect(await exported(READER(scope))).toEqual(ids);
  });

  it.each<[Scope, readonly unknown[]]>([
    [
      EVERYTHING,
      [
        ['78297', 4],
        ['78621', 2],
      ],
    ],
    [
      limitedTo({ landlord: ['L-A'] }),
      [
        ['78297', 2],
        ['78621', 1],
      ],
    ],
    [limitedTo({ commune: ['78621'] }), [['78621', 2]]],
    [limitedTo({ landlord: [] }), []],
  ])('counts the values of a filter for %j among its own rows', async (scope, communes) => {
    const filter = { where: { commune: '78297' } };
    const page = (await lists.page({ ...QUERY, filter, facets: ['code_insee'] }, READER(scope))) as AllocationPage;
    const [facet] = page.facets!;
    expect(facet!.values.map(({ value, count }) => [value, count])).toEqual(communes);
  });

  it('are read by nobody from whom small counts are hidden, so that a count of their values gives none away', () => {
    const readers = ROLES.map((role) => ({ ...READER(EVERYTHING), role }));
    expect(readers.filter((reader) => may(reader, 'read-list')).map(maskingOf)).not.toContainEqual(expect.anything());
  });

  it('refuses an actor who may see nothing', async () => {
    expect(await lists.page(QUERY, READER(NOTHING))).toMatchObject({ refused: true, code: 'not-allowed' });
    expect(await lists.all(QUERY, READER(NOTHING))).toMatchObject({ refused: true, code: 'not-allowed' });
  });

  it('refuses a cursor made under another scope', async () => {
    const { next } = (await lists.page(QUERY, READER(EVERYTHING))) as AllocationPage;
    const other = READER(limitedTo({ landlord: ['L-A'] }));
    await expect(lists.page({ ...QUERY, cursor: next! }, other)).rejects.toMatchObject({ code: 'stale-cursor' });
  });
});
