import { csvTable } from '#tables';
import type { Figure } from '../figures/figure';
import type { ComplianceReport } from '../report/compliance-report';
import { reportTable } from './report-table';

const FIGURE: Figure = {
  code: 'Q1',
  scope: { kind: 'commune', id: '78621', label: 'Trappes ; centre' },
  numerator: 1,
  denominator: 3,
  rate: 1 / 3,
  target: null,
  status: null,
};
const REPORT: ComplianceReport = {
  from: '2023-01-01' as ComplianceReport['from'],
  to: '2023-12-31' as ComplianceReport['to'],
  asOf: null,
  position: null,
  unknownQuartile: 2,
  partialQuartile: 1,
  figures: [],
};

async function lineOf(figure: Partial<Figure>): Promise<string> {
  let text = '';
  for await (const piece of csvTable(reportTable({ ...REPORT, figures: [{ ...FIGURE, ...figure }] }))) text += piece;
  return text.split('\r\n')[1]!;
}

describe('a report as a table', () => {
  it('writes the unrounded rate with a comma, and the period and the instant of the report on each row', async () => {
    expect(await lineOf({})).toBe(
      'Q1;commune;78621;"Trappes ; centre";1;3;0,3333333333333333;;;2023-01-01;2023-12-31;;;2;1',
    );
  });

  it('leaves the rate empty where the denominator is 0', async () => {
    expect(await lineOf({ numerator: 0, denominator: 0, rate: null })).toContain(';0;0;;;;');
  });

  it.each([
    [{ min: 0.25 }, 'met', ';au moins 0,25;atteint;'],
    [{ max: 0 }, 'missed', ';au plus 0;non atteint;'],
    [{ equal: 0.5 }, null, ';égal à 0,5;;'],
  ] as const)('writes the target %j and the status %s', async (target, status, cells) => {
    expect(await lineOf({ target, status })).toContain(cells);
  });
});
