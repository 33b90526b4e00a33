import { figuresOf, REHOUSING_FIGURE_CODES, type CompletedRehousing } from './rehousing-figure';

const unknown: CompletedRehousing = {
  outsideQpv: null,
  stock: null,
  resources: null,
  costConstant: null,
  surfacesKnown: false,
  costConstantPerM2: null,
  improved: null,
};

/** `numerator/denominator` of a code, for rehousings of which only these facts are known. */
function share(code: string, ...rehousings: readonly Partial<CompletedRehousing>[]): string {
  const figures = figuresOf(rehousings.map((facts) => ({ ...unknown, ...facts })));
  const { numerator, denominator } = figures.find((figure) => figure.code === code)!;
  return `${numerator}/${denominator}`;
}

it('the figures are those of the published table, in its order, unrounded, and null where the denominator is 0', () => {
  expect(REHOUSING_FIGURE_CODES).toEqual([
    'REHOUSED_OUTSIDE_QPV',
    'REHOUSED_NEW_OR_UNDER_5_YEARS',
    'REHOUSED_NEW',
    'COST_CONSTANT_UNDER_40',
    'COST_CONSTANT_UNDER_40_PER_M2',
    'COST_RISE_WITH_IMPROVEMENT_40_100',
  ]);
  expect(figuresOf([])).toEqual(
    REHOUSING_FIGURE_CODES.map((code) => ({ code, numerator: 0, denominator: 0, rate: null })),
  );
  const [outside] = figuresOf([unknown, { ...unknown, outsideQpv: true }, { ...unknown, outsideQpv: false }]);
  expect(outside).toEqual({ code: 'REHOUSED_OUTSIDE_QPV', numerator: 1, denominator: 3, rate: 1 / 3 });
});

it('new stock and stock under five years, among all rehousings: unknown stock is neither', () => {
  const stocks = (['neuf', 'moins_5_ans', 'ancien', null] as const).map((stock) => ({ stock }));
  expect(share('REHOUSED_NEW_OR_UNDER_5_YEARS', ...stocks)).toBe('2/4');
  expect(share('REHOUSED_NEW', ...stocks)).toBe('1/4');
});

describe('under 40 % of the ceiling', () => {
  const poor = { resources: 'under-40' } as const;

  it('a constant cost counts, an unknown cost does not, and households above 40 % are left out', () => {
    const costs = ([true, false, null] as const).map((costConstant) => ({ ...poor, costConstant }));
    expect(share('COST_CONSTANT_UNDER_40', ...costs)).toBe('1/3');
    for (const resources of ['40-100', 'over-100', null] as const)
      expect(share('COST_CONSTANT_UNDER_40', { resources, costConstant: true })).toBe('0/0');
  });

  it('by square metre, the cases with both surfaces known are judged, even where a cost is unknown', () => {
    const known = { ...poor, surfacesKnown: true };
    const rehousings = [
      { ...known, costConstantPerM2: true },
      { ...known, costConstantPerM2: false, costConstant: true },
      { ...known, costConstantPerM2: null },
      { ...poor, costConstant: true },
      { resources: '40-100', surfacesKnown: true, costConstantPerM2: true } as const,
    ];
    expect(share('COST_CONSTANT_UNDER_40_PER_M2', ...rehousings)).toBe('1/3');
  });
});

it('from 40 to 100 %, a cost may rise only with better housing', () => {
  const between = { resources: '40-100' } as const;
  const rehousings = [
    { ...between, costConstant: true },
    { ...between, costConstant: false, improved: true },
    { ...between, costConstant: false, improved: false },
    { ...between, costConstant: false },
    { ...between, improved: true },
    { ...between },
    { resources: 'over-100', improved: true } as const,
    { resources: 'under-40', improved: true } as const,
  ];
  expect(share('COST_RISE_WITH_IMPROVEMENT_40_100', ...rehousings)).toBe('3/6');
});
