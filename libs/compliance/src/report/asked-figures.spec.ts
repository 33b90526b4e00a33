import fc from 'fast-check';
import { INSTALLATION_ADMINISTRATOR, limitedTo } from '#access';
import { readerOf } from '#access/testing';
import { day, refuse } from '#kernel';
import { FIGURE_CODES, publicFigureCode, REPORT_SCOPES, UNPRINTED_CODES } from '../figures/figure';
import { countedGroups, liveCounts } from './counts';
import { keysOfIds } from './report-groups';
import { aLease, beginTerritory, FIRST_DAY, RANDOM_PUBLICS, recordRandom, Setting } from '../testing';

const CODES = [...FIGURE_CODES, ...RANDOM_PUBLICS.map(({ code }) => publicFigureCode(code))];
const IDS = ['epci', 'C0', 'C1', 'L0', 'H0', 'H2', 'R0', 'R2', 'Q0', 'contingent:etat', 'contingent:epci', 'UNKNOWN'];
const YEAR = { from: day('2024-01-01'), to: day('2024-12-31') };

describe('a report of some figures of some groups', () => {
  let setting: Setting;
  beforeEach(() => {
    setting = Setting.open();
  });
  afterEach(() => setting.destroy());

  it('is the part of the whole report that was asked for, with the totals of the whole, live and as of an instant', async () => {
    const event = fc.tuple(fc.nat(12), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 10, maxLength: 40 }),
        fc.subarray(CODES),
        fc.subarray(IDS),
        async (drawn, figures, ids) => {
          const random = Setting.open();
          random.declared = { sectors: [], publics: RANDOM_PUBLICS };
          await beginTerritory(random.history);
          for (const one of drawn) await recordRandom(random.history, one);
          const asOf = random.history.clock.now();
          for (const scope of REPORT_SCOPES)
            for (const moment of [{}, { asOf }]) {
              const query = { from: FIRST_DAY, to: day('2024-02-10'), scope, ...moment };
              const whole = await random.report(query);
              const part = await random.report({ ...query, figures, ids });
              const isAsked = (one: (typeof whole.figures)[number]) =>
                figures.includes(one.code) && ids.includes(one.scope.id);
              expect(part).toEqual({ ...whole, figures: whole.figures.filter(isAsked) });
            }
          await random.destroy();
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps the totals of a limited actor those of all its groups', async () => {
    await setting.territory();
    await setting.history.lease('a', aLease({ quartile: null }));
    await setting.history.lease('b', aLease({ quartile: null, residence: 'R2' }));
    const landlords = readerOf(limitedTo({ landlord: ['L1', 'L2'] }));
    const report = await setting.report({ scope: 'bailleur', ids: ['L1'], figures: ['ALLOCATIONS'] }, landlords);
    expect(report.unknownQuartile).toBe(2);
    expect(report.figures.map(({ scope, numerator }) => [scope.id, numerator])).toEqual([['L1', 1]]);
    const hidden = await setting.report({ scope: 'bailleur', ids: ['L2'] }, readerOf(limitedTo({ landlord: ['L1'] })));
    expect(hidden.figures).toEqual([]);
  });

  it('gives figures that no report prints to who asks for them', async () => {
    await setting.territory();
    await setting.history.lease('a', aLease({ quartile: 1 }));
    const report = await setting.report({ figures: ['Q1_REHOUSED', 'Q1'] });
    expect(report.figures.map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([
      ['Q1', 1, 1],
      ['Q1_REHOUSED', 1, 1],
    ]);
    expect(UNPRINTED_CODES).toContain('Q1_REHOUSED');
  });

  it('refuses a figure that the territory has not', async () => {
    await setting.report();
    for (const figure of ['Q5', 'PUBLIC_NOBODY'])
      expect(
        await setting.reports.report({ ...YEAR, scope: 'epci', figures: ['Q1', figure] }, INSTALLATION_ADMINISTRATOR),
      ).toEqual(refuse('unknown-figure', { figure }));
  });

  it('counts these groups one by one, and the other residences together', async () => {
    await setting.territory();
    for (const [at, residence] of ['R1', 'R2', 'R2'].entries())
      await setting.history.lease(`l${at}`, aLease({ residence }));
    const { position } = await setting.report();
    const model = await setting.model();
    const keys = async (scope: 'commune' | 'residence', ids: readonly string[]) => {
      const query = { ...YEAR, publics: [], ...countedGroups(scope), only: keysOfIds(scope, ids) };
      return [...(await liveCounts(model, query, position!))!.keys()].sort();
    };
    expect(await keys('commune', ['C2'])).toEqual(['commune:C2', 'epci:']);
    expect(await keys('residence', ['R1'])).toEqual(['', 'residence:R1']);
  });
});
