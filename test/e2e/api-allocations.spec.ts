import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { FindQuery, ReadModel } from '#read-store';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

type Item = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
interface Page {
  readonly allocations: readonly Item[];
  readonly next: string | null;
  readonly total: number;
  readonly facets?: readonly {
    readonly filter: string;
    readonly values: readonly { readonly value: string | null; readonly count: number }[];
  }[];
  readonly asOf: string;
  readonly position: string;
}

const LEASES = 240;
const FACETS = ['quartile', 'note', 'en_qpv', 'code_insee', 'code_residence', 'type_demande', 'typologie', 'annulee'];

describe('GET /api/allocations', () => {
  let service: StartedApi;
  let everything: readonly Item[];
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, LEASES) });
    everything = await walk('limit=500');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.stop());

  async function page(query: string): Promise<Page> {
    const answer = await service.get(`/api/allocations?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Page;
  }

  async function walk(query: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let next: string | null = ''; next !== null;) {
      const read: Page = await page(`${query}${next && `&cursor=${next}`}`);
      items.push(...read.allocations);
      next = read.next;
    }
    return items;
  }

  async function csvRows(query: string): Promise<readonly (readonly string[])[]> {
    const answer = await service.get(`/api/allocations/export?format=csv&${query}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return (await answer.text())
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
  }

  it('shows every lease once, with the words of the files and a random identifier, and no personal facts', async () => {
    const { total, asOf, position, next, allocations } = await page('');
    expect({ total, shown: allocations.length }).toEqual({ total: LEASES, shown: 50 });
    expect(next).not.toBeNull();
    expect(asOf).toBe((await service.installation.eventStore.head())!.recordedAt);
    expect(position).toBe((await service.installation.eventStore.head())!.position);
    expect(new Set(everything.map((item) => item['identifiant'])).size).toBe(LEASES);
    const text = JSON.stringify(everything);
    expect(text).not.toMatch(/SECRET|0780000000|dalo|ressources|household|ménage/);
    expect(Object.keys(everything[0]!)).toEqual((await csvRows(''))[0]);
  });

  const CONDITIONS: readonly (readonly [string, (item: Item) => boolean])[] = [
    ['from=2023-04-01', (item) => item['date_bail']! >= '2023-04-01'],
    ['to=2023-12-31', (item) => item['date_bail']! <= '2023-12-31'],
    ['code_insee=78621', (item) => item['code_insee'] === '78621'],
    ['code_bailleur=L-A', (item) => item['code_bailleur'] === 'L-A'],
    ['code_residence=R1&code_residence=R5', (item) => ['R1', 'R5'].includes(item['code_residence'] as string)],
    ['code_reservataire=VILLE', (item) => item['code_reservataire'] === 'VILLE'],
    ['contingent=etat&contingent=epci', (item) => item['contingent'] === 'etat'],
    ['code_qpv=L-Q1', (item) => (item['code_qpv'] as readonly string[]).includes('L-Q1')],
    ['code_qpv=L-Q2', (item) => (item['code_qpv'] as readonly string[]).includes('L-Q2')],
    ['code_qpv=L-Q9', () => false],
    ['en_qpv=O', (item) => item['en_qpv'] === true],
    ['en_qpv=N', (item) => item['en_qpv'] === false],
    ['note=4&note=5', (item) => item['note'] === 4 || item['note'] === 5],
    ['note=aucune', (item) => item['note'] === null],
    ['quartile=1', (item) => item['quartile'] === '1'],
    ['quartile=2&quartile=3', (item) => item['quartile'] === '2' || item['quartile'] === '3'],
    ['quartile=inconnu', (item) => item['quartile'] === null],
    ['prioritaire=O', (item) => item['prioritaire'] === true],
    ['domicile_travail=N', (item) => item['domicile_travail'] === false],
    ['travailleur_essentiel=inconnu', (item) => item['travailleur_essentiel'] === null],
    ['type_demande=mutation', (item) => item['type_demande'] === 'mutation'],
    ['reloge=O', (item) => item['reloge'] === true],
    ['premiere_mise_en_location=inconnu', (item) => item['premiere_mise_en_location'] === null],
    ['annulee=O', (item) => item['annulee'] === true],
    ['annulee=N', (item) => item['annulee'] === false],
    ['typologie=T1', (item) => item['typologie'] === 'T1'],
    ['financement=PLAI', (item) => item['financement'] === 'PLAI'],
    ['composition=nombreuse', (item) => item['composition'] === 'nombreuse'],
  ];

  it.each(CONDITIONS)('keeps with %s exactly the leases of the filter', async (query, keeps) => {
    expect(await walk(`${query}&limit=100`)).toEqual(everything.filter(keeps));
  });

  it('counts the values of a filter under the other ones, as many as the list then has', async () => {
    const filters = fc.uniqueArray(fc.constantFrom(...CONDITIONS), {
      maxLength: 2,
      selector: ([query]) => query.split('=')[0],
    });
    const facets = fc.uniqueArray(fc.constantFrom(...FACETS), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(filters, facets, async (conditions, asked) => {
        const query = conditions.map(([text]) => text).join('&');
        const counted = await page(`${query}&limit=1&${asked.map((word) => `facets=${word}`).join('&')}`);
        expect(counted.facets!.map(({ filter }) => filter)).toEqual(asked);
        for (const { filter, values } of counted.facets!) {
          const others = conditions.filter(([text]) => text.split('=')[0] !== filter);
          const listed = everything.filter((item) => others.every(([, keeps]) => keeps(item)));
          expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
          for (const { value, count } of values.filter((each) => each.value !== null)) {
            const { total } = await page(`${others.map(([text]) => text).join('&')}&${filter}=${value}&limit=1`);
            expect([filter, value, total]).toEqual([filter, value, count]);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('counts the values within the leases of a figure, and those of each page as of the moment of the first', async () => {
    const query = 'figure=Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&quartile=1&facets=quartile&limit=2';
    const first = await page(query);
    expect(first.facets![0]!.values.find(({ value }) => value === '1')!.count).toBe(first.total);
    expect((await page(`${query}&cursor=${first.next}`)).facets).toEqual(first.facets);
    expect('facets' in (await page('limit=1'))).toBe(false);
  });

  const SORTS = ['', 'sort=-date_bail', 'sort=code_residence,-date_bail', 'sort=-note,quartile'];

  it('exports exactly the filtered list, in its order, for any filters', async () => {
    const filters = fc.uniqueArray(fc.constantFrom(...CONDITIONS), {
      maxLength: 3,
      selector: ([query]) => query.split('=')[0],
    });
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...SORTS), async (conditions, sort) => {
        const query = [...conditions.map(([text]) => text), sort].filter(Boolean).join('&');
        const listed = await walk(`${query}&limit=37`);
        const kept = everything.filter((item) => conditions.every(([, keeps]) => keeps(item)));
        expect(inOneOrder(listed)).toEqual(inOneOrder(kept));
        expect((await csvRows(query)).slice(1)).toEqual(listed.map(asCells));
      }),
      { numRuns: 25 },
    );
  });

  const FIGURES: readonly (readonly [string, (item: Item) => boolean])[] = [
    ['ALLOCATIONS&part=numerateur', (item) => item['annulee'] !== true],
    ['Q1_REHOUSED_OUTSIDE_QPV&part=denominateur', (item) => item['annulee'] !== true && item['en_qpv'] === false],
    [
      'Q1_REHOUSED_OUTSIDE_QPV&part=numerateur&code_bailleur=L-A',
      (item) =>
        item['annulee'] !== true &&
        item['en_qpv'] === false &&
        (item['quartile'] === '1' || item['reloge'] === true) &&
        item['code_bailleur'] === 'L-A',
    ],
  ];

  it.each(FIGURES)('lists the leases of figure=%s, in the list and in its export', async (query, keeps) => {
    const expected = everything.filter(keeps);
    expect(expected.length).toBeGreaterThan(0);
    expect(await walk(`figure=${query}&limit=100`)).toEqual(expected);
    expect((await csvRows(`figure=${query}`)).slice(1)).toEqual(expected.map(asCells));
  });

  it('exports the same rows as XLSX, under a name that describes them', async () => {
    const answer = await service.get('/api/allocations/export?format=xlsx&en_qpv=O');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="mixite-attributions-\d{4}-\d\d-\d\d\.xlsx"$/,
    );
    const [header, ...rows] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    expect(header!.slice(0, 3)).toEqual(['Identifiant', 'Date du bail', 'Date de la CALEOL']);
    expect(header).toHaveLength((await csvRows(''))[0]!.length);
    expect(new Set(rows.map((row) => row[8]))).toEqual(new Set(['oui']));
    expect(rows.map((row) => row[0])).toEqual((await walk('en_qpv=O')).map((item) => item['identifiant']));
  });

  it('pages through one state while facts change, and shows the new state to a new request', async () => {
    const first = await page('limit=20&sort=-date_bail');
    const [lease] = leases(5, 5);
    await service.send({
      'attributions.csv': [
        { ...lease!, date_bail: '2025-05-05' },
        { ...lease!, numero_attribution: 'APRES-COUP', date_bail: '2025-06-06' },
      ],
    });
    const rest = await walkFrom(first);
    expect(rest.map(({ total, position }) => ({ total, position }))).toEqual(
      rest.map(() => ({ total: first.total, position: first.position })),
    );
    const walked = [first, ...rest].flatMap(({ allocations }) => allocations);
    expect(inOneOrder(walked)).toEqual(inOneOrder(everything));
    expect(walked).toHaveLength(LEASES);

    const newList = await page('limit=2&sort=-date_bail');
    expect(newList.total).toBe(LEASES + 1);
    expect(newList.allocations.map((item) => item['date_bail'])).toEqual(['2025-06-06', '2025-05-05']);
    const known = await page(`as-of=${first.asOf}&limit=1`);
    expect({ total: known.total, asOf: known.asOf }).toEqual({ total: LEASES, asOf: first.asOf });
  });

  async function walkFrom(first: Page): Promise<readonly Page[]> {
    const pages: Page[] = [];
    for (let { next } = first; next !== null; { next } = pages.at(-1)!)
      pages.push(await page(`limit=20&sort=-date_bail&cursor=${next}`));
    return pages;
  }

  it('answers 410 to a cursor of another list, of another version, or that is not a cursor', async () => {
    const { next } = await page('limit=5');
    const gone = async (query: string) => {
      const answer = await service.get(`/api/allocations?${query}`);
      expect(await answer.json()).toMatchObject({
        status: 410,
        code: 'stale-cursor',
        detail: expect.stringMatching(/Recharger la liste/) as string,
      });
    };
    await gone(`limit=5&en_qpv=O&cursor=${next}`);
    await gone(`limit=5&sort=-date_bail&cursor=${next}`);
    await gone(`limit=5&as-of=2024-01-01&cursor=${next}`);
    await gone('cursor=WyJhIl0');
    await service.installation.engine.rebuild('compliance');
    await gone(`limit=5&cursor=${next}`);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=1.5', 'limit'],
    ['sort=numero_unique', 'sort'],
    ['sort=date_bail,date_bail', 'sort'],
    ['sort=household', 'sort'],
    ['numero_unique=078000000000000001', 'numero_unique'],
    ['dalo=O', 'dalo'],
    ['commune_domicile=78297', 'commune_domicile'],
    ['note=aucune&note=5', 'note'],
    ['quartile=5', 'quartile'],
    ['en_qpv=oui', 'en_qpv'],
    ['figure=Q5&part=numerateur', 'figure'],
    ['figure=Q1', 'figure'],
    ['part=numerateur', 'part'],
    ['figure=Q1&part=haut', 'part'],
    ['code_residence=', 'code_residence'],
    ['code_residence[a]=R1', 'code_residence[a]'],
    ['cursor=../..', 'cursor'],
    ['facets=numero_unique', 'facets'],
    ['facets=publics', 'facets'],
    ['facets=note&facets=note', 'facets'],
    [`facets=${FACETS.slice(0, 7).join('&facets=')}`, 'facets'],
  ])('refuses %s', async (query, parameter) => {
    const answer = await service.get(`/api/allocations?${query}`);
    expect(await answer.json()).toMatchObject({ status: 400, code: 'invalid-request', parameters: [{ parameter }] });
  });

  describe('when the store fails', () => {
    /** Every page announces another one, so that the list never ends before the failure. */
    function failAt(call: number): () => number {
      let calls = 0;
      const { readStore } = service.installation;
      const active = readStore.active.bind(readStore);
      jest.spyOn(readStore, 'active').mockImplementation(async (definition) => {
        const model = await active(definition);
        const find = async (query: FindQuery) => {
          calls += 1;
          if (calls === call) throw new Error('the disk holds BAIL-SECRET-1 no more');
          return { ...(await model.find(query)), next: 'again' };
        };
        return Object.assign(Object.create(model) as ReadModel, {
          find: (query: FindQuery) => find({ ...query, cursor: undefined }),
        });
      });
      return () => calls;
    }

    it('breaks the connection in the middle of an export: the client gets no whole file', async () => {
      failAt(12);
      const answer = await service.get('/api/allocations/export?format=csv');
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow();
      expect(service.log.some((line) => line.includes('"context":"files"'))).toBe(true);
      expect(service.log.join('')).not.toContain('SECRET');
    });

    it('reads no more of the list than its client does', async () => {
      const reads = failAt(Number.POSITIVE_INFINITY);
      const answer = await service.get('/api/allocations/export?format=csv');
      const reader = answer.body!.getReader();
      await reader.read();
      for (let still = 0, last = 0; still < 10; last = reads()) {
        await wait(20);
        still = reads() === last ? still + 1 : 0;
        expect(reads()).toBeLessThan(5_000);
      }
      await reader.cancel();
    });

    it('answers with a problem before the first byte, with the number of an incident in the log and no detail', async () => {
      failAt(1);
      const answer = await service.get('/api/allocations/export?format=xlsx');
      expect(answer.headers.get('content-disposition')).toBeNull();
      const problem = (await answer.json()) as { detail: string };
      expect(problem).toMatchObject({ status: 500, code: 'unexpected', title: 'Erreur inattendue' });
      const incident = /[0-9a-f-]{36}/.exec(problem.detail)![0];
      expect(service.log.some((line) => line.includes(incident))).toBe(true);
      expect(JSON.stringify(problem) + service.log.join('')).not.toContain('SECRET');
    });
  });
});

/** By identifier. Two sets of objects would be compared each with each, which takes longer than all the rest. */
function inOneOrder(items: readonly Item[]): readonly Item[] {
  return [...items].sort((one, other) => (String(one['identifiant']) < String(other['identifiant']) ? -1 : 1));
}

/** The item with the spellings of the files. */
function asCells(item: Item): readonly string[] {
  return Object.entries(item).map(([word, value]) => {
    if (typeof value === 'boolean') return value ? 'O' : 'N';
    if (Array.isArray(value)) return value.join('|');
    return word === 'quartile' && value !== null ? (value as string).replace('-', ' à ') : String(value ?? '');
  });
}
