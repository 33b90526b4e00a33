import { isRehousingFigure, REHOUSING_FIGURES } from '#convention';
import { day } from '#kernel';
import { START } from '#event-store';
import { REHOUSING_FIGURE_CODES } from './figures/rehousing-figure';
import { aCase, RehousingSetting } from './testing';

describe('the counts of rehousings for objectives', () => {
  let setting: RehousingSetting;
  beforeEach(async () => {
    setting = RehousingSetting.open();
    await setting.territory();
  });
  afterEach(() => setting.destroy());

  it('are those of every figure of the report, and of the households rehoused', () => {
    expect(REHOUSING_FIGURES).toEqual(['REHOUSED', ...REHOUSING_FIGURE_CODES]);
    expect(isRehousingFigure('Q1')).toBe(false);
  });

  it('given moves of two operations, when they are counted up to a day, then later moves are left out', async () => {
    await setting.case('a', aCase({ stock: 'neuf' }));
    await setting.case('b', aCase({ operation: 'O2', movedOn: day('2023-11-02'), stock: 'ancien' }));
    await setting.report();
    const head = (await setting.history.events.head())?.position ?? START;
    const counts = (on: string) => setting.reports().counts(day(on), head);
    const both = await counts('2023-12-31');
    expect([both.total.REHOUSED, both.total.REHOUSED_NEW]).toEqual([
      { numerator: 2, denominator: 20 },
      { numerator: 1, denominator: 2 },
    ]);
    expect(both.operations.map(({ id, label, figures }) => [id, label, figures.REHOUSED.numerator])).toEqual([
      ['O1', 'Opération O1', 1],
      ['O2', 'Opération O2', 1],
    ]);
    expect((await counts('2023-10-31')).total.REHOUSED).toEqual({ numerator: 1, denominator: 20 });
  });
});
