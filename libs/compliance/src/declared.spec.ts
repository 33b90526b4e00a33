import { EVERYTHING, INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { day, isRefusal } from '#kernel';
import { aResidence } from '#territory/testing';
import type { AllocationFilter } from './lists/allocation-filter';
import { AllocationLists } from './lists/allocation-lists';
import { aLease, fractions, Setting } from './testing';

const READER: Actor = { id: 'reader', role: 'auditeur', scope: EVERYTHING };
/** Reads lists, and no name. */
const STATE: Actor = { id: 'state', role: 'etat', scope: EVERYTHING };
const ORDER = [{ word: 'date_bail', direction: 'asc' }] as const;

describe('what a convention declares', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
  });
  afterEach(() => setting.destroy());

  describe('sectors', () => {
    beforeEach(async () => {
      await setting.history.declare('Residence', aResidence('R3', { sector: 'S-2' }));
      await setting.history.lease('a', aLease({ residence: 'R3' }));
      await setting.history.lease('b', aLease({ residence: 'R2' }));
    });

    it('are all in the report, even at 0, by their names', async () => {
      const named = ['S-1', 'S-3'].map((code) => ({ code, name: `Secteur ${code}` }));
      setting.declared = { sectors: named, publics: [] };
      const report = await setting.report({ scope: 'secteur' });
      expect(fractions(report, 'ALLOCATIONS')).toEqual(['S-1: 0/0', 'S-2: 1/1', 'S-3: 0/0']);
      expect(new Set(report.figures.map(({ scope }) => scope.label))).toEqual(
        new Set(['Secteur S-1', 'S-2', 'Secteur S-3']),
      );
    });

    it('are those of the residences where no convention names any; a lease follows the sector of its residence, also as of a past instant', async () => {
      const then = setting.history.clock.now();
      expect(fractions(await setting.report({ scope: 'secteur' }), 'ALLOCATIONS')).toEqual(['S-2: 1/1']);
      await setting.history.declare('Residence', aResidence('R2', { commune: 'C2', landlord: 'L2', sector: 'S-1' }));
      expect(fractions(await setting.report({ scope: 'secteur' }), 'ALLOCATIONS')).toEqual(['S-1: 1/1', 'S-2: 1/1']);
      const asOf = await setting.report({ scope: 'secteur', asOf: then });
      expect(fractions(asOf, 'ALLOCATIONS')).toEqual(['S-2: 1/1']);
    });
  });

  describe('publics', () => {
    const jeunes = { code: 'jeunes', name: 'Moins de 25 ans', sensitive: false };
    const victimes = { code: 'victimes', name: 'Victimes de violences', sensitive: true };
    beforeEach(async () => {
      setting.declared = { sectors: [], publics: [jeunes, victimes] };
      await setting.history.lease('a', aLease({ publics: ['jeunes', 'victimes'], signedOn: day('2024-01-01') }));
      await setting.history.lease('b', aLease({ publics: ['victimes'], signedOn: day('2024-01-02') }));
      await setting.history.lease('c', aLease({ signedOn: day('2024-01-03') }));
      await setting.history.lease('d', aLease({ publics: ['jeunes'], signedOn: day('2024-01-04') }));
      await setting.report();
    });

    async function shown(filter: Partial<AllocationFilter>, actor: Actor = INSTALLATION_ADMINISTRATOR) {
      const lists = new AllocationLists(setting.sources);
      const query = { filter: { where: {}, ...filter }, sort: ORDER };
      const page = await lists.page({ ...query, limit: 50 }, actor);
      const all = await lists.all(query, actor);
      if (isRefusal(page) || isRefusal(all)) {
        expect(all).toEqual(page);
        return page;
      }
      const rows = await gathered(all.pages);
      expect(rows).toEqual(page.allocations);
      return rows.map((row) => [row.date_bail, ...(row.publics as readonly string[])].join(' '));
    }

    it('are counted in figures of their own, after the others, and in none without a convention', async () => {
      const report = await setting.report();
      expect(
        report.figures.slice(33).map(({ code, numerator, denominator }) => [code, numerator, denominator]),
      ).toEqual([
        ['PUBLIC_JEUNES', 2, 4],
        ['PUBLIC_VICTIMES', 2, 4],
      ]);
      setting.declared = { sectors: [], publics: [] };
      expect((await setting.report()).figures).toHaveLength(33);
      expect(await setting.report({ scope: 'residence' })).toMatchObject({ unknownQuartile: 4 });
    });

    it('are shown with a lease to every actor, where they are declared and not sensitive', async () => {
      const rows = ['2024-01-01 jeunes', '2024-01-02', '2024-01-03', '2024-01-04 jeunes'];
      expect(await shown({})).toEqual(rows);
      expect(await shown({}, STATE)).toEqual(rows);
      setting.declared = { sectors: [], publics: [] };
      expect(await shown({})).toEqual(rows.map((row) => row.slice(0, 10)));
    });

    it.each<[string, Partial<AllocationFilter>]>([
      ['a public', { public: 'victimes' }],
      ['its figure', { figure: { code: 'PUBLIC_VICTIMES', part: 'numerator' } }],
    ])('that are sensitive: only an actor who may read names can filter by %s', async (_, filter) => {
      const rows = ['2024-01-01 jeunes', '2024-01-02'];
      expect(await shown(filter)).toEqual(rows);
      expect(await shown(filter, READER)).toEqual(rows);
      expect(await shown(filter, STATE)).toMatchObject({ refused: true, code: 'not-allowed' });
    });

    it('are asked for one at a time, whatever other publics a lease has; one that is not declared finds no lease', async () => {
      expect(await shown({ public: 'jeunes' }, STATE)).toEqual(['2024-01-01 jeunes', '2024-01-04 jeunes']);
      expect(await shown({ public: 'inconnu' })).toEqual([]);
      expect(await shown({ figure: { code: 'PUBLIC_INCONNU', part: 'numerator' } })).toMatchObject({
        code: 'unknown-figure',
      });
      const figure = { code: 'PUBLIC_VICTIMES', part: 'denominator' } as const;
      expect(await shown({ figure }, STATE)).toHaveLength(4);
    });
  });
});

async function gathered<Row>(pages: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
