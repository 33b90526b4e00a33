import fc from 'fast-check';
import { readXlsx } from './support/read-xlsx';
import { startedApi, type StartedApi } from './support/started-api';
import { leases, TERRITORY } from './support/territory';

type Item = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
interface Page {
  readonly allocations: readonly Item[];
  readonly next: string | null;
  readonly prev: string | null;
  readonly offset: number;
  readonly total: number;
}

const FILTERS = [
  'from=2023-04-01',
  'to=2024-06-30',
  'code_insee=78621',
  'code_bailleur=L-A&code_bailleur=L-B',
  'en_qpv=O',
  'note=4&note=5',
  'quartile=1&quartile=3',
  'prioritaire=O',
  'contingent=etat',
  'figure=Q1&part=denominateur',
  'annulee=N',
];
const SORTS = ['', 'sort=-date_bail', 'sort=code_residence,-date_bail', 'sort=-note,quartile'];
const COLUMNS = ['code_residence', 'date_bail', 'quartile', 'en_qpv', 'code_qpv', 'note', 'code_bailleur'];
const QUERIES = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...FILTERS), { maxLength: 3 }), fc.constantFrom(...SORTS))
  .map(([filters, sort]) => [...filters, sort].filter(Boolean).join('&'));

describe('the files of the list of leases', () => {
  let service: StartedApi;
  beforeAll(async () => {
    service = await startedApi();
    await service.send({ ...TERRITORY, 'attributions.csv': leases(1, 90) });
  });
  afterAll(() => service.stop());

  async function page(query: string): Promise<Page> {
    const answer = await service.get(`/api/allocations?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return (await answer.json()) as Page;
  }

  async function file(query: string): Promise<Response> {
    const answer = await service.get(`/api/allocations/export?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer;
  }

  async function csvRows(query: string): Promise<readonly (readonly string[])[]> {
    const text = (await (await file(`format=csv&${query}`)).text()).replace(/^\ufeff/, '').trimEnd();
    return text.split('\r\n').map((line) => line.split(';'));
  }

  const idsOf = (items: readonly Item[]) => items.map((item) => item['identifiant']);

  it('hold the lines of the list of the same address, in its order, under exactly the columns asked for', async () => {
    const columns = fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(QUERIES, columns, async (query, words) => {
        const { allocations, total } = await page(`${query}&limit=500`);
        const asked = ['identifiant', ...words].map((word) => `columns=${word}`).join('&');
        const [header, ...rows] = await csvRows(`${query}&${asked}`);
        expect(header).toEqual(['identifiant', ...words]);
        expect(rows.map(([id]) => id)).toEqual(idsOf(allocations));
        const workbook = await file(`format=xlsx&${query}&${asked}`);
        const [titles, ...lines] = await readXlsx(Buffer.from(await workbook.arrayBuffer()));
        expect(titles).toHaveLength(words.length + 1);
        expect(lines.map(([id]) => id)).toEqual(idsOf(allocations));
        expect(total).toBe(rows.length);
      }),
      { numRuns: 12 },
    );
  });

  it('are those of the pages, forwards and backwards, whatever their size', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(QUERIES, sizes, async (query, limits) => {
        const whole = idsOf((await page(`${query}&limit=500`)).allocations);
        let turn = 0;
        const limit = () => limits[(turn += 1) % limits.length]!;
        let shown = await page(`${query}&limit=${limit()}`);
        const walked = idsOf(shown.allocations);
        for (let steps = 0; shown.next !== null && steps < 6; steps += 1) {
          shown = await page(`${query}&limit=${limit()}&cursor=${shown.next}`);
          expect(shown.offset).toBe(walked.length);
          walked.push(...idsOf(shown.allocations));
        }
        expect(walked).toEqual(whole.slice(0, walked.length));
        // Back from there, each page ends where the one after it begins.
        for (let end = shown.offset; shown.prev !== null; end = shown.offset) {
          shown = await page(`${query}&limit=${limit()}&cursor=${shown.prev}`);
          expect(idsOf(shown.allocations)).toEqual(whole.slice(shown.offset, end));
          expect([shown.next === null, shown.total]).toEqual([false, whole.length]);
        }
        expect(shown.offset).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  it('show the names of the territory in the place of its codes', async () => {
    const words = ['code_residence', 'code_insee', 'code_bailleur', 'code_qpv', 'contingent'];
    const asked = words.map((word) => `columns=${word}`).join('&');
    const [header, ...rows] = await csvRows(`code_residence=R1&code_reservataire=ETAT&labels=true&${asked}`);
    expect(header).toEqual(['residence', 'commune', 'bailleur', 'qpv', 'contingent']);
    expect(rows[0]).toEqual([
      'Résidence 1',
      'Trappes',
      'Bailleur A',
      'Nouveau périmètre',
      'Contingent de l’État (publics prioritaires)',
    ]);
  });

  it('say what made them, in the second sheet of the workbook and as a text', async () => {
    const query = 'code_insee=78621&en_qpv=O&quartile=1&quartile=2&from=2023-01-01&to=2023-12-31&sort=-date_bail';
    const { total } = await page(query);
    const answer = await file(`format=criteria&${query}&columns=date_bail&columns=note`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="mixite-.*-criteres\.txt"$/);
    const text = (await answer.text()).replace(/\u00a0/g, ' ');
    const { position } = (await service.installation.eventStore.head())!;
    for (const line of [
      'Liste des attributions',
      `Lignes : ${total}`,
      'Période : baux signés du 1er janvier 2023 au 31 décembre 2023',
      'Commune : Trappes (78621)',
      'En QPV : oui',
      'Quartile : 1 ou 2',
      'Ordre : Date du bail, décroissant',
      'Colonnes : date_bail, note',
      `Position : ${position}`,
      'Demandé par : administrateur',
    ])
      expect(text.split('\r\n')).toContain(line);
    const parameters = /\r\nParamètres : (.*)\r\n/.exec(text)![1]!;
    expect(parameters.split('&').sort()).toEqual(query.split('&').sort());
    expect(text).toMatch(/\r\nÉtabli le : \d{1,2}(?:er)? \S+ \d{4} à /);
    const workbook = Buffer.from(await (await file(`format=xlsx&${query}`)).arrayBuffer());
    const criteria = (await readXlsx(workbook, 2)).map(([name, value]) => [name, value]);
    expect(criteria).toContainEqual(['Commune', 'Trappes (78621)']);
    expect(criteria).toContainEqual(['Demandé par', 'administrateur']);
  });

  it('refuse a column that the list has not, or one asked for twice', async () => {
    for (const columns of ['columns=numero_unique', 'columns=note&columns=note']) {
      const answer = await service.get(`/api/allocations/export?format=csv&${columns}`);
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid-request' }]);
    }
  });
});
