import fc from 'fast-check';
import { day, type Day } from '#kernel';
import { progressOf, recentOf, totalProgress } from '../figures/progress';
import { figuresOf, type CompletedRehousing } from '../figures/rehousing-figure';
import type { OperationState, RehousingReport } from '../report/reported';
import { maskedRehousing, narrowedToOperation, type ShownOperation, type ShownRehousing } from './masked-rehousing';

const isSmall = (count: number): boolean => count > 0 && count < 11;
const ON = day('2024-07-15');

interface Household extends CompletedRehousing {
  readonly movedOn: Day;
  readonly definitive: boolean;
}

const HOUSEHOLD = fc.record<Household>({
  movedOn: fc.constantFrom(day('2023-05-01'), day('2024-03-01')),
  definitive: fc.constantFrom(true, true, true, false),
  stock: fc.constantFrom('neuf', 'neuf', 'moins_5_ans', 'ancien', null),
  resources: fc.constantFrom('under-40', 'under-40', '40-100', null),
  costConstant: fc.constantFrom(true, false, null),
  surfacesKnown: fc.boolean(),
  costConstantPerM2: fc.constantFrom(true, false, null),
  improved: fc.constantFrom(true, false, null),
  outsideQpv: fc.constantFrom(true, true, false, null),
});

/** Few households, each as it comes; or many, of a few sorts. */
const HOUSEHOLDS = fc.oneof(
  fc.array(HOUSEHOLD, { maxLength: 15 }),
  fc
    .array(fc.tuple(HOUSEHOLD, fc.constantFrom(1, 12, 30, 60)), { minLength: 1, maxLength: 12 })
    .map((sorts) => sorts.flatMap(([one, times]) => new Array<Household>(times).fill(one))),
);
const LEFT = fc.constantFrom(-3, 0, 1, 5, 11, 12, 200);

const REPORTS = fc.array(fc.tuple(HOUSEHOLDS, LEFT), { maxLength: 6 }).map((all): RehousingReport => {
  const completedOf = (cases: readonly Household[]) => cases.filter(({ definitive }) => definitive);
  const operations = all.map(([cases, left], at): OperationState => ({
    id: `O${at}`,
    label: `Opération ${at}`,
    ...progressOf(Math.max(0, completedOf(cases).length + left), cases, ON),
    figures: figuresOf(completedOf(cases)),
  }));
  const figures = figuresOf(all.flatMap(([cases]) => completedOf(cases)));
  return { asOf: null, position: null, territory: null, operations, total: totalProgress(operations), figures };
});

/** Every count of a line, by name. Null: masked. */
function countsOf({ figures, ...line }: Pick<ShownOperation, 'figures'> & ShownRehousing['total']) {
  const { completed, temporary, remaining, pacePerMonth } = line;
  const recent = pacePerMonth === null ? null : recentOf({ pacePerMonth });
  const shares = figures.flatMap(({ code, numerator, denominator }) => [
    [`${code} numerator`, numerator] as const,
    [`${code} denominator`, denominator] as const,
  ]);
  return new Map<string, number | null>([
    ...Object.entries({ completed, temporary, remaining, recent }),
    ...shares,
    ['planned', line.planned],
  ]);
}
const linesOf = (report: ShownRehousing) => report.operations.map(countsOf);
const totalOf = (report: ShownRehousing) => countsOf({ ...report.total, figures: report.figures });

