import { limitedTo, type Actor } from '#access';
import { readerOf } from '#access/testing';
import { IMPORTS_STREAM } from '#imports';
import { CONVENTION_STREAM } from '#convention';
import { aConvention } from '#convention/testing';
import { day, isRefusal, newUuid, parseAsOf, refuse } from '#kernel';
import { aDistrict, aResidence, type TerritoryHistory } from '#territory/testing';
import { REHOUSING_FIGURE_CODES } from './figures/rehousing-figure';
import { aCase, anOperation, RehousingSetting, shares } from './testing';

let setting: RehousingSetting;
let history: TerritoryHistory;
beforeEach(() => {
  setting = RehousingSetting.open();
  history = setting.history;
});
afterEach(() => setting.destroy());

const OUTSIDE = 'REHOUSED_OUTSIDE_QPV';
const NEVER = { numerator: 0, denominator: 0, rate: null };

describe('the report of the operations', () => {
  it('is empty before any event', async () => {
    const empty = { asOf: null, position: null, territory: null, operations: [] };
    const figures = REHOUSING_FIGURE_CODES.map((code) => ({ code, ...NEVER }));
    expect(await setting.report()).toEqual({
      ...empty,
      total: { planned: 0, completed: 0, temporary: 0, remaining: 0, pacePerMonth: 0, forecastEnd: null },
      figures,
    });
    expect(await setting.report({ asOf: history.clock.now() })).toMatchObject(empty);
  });

  it('lists every operation by its code, also one without cases, and all of them together', async () => {
    await setting.territory();
    await setting.operation(anOperation('A-FIRST', { planned: 4 }));
    await setting.case('a', aCase());
    await setting.case('b', aCase({ movedOn: day('2023-11-05'), definitive: false }));
    await setting.case('c', aCase({ movedOn: null }));
    await setting.case('d', aCase({ operation: 'O2', residence: 'R1' }));
    const report = await setting.report();
    expect(
      report.operations.map(({ id, label, planned, completed, temporary, remaining }) => [
        id,
        label,
        planned,
        completed,
        temporary,
        remaining,
      ]),
    ).toEqual([
      ['A-FIRST', 'Opération A-FIRST', 4, 0, 0, 4],
      ['O1', 'Opération O1', 10, 1, 1, 9],
      ['O2', 'Opération O2', 10, 1, 0, 9],
    ]);
    expect(report.operations[0]!.figures).toEqual(REHOUSING_FIGURE_CODES.map((code) => ({ code, ...NEVER })));
    expect(report.operations[1]).toMatchObject({ pacePerMonth: 1 / 6, forecastEnd: '2028-07' });
    expect(report.total).toEqual({
      planned: 24,
      completed: 2,
      temporary: 1,
      remaining: 22,
      pacePerMonth: 2 / 6,
      forecastEnd: null,
    });
    expect(shares(report, OUTSIDE)).toEqual(['A-FIRST: 0/0', 'O1: 1/1', 'O2: 0/1']);
    expect(report.figures.find(({ code }) => code === OUTSIDE)).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('says that an import is incomplete until it is written completely', async () => {
    await setting.territory();
    expect(await setting.report()).not.toHaveProperty('incompleteImport');
    const begun = { import: newUuid(), chunks: 1, batches: 2, events: 2 };
    await history.record(IMPORTS_STREAM.name(), 'ImportStarted', begun);
    const cut = await setting.report();
    expect(cut.incompleteImport).toEqual({ import: begun.import, since: cut.asOf });
    await history.record(IMPORTS_STREAM.name(), 'ImportCompleted', { import: begun.import, overtaken: 0 });
    expect(await setting.report()).not.toHaveProperty('incompleteImport');
    expect((await setting.report({ asOf: cut.asOf! })).incompleteImport).toEqual(cut.incompleteImport);
  });

  it('gives the position and the recorded time of the head, whatever the type of its event', async () => {
    await setting.territory();
    await history.record('threshold-2024', 'ThresholdSet', { year: 2024, q1: 1, q2: null, q3: null });
    const head = await history.events.head();
    expect(await setting.report()).toMatchObject({ asOf: head!.recordedAt, position: head!.position });
  });

  it('gives the position that it shows where the projection is behind', async () => {
    await setting.territory();
    const shown = await setting.report();
    await setting.case('late', aCase());
    const result = await setting.reports().report({}, { id: 'a', role: 'administrateur', scope: { kind: 'all' } });
    expect(result).toEqual(shown);
  });

  it('is limited to one operation where the query names it, also in its figures', async () => {
    await setting.territory();
    await setting.case('a', aCase());
    await setting.case('d', aCase({ operation: 'O2', residence: 'R1' }));
    const report = await setting.report({ operation: 'O2' });
    expect(report.operations.map(({ id }) => id)).toEqual(['O2']);
    expect(report.total.completed).toBe(1);
    expect(report.figures).toEqual(report.operations[0]!.figures);
  });

  it('refuses an operation that was never opened, and is empty as of an instant before it was opened', async () => {
    await setting.territory();
    const before = history.clock.now();
    await setting.operation(anOperation('LATER'));
    await expect(setting.report({ operation: 'NONE' })).rejects.toThrow('operation-unknown');
    const report = await setting.report({ operation: 'LATER', asOf: before });
    expect(report).toMatchObject({ operations: [], total: { planned: 0 } });
  });
});

describe('the residence of arrival', () => {
  beforeEach(() => setting.territory());

  it('is in a QPV from its first day to its last, both included', async () => {
    for (const on of ['2014-12-31', '2015-01-01', '2023-10-31', '2023-11-01'])
      await setting.case(on, aCase({ operation: on < '2016' ? 'O1' : 'O2', residence: 'R1', movedOn: day(on) }));
    expect(shares(await setting.report(), OUTSIDE)).toEqual(['O1: 1/2', 'O2: 1/2']);
  });

  it('is not outside QPV where it is unknown', async () => {
    await setting.case('a', aCase({ residence: null }));
    expect(shares(await setting.report(), OUTSIDE)[0]).toBe('O1: 0/1');
  });

  it('is outside QPV while the QPV that it names is not declared', async () => {
    await history.declare('Residence', aResidence('R3', { districts: ['Q3'] }));
    await setting.case('a', aCase({ residence: 'R3' }));
    expect(shares(await setting.report(), OUTSIDE)[0]).toBe('O1: 1/1');
    await history.declare('PriorityDistrict', aDistrict('Q3', '2023-01-01'));
    expect(shares(await setting.report(), OUTSIDE)[0]).toBe('O1: 0/1');
  });

  it('changes earlier rehousings when it, or its QPV, is corrected; as of an earlier instant they stay the same', async () => {
    await setting.case('a', aCase({ residence: 'R1' }));
    await setting.case('b', aCase({ residence: 'R2' }));
    const first = history.clock.now();
    await history.declare('Residence', aResidence('R2', { districts: ['Q1'] }));
    const second = history.clock.now();
    await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-10-04'));
    const third = history.clock.now();
    await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01', '2023-10-31'));
    await history.declare('Residence', aResidence('R1', { districts: [] }));
    const outside = async (asOf?: typeof first) => shares(await setting.report({ asOf }), OUTSIDE)[0];
    expect(await outside()).toBe('O1: 1/2');
    expect(await outside(first)).toBe('O1: 1/2');
    expect(await outside(second)).toBe('O1: 0/2');
    expect(await outside(third)).toBe('O1: 2/2');
  });

  it('is kept with its districts only: a new name or landlord adds no version', async () => {
    await history.declare('Residence', aResidence('R1', { districts: ['Q1'], name: 'Autre', landlord: 'L2' }));
    await setting.report();
    const document = await (await setting.model()).get<{ versions: unknown[] }>('residences', 'R1');
    expect(document!.body.versions).toHaveLength(1);
  });
});

describe('as of an instant', () => {
  it('shows what was known then of corrections, changes of operation and plans', async () => {
    await setting.territory();
    await setting.case('a', aCase({ movedOn: null }));
    const enrolled = history.clock.now();
    await setting.case('a', aCase({ stock: 'neuf' }));
    const rehoused = history.clock.now();
    await setting.case('a', aCase({ operation: 'O2' }));
    await setting.operation(anOperation('O1', { planned: 3, name: 'Autre nom' }));
    const completed = async (asOf?: typeof enrolled) => {
      const { operations } = await setting.report({ asOf });
      return operations.map(({ label, planned, completed: count }) => [label, planned, count]);
    };
    expect(await completed(enrolled)).toEqual([
      ['Opération O1', 10, 0],
      ['Opération O2', 10, 0],
    ]);
    expect(await completed(rehoused)).toEqual([
      ['Opération O1', 10, 1],
      ['Opération O2', 10, 0],
    ]);
    expect(await completed()).toEqual([
      ['Autre nom', 3, 0],
      ['Opération O2', 10, 1],
    ]);
    expect(shares(await setting.report({ asOf: rehoused }), 'REHOUSED_NEW')[0]).toBe('O1: 1/1');
  });

  it('counts the moves made up to that day in the time zone of the territory, and the pace up to its month', async () => {
    await setting.territory();
    await setting.case('a', aCase({ movedOn: day('2024-03-31') }));
    await setting.case('b', aCase({ movedOn: day('2024-03-31'), definitive: false }));
    const state = async (asOf: string) => {
      const { completed, temporary, pacePerMonth } = (await setting.report({ asOf: parseAsOf(asOf)! })).operations[0]!;
      return [completed, temporary, pacePerMonth * 6];
    };
    expect(await state('2024-03-30')).toEqual([0, 0, 0]);
    // Already 31 March in Paris.
    expect(await state('2024-03-30T23:30:00Z')).toEqual([1, 1, 0]);
    expect(await state('2024-03-31')).toEqual([1, 1, 0]);
    // Already April in Paris, where the clock has changed.
    expect(await state('2024-03-31T22:30:00Z')).toEqual([1, 1, 1]);
    expect(await state('2024-09-30')).toEqual([1, 1, 1]);
    expect(await state('2024-10-01')).toEqual([1, 1, 0]);
  });

  it('takes the time zone from the convention known then, also for an `asOf` that is a day', async () => {
    await setting.territory();
    await setting.case('a', aCase({ movedOn: day('2024-03-31') }));
    // Already 31 March in La Réunion, not yet in Paris.
    const asOf = parseAsOf('2024-03-30T20:30:00Z')!;
    expect((await setting.report({ asOf })).total.completed).toBe(0);
    const convention = aConvention();
    const territory = { ...convention.territory, timeZone: 'Indian/Reunion' };
    const data = { ...convention, territory };
    await setting.history.record(CONVENTION_STREAM.name(), 'ConventionAdopted', data);
    expect((await setting.report({ asOf })).total.completed).toBe(1);
    expect((await setting.report({ asOf: day('2024-03-30') })).asOf).toBe('2024-03-30T19:59:59.999Z');
  });

  it('never shows a future move, also at the head of the history', async () => {
    await setting.territory();
    await setting.case('a', aCase({ movedOn: day('2024-01-02') }));
    expect((await setting.report()).total).toMatchObject({ completed: 0, remaining: 20 });
    expect((await setting.report({ asOf: parseAsOf('2024-01-02')! })).total.completed).toBe(1);
  });

  it('has no operation before the first event', async () => {
    await setting.territory();
    const asOf = parseAsOf('2020-01-01')!;
    expect(await setting.report({ asOf })).toMatchObject({ asOf, position: null, operations: [] });
  });
});

describe('who may see it', () => {
  const actor = (scope: Actor['scope']): Actor => readerOf(scope);
  beforeEach(async () => {
    await setting.territory();
    await setting.case('a', aCase());
    await setting.case('d', aCase({ operation: 'O2' }));
  });

  it('a landlord sees its own operations only, and the sums of these', async () => {
    const report = await setting.report({}, actor(limitedTo({ landlord: ['L2'] })));
    expect(report.operations.map(({ id }) => id)).toEqual(['O2']);
    expect(report.total).toMatchObject({ planned: 10, completed: 1 });
    expect(report.figures[0]).toMatchObject({ denominator: 1 });
  });

  it('codes of other kinds in its scope show a landlord nothing more', async () => {
    const scope = limitedTo({ landlord: ['L2'], commune: ['C1'], holder: ['H1'] });
    const report = await setting.report({}, actor(scope));
    expect(report.operations.map(({ id }) => id)).toEqual(['O2']);
    await expect(setting.report({ operation: 'O1' }, actor(scope))).rejects.toThrow('operation-unknown');
  });

  it('an operation of another landlord is unknown to a landlord', async () => {
    const landlord = actor(limitedTo({ landlord: ['L2'] }));
    await expect(setting.report({ operation: 'O1' }, landlord)).rejects.toThrow('operation-unknown');
  });

  it('rights are those of now: the new landlord of an operation sees it, also as of an earlier instant', async () => {
    const before = history.clock.now();
    await setting.operation(anOperation('O1', { landlord: 'L2' }));
    const seen = async (code: string) => {
      const report = await setting.report({ asOf: before }, actor(limitedTo({ landlord: [code] })));
      return report.operations.map(({ id }) => id);
    };
    expect(await seen('L1')).toEqual([]);
    expect(await seen('L2')).toEqual(['O1', 'O2']);
  });

  it.each([
    [limitedTo({ holder: ['H1'] }), refuse('scope-not-allowed', { scope: 'holder' })],
    [limitedTo({ commune: ['C1'] }), refuse('scope-not-allowed', { scope: 'commune' })],
    [limitedTo({ holder: ['H1'], commune: ['C1'] }), refuse('scope-not-allowed', { scope: 'holder, commune' })],
    [limitedTo({}), refuse('scope-not-allowed')],
    [{ kind: 'none' } as const, refuse('not-allowed', { right: 'read-figures' })],
  ])('%j is refused', async (scope, refusal) => {
    const result = await setting.reports().report({}, actor(scope));
    expect(isRefusal(result) && result).toEqual(refusal);
  });
});
