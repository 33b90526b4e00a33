import type { Letterhead } from '#convention';
import { day, instantOf } from '#kernel';
import type { Sheet } from '#tables';
import { FIGURE_CODES, type Figure } from '../figures/figure';
import type { ComplianceReport } from '../report/compliance-report';
import { complianceDocument } from './report-document';
import { complianceWorkbook } from './report-workbook';

const LETTERHEAD: Letterhead = {
  territory: { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
  siren: '200058782',
  convention: 'Convention d’essai',
  publics: [],
  motives: [],
};

function figuresOf(id: string, denominator: number): Figure[] {
  return FIGURE_CODES.map((code, at) => ({
    code,
    scope: { kind: 'bailleur', id, label: `Bailleur ${id}` },
    numerator: Math.min(at, denominator),
    denominator,
    rate: denominator === 0 ? null : Math.min(at, denominator) / denominator,
    target: code === 'Q1' ? { max: 1 / 3 } : null,
    status: code === 'Q1' && denominator > 0 ? 'met' : null,
  }));
}

const reportOf = (figures: readonly Figure[]): ComplianceReport => ({
  from: day('2023-01-01'),
  to: day('2023-12-31'),
  asOf: instantOf(Date.parse('2024-01-31T23:30:00Z')),
  position: '0000000000030541' as ComplianceReport['position'],
  unknownQuartile: 12,
  partialQuartile: 3,
  figures,
});
const REPORT = reportOf([...figuresOf('L-A', 40), ...figuresOf('L-B', 0)]);

async function rowsOf({ rows }: Sheet): Promise<readonly (readonly unknown[])[]> {
  const all: (readonly unknown[])[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('a compliance report as a workbook', () => {
  const [comparison, figures, presentation] = complianceWorkbook(REPORT, LETTERHEAD).sheets;

  it('compares: one row for each group, one column for each figure', async () => {
    expect(comparison!.columns.map(({ header }) => header).slice(0, 4)).toEqual([
      'Code',
      'Bailleur',
      'Attributions',
      'Hors QPV : 1er quartile ou relogement',
    ]);
    expect(comparison!.columns.slice(3).every(({ kind }) => kind === 'rate')).toBe(true);
    const rows = await rowsOf(comparison!);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['L-A', 'Bailleur L-A', 0, 1 / 40],
      ['L-B', 'Bailleur L-B', 0, null],
    ]);
    expect(rows[0]).toHaveLength(2 + FIGURE_CODES.length);
  });

  it('names each figure in French, with its code beside', async () => {
    const rows = await rowsOf(figures!);
    expect(rows).toHaveLength(REPORT.figures.length);
    expect(rows[4]).toEqual([
      'Bailleur',
      'L-A',
      'Bailleur L-A',
      '1er quartile',
      'Q1',
      4,
      40,
      0.1,
      'au plus 1/3',
      'atteint',
    ]);
  });

  it('says on its title sheet whose figures these are, of when, and what they mean', async () => {
    const rows = await rowsOf(presentation!);
    const text = rows
      .map((row) => row.join(' '))
      .join('\n')
      .replaceAll('\u00a0', ' ');
    for (const words of [
      'Territoire Saint-Quentin-en-Yvelines',
      'SIREN 200 058 782',
      'Convention Convention d’essai',
      'Période baux signés du 1er janvier 2023 au 31 décembre 2023',
      'Quartiles inconnus 12 ; connus seulement comme 2 à 4 : 3',
      'État au 1er février 2024 à 00 h 30',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('30541');
    for (const code of FIGURE_CODES) expect(rows.some((row) => row[2] === code)).toBe(true);
  });
});

describe('a compliance report on paper', () => {
  it('compares the groups, then gives the figures of each that has leases', () => {
    const { blocks, paper } = complianceDocument(REPORT, LETTERHEAD);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(paper).toBe('landscape');
    expect(tables.map(({ title }) => title)).toEqual([
      'Comparaison',
      'Bailleur : Bailleur L-A (L-A)',
      'Bailleur : Bailleur L-B (L-B)',
    ]);
    expect(tables[1]!.rows).toHaveLength(FIGURE_CODES.length);
    expect(tables[2]!.rows.map(([first]) => first)).toEqual(['Aucun bail dans la période.']);
    expect(blocks.at(-1)).toEqual({ kind: 'signatures', signers: ['Pour Saint-Quentin-en-Yvelines'] });
    const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(texts[0]).toMatch(/^Quartile inconnu : 12 baux .* 2 à 4 : 3\./);
  });

  it('leaves the details of many groups to the workbook', () => {
    const many = reportOf(Array.from({ length: 41 }, (_, at) => figuresOf(`R-${at}`, 1)).flat());
    const { blocks } = complianceDocument(many, LETTERHEAD);
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain('est dans le classeur (XLSX)');
  });
});