/** Counts of which the first has the second as a part: a reader takes one from the other. */
const WITHIN = [
  ['planned', 'completed'],
  ['planned', 'remaining'],
  ['completed', 'recent'],
  ['completed', 'REHOUSED_OUTSIDE_QPV numerator'],
  ['completed', 'REHOUSED_NEW_OR_UNDER_5_YEARS numerator'],
  ['REHOUSED_NEW_OR_UNDER_5_YEARS numerator', 'REHOUSED_NEW numerator'],
  ['completed', 'COST_CONSTANT_UNDER_40 denominator'],
  ['completed', 'COST_RISE_WITH_IMPROVEMENT_40_100 denominator'],
  ['COST_CONSTANT_UNDER_40 denominator', 'COST_CONSTANT_UNDER_40 numerator'],
  ['COST_CONSTANT_UNDER_40 denominator', 'COST_CONSTANT_UNDER_40_PER_M2 denominator'],
  ['COST_CONSTANT_UNDER_40_PER_M2 denominator', 'COST_CONSTANT_UNDER_40_PER_M2 numerator'],
  ['COST_RISE_WITH_IMPROVEMENT_40_100 denominator', 'COST_RISE_WITH_IMPROVEMENT_40_100 numerator'],
] as const;

describe('the masked report of rehousings', () => {
  it('shows no count under 11, and every other count as it is or null', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const shown = maskedRehousing(report);
        const [exact, told] = [
          [...linesOf(report), totalOf(report)],
          [...linesOf(shown), totalOf(shown)],
        ];
        told.forEach((line, at) => {
          for (const [name, count] of line)
            if (name !== 'planned' && count !== null)
              expect([name, count, count >= 11]).toEqual([name, exact[at]!.get(name), true]);
        });
        const { operations } = shown;
        expect(operations.map(({ id, planned }) => [id, planned])).toEqual(
          report.operations.map(({ id, planned }) => [id, planned]),
        );
        for (const { completed, temporary, remaining, pacePerMonth, masked } of [...operations, shown.total])
          expect(masked === true).toBe([completed, temporary, remaining, pacePerMonth].includes(null));
      }),
    );
  });

  it('lets no total give a small count back: what it leaves is of nobody, or of 11 at least and not of one line that is small', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const shown = maskedRehousing(report);
        const [exact, told, total] = [linesOf(report), linesOf(shown), totalOf(shown)];
        for (const [name, count] of total) {
          if (count === null) continue;
          const hidden = told.flatMap((line, at) => (line.get(name) === null ? [exact[at]!.get(name)!] : []));
          const left = hidden.reduce((sum, one) => sum + one, 0);
          expect([name, left, isSmall(left)]).toEqual([name, left, false]);
          const some = hidden.filter((one) => one > 0);
          if (some.length === 1) expect([name, some[0], isSmall(some[0]!)]).toEqual([name, some[0], false]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lets no difference of two counts give a small one back, neither in a line, nor in what totals leave', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const shown = maskedRehousing(report);
        const [exact, told, total] = [linesOf(report), linesOf(shown), totalOf(shown)];
        for (const [whole, part] of WITHIN) {
          // Where an operation rehoused more than planned, the total of what remains is no difference.
          for (const line of whole === 'planned' ? told : [...told, total]) {
            const [of, one] = [line.get(whole)!, line.get(part)!];
            if (of !== null && one !== null) expect([whole, part, isSmall(of - one)]).toEqual([whole, part, false]);
          }
          // The lines whose part is masked: the reader knows what both add up to there.
          if (total.get(whole) === null || total.get(part) === null) continue;
          const rests = told.flatMap((line, at) =>
            line.get(part) === null ? [exact[at]!.get(whole)! - exact[at]!.get(part)!] : [],
          );
          const left = rests.reduce((sum, one) => sum + one, 0);
          expect([whole, part, left, isSmall(left)]).toEqual([whole, part, left, false]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells no end that tells a masked pace', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const shown = maskedRehousing(report);
        for (const { remaining, pacePerMonth, forecastEnd } of [...shown.operations, shown.total])
          if (forecastEnd !== null) expect([remaining, pacePerMonth]).not.toContain(null);
        if (shown.total.forecastEnd === null) return;
        for (const { planned, completed, forecastEnd } of shown.operations)
          expect([planned, completed, completed !== null && (completed >= planned || forecastEnd !== null)]).toContain(
            true,
          );
      }),
    );
  });

  it('masks one operation alone as it is masked among all', () => {
    fc.assert(
      fc.property(REPORTS, (report) => {
        const shown = maskedRehousing(report);
        for (const operation of shown.operations) {
          const one = narrowedToOperation(shown, operation.id);
          expect(one.operations).toEqual([operation]);
          expect(totalOf(one)).toEqual(countsOf(operation));
        }
        const none = narrowedToOperation(shown, 'LATER');
        expect(none).toMatchObject({ operations: [], total: { planned: 0, completed: null, masked: true } });
      }),
    );
  });
});

