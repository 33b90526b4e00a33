import { demoFiles } from '#demo';
import type { Import, Row } from './cells';
import conventionOfSqy from '../../packs/sqy/convention.json';
import { naiveCompliance } from './compliance';
import { judgementOf, naiveObjectives } from './objectives';

/** Splits the text: no value of the demonstration needs quotes. */
function records(text: string): Row[] {
  const [header, ...lines] = text.trimEnd().split('\n');
  const columns = header!.split(';');
  return lines.map((line) => Object.fromEntries(line.split(';').map((value, index) => [columns[index]!, value])));
}

const demo: Import = new Map(
  [...demoFiles()].filter(([name]) => name.endsWith('.csv')).map(([name, text]) => [name, records(text)]),
);
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

it('judges the figures by the objectives in force in 2023: the law and the framework of 2021', () => {
  const files = { imports: [demo], conventions: [conventionOfSqy] };
  const [outside, inside, third] = ['Q1_REHOUSED_OUTSIDE_QPV', 'Q234_IN_QPV', 'Q34_IN_QPV'].map((code) => {
    const figures = naiveCompliance([demo], { ...year, scope: 'epci' }).figures;
    return judgementOf(
      files,
      year.to,
      figures.find((each) => each.code === code)!,
    );
  });
  expect(outside).toEqual({ target: { min: 0.25 }, status: 'missed' });
  expect(inside).toEqual({ target: { min: 0.8 }, status: 'met' });
  expect(third).toMatchObject({ target: { min: 0.5 } });
  const lines = naiveObjectives(files, year).map(({ code, missing }) => [code, missing]);
  const contingents = Array.from({ length: 8 }, () => 'PRIO-25');
  expect(lines.map(([code]) => code)).toEqual(['LOI-25', 'LOI-50', 'DCOA-80', 'DCOA-50', ...contingents]);
  // (142 + 204) / (1178 + 204) = 346 / 1382, the first number that gives a quarter.
  expect(lines[0]).toEqual(['LOI-25', 204]);
});

it.each(['commune', 'bailleur', 'reservataire'] as const)('has leases in most groups of scope %s', (scope) => {
  const { figures } = naiveCompliance([demo], { ...year, scope });
  const sizes = figures.filter(({ code }) => code === 'ALLOCATIONS').map(({ denominator }) => denominator);
  expect(sizes.filter((size) => size > 0).length * 4).toBeGreaterThan(sizes.length * 3);
});
