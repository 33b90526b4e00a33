import fc from 'fast-check';
import {
  allocationFilters,
  exportAddress,
  pageQuery,
  parseSearch,
  stringifySearch,
  valuesAfter,
  type Filter,
  type Search,
} from './support/page-list.js';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

interface Page {
  readonly allocations: readonly { readonly identifiant: string }[];
  readonly next: string | null;
  readonly total: number;
  readonly asOf: string;
}

const RUNS = 20;
const MOST_FILTERS = 3;
const SORTS = ['date_bail', '-date_bail', 'code_residence,-date_bail', '-note,quartile', '-code_bailleur'];
const FIGURES = ['Q1', 'ALLOCATIONS', 'Q1_REHOUSED_OUTSIDE_QPV', 'PRIORITY'];
const COLUMNS = ['date_bail', 'code_insee', 'code_residence', 'quartile', 'note', 'code_qpv', 'prioritaire'];

describe('a file of the page of leases', () => {
  let service: StartedApi;
  let filters: readonly Filter[];
  /** When the first half of the leases was recorded, and nothing else. */
  let before: string;

  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 60) });
    before = ((await (await service.get('/api/allocations?limit=1')).json()) as Page).asOf;
    await service.send({ 'attributions.csv': leases(40, 110).map((lease) => ({ ...lease, typologie: 'T4' })) });
    filters = allocationFilters(await (await service.get('/api/territory')).json());
  });
  afterAll(() => service.stop());

  /** Values of a filter as a reader ticks them, one after the other. */
  const ticked = (filter: Filter): fc.Arbitrary<Search> =>
    fc
      .array(fc.constantFrom(...filter.options.map(({ value }) => value)), { minLength: 1, maxLength: 3 })
      .map((values) =>
        values.reduce<readonly string[]>((chosen, value) => valuesAfter(filter, chosen, value, true) ?? [], []),
      )
      .map((values) => ({ [filter.name]: values }));

  const day = fc.integer({ min: 0, max: 800 }).map((days) => {
    const date = new Date(Date.UTC(2022, 11, 1) + days * 86_400_000);
    return date.toISOString().slice(0, 10);
  });
  const period: fc.Arbitrary<Search> = fc.tuple(day, day).map((days) => {
    const [from, to] = days.sort();
    return { from: from!, to: to! };
  });

  /** An address as the page writes it: filters, period, figure, order, instant, and its own words. */
  function addresses(): fc.Arbitrary<string> {
    const criteria = fc
      .uniqueArray(fc.constantFrom(...filters), { maxLength: MOST_FILTERS, selector: ({ name }) => name })
      .chain((some) => fc.tuple(...some.map(ticked)));
    const maybe = (part: fc.Arbitrary<Search>): fc.Arbitrary<Search> => fc.oneof(fc.constant({}), part);
    const figure = fc.record({
      figure: fc.constantFrom(...FIGURES),
      part: fc.constantFrom('numerateur', 'denominateur'),
    });
    const own = fc.record({
      colonnes: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 2 }),
      codes: fc.constant('O'),
      vue: fc.constant('une-vue'),
      limit: fc.constantFrom('50', '200'),
    });
    return fc
      .tuple(
        criteria,
        maybe(period),
        maybe(figure),
        maybe(fc.record({ sort: fc.constantFrom(...SORTS) })),
        maybe(fc.constant({ 'as-of': before })),
        maybe(own),
      )
      .map(([some, ...others]) => stringifySearch(Object.assign({}, ...some, ...others) as Search));
  }

  async function answered(address: string): Promise<Response> {
    const answer = await service.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer;
  }

  /** The lines that the page shows, page after page, in their order. */
  async function listed(search: Search): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
    const ids: string[] = [];
    for (let cursor: string | null | undefined; ;) {
      const query = pageQuery({ ...search, ...(cursor && { cursor }) });
      const answer = await answered(`/api/allocations${stringifySearch(query)}`);
      const { allocations, next, total } = (await answer.json()) as Page;
      ids.push(...allocations.map(({ identifiant }) => identifiant));
      if (next === null) return { ids, total };
      cursor = next;
    }
  }

  it('holds exactly the lines of the page, in their order, for any address that the page writes', async () => {
    const sizes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(addresses(), fc.boolean(), async (address, hasLabels) => {
        const search = parseSearch(address);
        const { ids, total } = await listed(search);
        expect(ids).toHaveLength(total);
        sizes.add(total);
        const columns = ['identifiant', 'date_bail'];
        const csv = await answered(exportAddress(search, { format: 'csv', columns, hasLabels }));
        const lines = (await csv.text())
          .replace(/^\ufeff/, '')
          .trimEnd()
          .split('\r\n');
        expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual(ids);
        const xlsx = await answered(exportAddress(search, { format: 'xlsx', columns, hasLabels }));
        const rows = await readXlsx(Buffer.from(await xlsx.arrayBuffer()));
        expect(rows.slice(1).map(([id]) => id)).toEqual(ids);
      }),
      { numRuns: RUNS },
    );
    // The addresses differ in what they show, or nothing was tried.
    expect(sizes.size).toBeGreaterThan(3);
  });
});