describe('some masked reports', () => {
  const many = (times: number, facts: Partial<Household> = {}): readonly Household[] =>
    new Array<Household>(times).fill({
      movedOn: day('2024-03-01'),
      definitive: true,
      stock: 'neuf',
      resources: null,
      costConstant: null,
      surfacesKnown: false,
      costConstantPerM2: null,
      improved: null,
      outsideQpv: true,
      ...facts,
    });
  const reportOf = (...all: readonly (readonly [planned: number, cases: readonly Household[]])[]): RehousingReport => {
    const operations = all.map(([planned, cases], at) => ({
      ...{ id: `O${at}`, label: '', ...progressOf(planned, cases, ON) },
      figures: figuresOf(cases),
    }));
    const figures = figuresOf(all.flatMap(([, cases]) => cases));
    return { asOf: null, position: null, territory: null, operations, total: totalProgress(operations), figures };
  };
  const completed = (report: ShownRehousing) => [
    ...report.operations.map((one) => one.completed),
    report.total.completed,
  ];

  it('mask a second operation, the smallest, so that the total is told', () => {
    const shown = maskedRehousing(reportOf([100, many(5)], [200, many(60)], [100, many(40)]));
    expect(completed(shown)).toEqual([null, 60, null, 105]);
  });

  it('mask an operation that nearly ended like one that hardly began', () => {
    const shown = maskedRehousing(reportOf([100, many(97)], [200, many(60)], [300, many(80)]));
    expect(completed(shown)).toEqual([null, null, 80, 237]);
    expect(shown.operations[0]).toMatchObject({ planned: 100, remaining: null, masked: true });
  });

  it('mask the total where no other operation hides the small one', () => {
    expect(completed(maskedRehousing(reportOf([100, many(5)])))).toEqual([null, null]);
    // All have ended: who knows that would know what the small one planned.
    expect(completed(maskedRehousing(reportOf([5, many(5)], [60, many(60)])))).toEqual([null, 60, null]);
  });

  it('mask the total rather than an operation that rehoused more than planned, which all would know', () => {
    // Otherwise: of 150 households 95 remain and 75 are rehoused, so one operation has 20 too many, and it is the second.
    expect(completed(maskedRehousing(reportOf([100, many(5)], [50, many(70)])))).toEqual([null, 70, null]);
  });

  it('do not tell by the last end that the small operation has ended, and tell it where only others have', () => {
    const soon = { movedOn: day('2024-05-01') };
    const exact = reportOf([5, many(5)], [100, many(60, soon)], [300, many(90, soon)]);
    expect(exact.total.forecastEnd).toBe('2025-09');
    const small = maskedRehousing(exact);
    expect(small.operations.map(({ forecastEnd }) => forecastEnd)).toEqual([null, null, '2025-09']);
    expect(small.total.forecastEnd).toBeNull();
    const ended = maskedRehousing(reportOf([50, many(50, { movedOn: day('2020-01-01') })], [200, many(60, soon)]));
    expect(ended.operations.map(({ remaining }) => remaining)).toEqual([null, 140]);
    expect(ended.total.forecastEnd).toBe('2025-09');
  });

  it('tell everything where nothing is small, but zeros', () => {
    const report = reportOf([100, many(60)], [200, many(80)]);
    const shown = maskedRehousing(report);
    expect(completed(shown)).toEqual([60, 80, 140]);
    expect(shown.total).toEqual({ ...report.total, temporary: null, masked: true });
    expect(shown.figures[0]).toEqual(report.figures[0]);
    expect(shown.figures[3]).toMatchObject({ numerator: null, denominator: null, rate: null, masked: true });
  });
});
