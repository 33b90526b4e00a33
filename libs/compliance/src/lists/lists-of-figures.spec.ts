import fc from 'fast-check';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { addDays, isRefusal, type Instant } from '#kernel';
import type { ReadModel } from '#read-store';
import { countersOf } from '../figures/counters';
import { FIGURE_PARTS, type FigurePart } from '../figures/definitions';
import {
  FIGURE_CODES,
  figureCounts,
  publicFigureCode,
  REPORT_SCOPES,
  UNPRINTED_CODES,
  type ReportScope,
} from '../figures/figure';
import { emptyVector } from '../figures/vector';
import { OPEN, type AllocationDocument } from '../projections/model';
import { recordRandom, beginTerritory, FIRST_DAY, RANDOM_PUBLICS, Setting, SPAN, type RandomEvent } from '../testing';
import { ALLOCATION_COLUMNS } from './allocation-columns';
import type { AllocationFilter } from './allocation-filter';
import { isEpciPart } from '#territory';
import { AllocationLists, type AllocationPage } from './allocation-lists';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 200 : 10;
const CODES = [...FIGURE_CODES, ...UNPRINTED_CODES];
const PRINTED = [...FIGURE_CODES, ...RANDOM_PUBLICS.map(({ code }) => publicFigureCode(code))];
const ORDER = [{ word: 'date_bail', direction: 'asc' }] as const;
const randomEvents = fc.array(fc.tuple(fc.nat(11), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), {
  minLength: 20,
  maxLength: 60,
  size: 'max',
});

/** The filter that gives the leases of one group of a report. */
function ofGroup(scope: ReportScope, id: string): Pick<AllocationFilter, 'where' | 'district'> {
  const contingent = /^contingent:(.+)$/.exec(id)?.[1];
  switch (scope) {
    case 'epci':
      return { where: {} };
    case 'qpv':
      return { where: {}, district: id };
    case 'commune':
      return { where: { [ALLOCATION_COLUMNS.code_insee.field]: { in: [id] } } };
    case 'secteur':
      return { where: { [ALLOCATION_COLUMNS.code_secteur.field]: { in: [id] } } };
    case 'bailleur':
      return { where: { [ALLOCATION_COLUMNS.code_bailleur.field]: { in: [id] } } };
    case 'residence':
      return { where: { [ALLOCATION_COLUMNS.code_residence.field]: { in: [id] } } };
    case 'reservataire':
      if (contingent === undefined) return { where: { [ALLOCATION_COLUMNS.code_reservataire.field]: { in: [id] } } };
      if (!isEpciPart(contingent)) return { where: { [ALLOCATION_COLUMNS.contingent.field]: { in: [contingent] } } };
      return {
        where: { contingent: 'epci', [ALLOCATION_COLUMNS.delegue.field]: contingent === 'epci_delegue' ? 1 : 0 },
      };
  }
}

