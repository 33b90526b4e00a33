import type { Import, Row } from './cells';
import { naiveRehousing, type NaiveRehousingQuery } from './rehousing';

const territory: Record<string, readonly Row[]> = {
  'qpv.csv': [{ code_qpv: 'Q', nom: 'Q', code_insee: '78621', date_debut: '2015-01-01', date_fin: '30/06/2024' }],
  'residences.csv': [
    { code_residence: 'IN', nom: 'Dedans', code_qpv: 'Q' },
    { code_residence: 'OUT', nom: 'Dehors', code_qpv: '' },
  ],
  'operations.csv': [
    { code_operation: 'B', nom: 'Bois', menages_a_reloger: '10' },
    { code_operation: 'A', nom: 'Allée', menages_a_reloger: '1' },
  ],
};
const QUERY: NaiveRehousingQuery = { day: '2024-09-15' };

function files(content: Record<string, readonly Row[]>): Import {
  return new Map(Object.entries(content));
}

function rehousing(cells: Row): Row {
  return { code_operation: 'B', date_relogement: '2024-06-01', definitif: 'O', code_residence: 'OUT', ...cells };
}

function stateOf(rows: readonly Row[], query = QUERY) {
  const numbered = rows.map((row, index) => ({ numero_relogement: `R${index}`, ...row }));
  return naiveRehousing([files({ ...territory, 'relogements.csv': numbered })], query);
}

function share(code: string, ...cells: readonly Row[]): string {
  const figure = stateOf(cells.map(rehousing)).figures.find((each) => each.code === code)!;
  return `${figure.numerator}/${figure.denominator}`;
}

it('lists every operation in the order of codes, or only the one that the query names', () => {
  expect(stateOf([]).operations).toMatchObject([
    { id: 'A', label: 'Allée', planned: 1, completed: 0, remaining: 1, pacePerMonth: 0, forecastEnd: null },
    { id: 'B', label: 'Bois', planned: 10 },
  ]);
  expect(stateOf([rehousing({}), rehousing({ code_operation: 'A' })], { ...QUERY, operation: 'A' })).toMatchObject({
    operations: [{ id: 'A', completed: 1 }],
    figures: [{ denominator: 1 }, {}, {}, {}, {}, {}],
  });
});

it('counts the moves made up to the day: definitive, temporary, and not yet made', () => {
  const rows = [
    rehousing({ date_relogement: '15/09/2024' }),
    rehousing({ date_relogement: '2024-09-16' }),
    rehousing({ definitif: 'N' }),
    rehousing({ date_relogement: '' }),
    rehousing({ code_operation: 'A' }),
    rehousing({ code_operation: 'A' }),
  ];
  expect(stateOf(rows).operations).toMatchObject([
    { id: 'A', completed: 2, temporary: 0, remaining: 0 },
    { id: 'B', completed: 1, temporary: 1, remaining: 9 },
  ]);
});

it('takes the pace of March to August in September, and ends when no household is left', () => {
  const [, operation] = stateOf([
    rehousing({ date_relogement: '2024-02-29' }),
    rehousing({ date_relogement: '2024-03-01' }),
    rehousing({ date_relogement: '2024-08-31' }),
    rehousing({ date_relogement: '2024-09-01' }),
  ]).operations;
  // 6 households left, a third of a household a month: 18 months.
  expect(operation).toMatchObject({ completed: 4, remaining: 6, pacePerMonth: 2 / 6, forecastEnd: '2026-03' });
});

it('counts a residence in a QPV up to the last day of the QPV, and an unknown residence is not outside', () => {
  const days = ['2014-12-31', '2015-01-01', '2024-06-30', '2024-07-01'];
  const inside = days.map((date_relogement) => ({ date_relogement, code_residence: 'IN' }));
  expect(share('REHOUSED_OUTSIDE_QPV', ...inside, {}, { code_residence: '' })).toBe('3/6');
});

it('counts new stock and stock under five years', () => {
  const stocks: readonly Row[] = [{ parc: 'neuf' }, { parc: 'moins_5_ans' }, { parc: 'ancien' }, {}];
  expect(share('REHOUSED_NEW_OR_UNDER_5_YEARS', ...stocks)).toBe('2/4');
  expect(share('REHOUSED_NEW', ...stocks)).toBe('1/4');
});

describe('costs', () => {
  const costs = (avant: string, apres: string, share_: string, more: Row = {}) => ({
    reste_a_charge_avant: avant,
    reste_a_charge_apres: apres,
    ressources_pct_plafond: share_,
    ...more,
  });
  const surfaces = (avant: string, apres: string) => ({ surface_avant: avant, surface_apres: apres });

  it('under 40 %, exact to the cent; an unknown cost is in the denominator only', () => {
    const rows = [
      costs('300', '300,00 €', '39,99 %'),
      costs('300', '300.01', '0'),
      costs('300', '', '39'),
      costs('300', '300', '40'),
      costs('300', '300', ''),
    ];
    expect(share('COST_CONSTANT_UNDER_40', ...rows)).toBe('1/3');
  });

  it('by square metre, where both surfaces are known', () => {
    const rows = [
      costs('300', '360', '39', surfaces('50', '60')),
      costs('300', '360,01', '39', surfaces('50', '60')),
      costs('300', '', '39', surfaces('50', '60')),
      costs('300', '300', '39', surfaces('50', '')),
    ];
    expect(share('COST_CONSTANT_UNDER_40_PER_M2', ...rows)).toBe('1/3');
  });

  it('from 40 to 100 %, both included, a cost may rise with better housing', () => {
    const better = { amelioration: 'o' };
    const rows = [
      costs('300', '301', '40', better),
      costs('300', '300', '100,00'),
      costs('300', '301', '70', { amelioration: 'N' }),
      costs('', '', '70', better),
      costs('300', '301', '100,01', better),
      costs('300', '301', '39,99', better),
    ];
    expect(share('COST_RISE_WITH_IMPROVEMENT_40_100', ...rows)).toBe('3/4');
  });
});

it('follows the imports made up to then, with the last version of each row', () => {
  const first = files({ ...territory, 'relogements.csv': [rehousing({ numero_relogement: 'R', definitif: 'N' })] });
  const second = files({ 'relogements.csv': [rehousing({ numero_relogement: 'R' })] });
  const state = (...imports: Import[]) => naiveRehousing(imports, QUERY).operations[1];
  expect(state(first)).toMatchObject({ completed: 0, temporary: 1 });
  expect(state(first, second)).toMatchObject({ completed: 1, temporary: 0 });
  expect(state(first, second, first)).toMatchObject({ completed: 0, temporary: 1 });
});
