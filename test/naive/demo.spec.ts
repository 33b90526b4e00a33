import { demoFiles } from '#demo';
import type { Import, Row } from './cells';
import { naiveCompliance } from './compliance';

/** None of the demonstration's values needs quotes. */
function records(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = header!.split(';');
  return lines.map((line) => Object.fromEntries(line.split(';').map((value, index) => [columns[index]!, value])));
}

const demo: Import = new Map([...demoFiles()].map(([name, text]) => [name, records(text)]));
const year = { from: '2023-01-01', to: '2023-12-31' };

it('finds the printed figures of 2023 in the demonstration', () => {
  const report = naiveCompliance([demo], { ...year, scope: 'epci' });
  const shares = Object.fromEntries(report.figures.map((each) => [each.code, `${each.numerator}/${each.denominator}`]));
  expect(shares).toMatchObject({
    ALLOCATIONS: '1645/1645',
    Q1_REHOUSED_OUTSIDE_QPV: '142/1178',
    Q234_IN_QPV: '403/467',
    Q1: '174/1645',
    PRIORITY: '622/1645',
  });
  expect([report.unknownQuartile, report.partialQuartile]).toEqual([0, 0]);
});

it.each(['commune', 'bailleur', 'reservataire'] as const)('has leases in most groups of scope %s', (scope) => {
  const { figures } = naiveCompliance([demo], { ...year, scope });
  const sizes = figures.filter(({ code }) => code === 'ALLOCATIONS').map(({ denominator }) => denominator);
  expect(sizes.filter((size) => size > 0).length * 4).toBeGreaterThan(sizes.length * 3);
});