describe('the list behind a figure', () => {
  let setting: Setting;
  let lists: AllocationLists;
  beforeEach(open);
  afterEach(() => setting.destroy());

  function open(): void {
    setting = Setting.open();
    setting.declared = { sectors: [], publics: RANDOM_PUBLICS };
    lists = new AllocationLists(setting.sources);
  }

  /** Records these events in a new territory. */
  async function play(drawn: readonly RandomEvent[]): Promise<void> {
    await setting.destroy();
    open();
    await beginTerritory(setting.history);
    for (const event of drawn) await recordRandom(setting.history, event);
  }

  async function listed(filter: AllocationFilter, asOf?: Instant): Promise<AllocationPage> {
    const page = await lists.page({ filter, sort: ORDER, limit: 1, asOf }, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(page)) throw new Error(page.code);
    return page;
  }

  /** `code group part` → the number of leases in the list, for every group and every code. */
  async function totals(scope: ReportScope, ids: readonly string[], period: object, asOf?: Instant) {
    const found: Record<string, number> = {};
    for (const id of ids)
      for (const code of PRINTED)
        for (const part of FIGURE_PARTS) {
          const page = await listed({ ...period, ...ofGroup(scope, id), figure: { code, part } }, asOf);
          found[`${code} ${id} ${part}`] = page.total;
        }
    return found;
  }

  it('has as many leases as the report counts, in every scope, for every code, now and as of a past instant', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, fc.nat(SPAN), fc.nat(SPAN), fc.nat(99), async (drawn, start, length, moment) => {
        await play(drawn);
        const events = await setting.history.all();
        const then = events[moment % events.length]!.metadata.recordedAt;
        const period = { from: addDays(FIRST_DAY, start), to: addDays(FIRST_DAY, start + length) };
        for (const scope of REPORT_SCOPES) {
          for (const asOf of [undefined, then]) {
            const { figures } = await setting.report({ ...period, scope, asOf });
            const ids = [...new Set(figures.map((figure) => figure.scope.id))];
            const counted = Object.fromEntries(
              figures.flatMap((figure) =>
                FIGURE_PARTS.map((part) => [`${figure.code} ${figure.scope.id} ${part}`, figure[part]]),
              ),
            );
            expect(await totals(scope, ids, period, asOf)).toEqual(counted);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has exactly the leases that are counted, for every code, also for a figure that no report prints', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, async (drawn) => {
        await play(drawn);
        await setting.report();
        const model = await setting.model();
        for (const code of CODES) {
          for (const part of FIGURE_PARTS) {
            const { allocations } = (await lists.page(
              { filter: { where: {}, figure: { code, part } }, sort: ORDER, limit: 500 },
              INSTALLATION_ADMINISTRATOR,
            )) as AllocationPage;
            expect({ code, part, ids: allocations.map((row) => row.identifiant) }).toEqual({
              code,
              part,
              ids: await counted(model, code, part),
            });
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('takes further conditions: both must hold', async () => {
    await beginTerritory(setting.history);
    for (let n = 0; n < 60; n++) await recordRandom(setting.history, [6, n, n * 7, n * 3, n * 5]);
    await setting.report();
    const totalOf = async (where: AllocationFilter['where']) =>
      (await listed({ where, figure: { code: 'Q34', part: 'numerator' } })).total;
    const all = await totalOf({});
    expect(await totalOf({ quartile: { in: ['2'] } })).toBe(0);
    expect((await totalOf({ quartile: '3' })) + (await totalOf({ quartile: { in: ['4', '3-4', '1'] } }))).toBe(all);
    expect((await totalOf({ cancelled: 0 })) + (await totalOf({ cancelled: null }))).toBe(all);
    expect(await totalOf({ cancelled: 1 })).toBe(0);
    expect(all).toBeGreaterThan(0);
  });

  it('is refused for a code that no figure has', async () => {
    const figure = { code: 'Q5', part: 'numerator' } as const;
    const query = { filter: { where: {}, figure }, sort: ORDER, limit: 1 };
    const refused = { refused: true, code: 'unknown-figure', params: { figure: 'Q5' } };
    expect(await lists.page(query, INSTALLATION_ADMINISTRATOR)).toMatchObject(refused);
    expect(await lists.all(query, INSTALLATION_ADMINISTRATOR)).toMatchObject(refused);
  });
});

/** The allocations that the counters count in this part, one by one, in the order of the list. */
async function counted(model: ReadModel, code: string, part: FigurePart): Promise<readonly string[]> {
  const { documents } = await model.find<AllocationDocument>({
    collection: 'allocations',
    scope: INSTALLATION_ADMINISTRATOR.scope,
    where: { to: OPEN },
    sort: [{ column: 'day', direction: 'asc' }],
    limit: 500,
  });
  return documents
    .filter(({ body }) => {
      const vector = emptyVector();
      for (const counter of countersOf(body)) vector[counter]! += 1;
      return figureCounts(code, vector)![part] === 1;
    })
    .map(({ body }) => body.allocation);
}
