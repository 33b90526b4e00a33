import type { Letterhead } from '#convention';
import type { Position } from '#event-store';
import { instantOf } from '#kernel';
import { REHOUSING_FIGURE_CODES } from '../figures/rehousing-figure';
import type { OperationState, RehousingReport } from '../report/reported';
import { maskedRehousing } from '../masking/masked-rehousing';
import { rehousingDocument } from './report-document';
import { rehousingTable } from './report-table';
import { rehousingWorkbook } from './report-workbook';

const figures = REHOUSING_FIGURE_CODES.map((code, at) => ({ code, numerator: at, denominator: 10, rate: at / 10 }));
const operation = (id: string, label: string): OperationState => ({
  id,
  label,
  planned: 1_300,
  completed: 120,
  temporary: 4,
  remaining: 1_180,
  pacePerMonth: 7.5,
  forecastEnd: '2037-11',
  figures,
});

const TERRITORY = { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' };
const LETTERHEAD: Letterhead = { territory: TERRITORY, siren: '200058782', convention: null, publics: [], motives: [] };

const report = (changes: Partial<RehousingReport> = {}): RehousingReport => ({
  asOf: instantOf(Date.parse('2024-09-30T21:59:59.999Z')),
  position: '0000000000030541' as Position,
  territory: TERRITORY,
  operations: [operation('NPNRU-1', 'Merisiers'), { ...operation('NPNRU-2', 'Valibout'), forecastEnd: null }],
  total: { planned: 2_600, completed: 240, temporary: 8, remaining: 2_360, pacePerMonth: 15, forecastEnd: null },
  figures,
  ...changes,
});

const plain = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll('\u00a0', ' '));

describe('the report for the rehousing committee on paper', () => {
  it('gives the progress of each operation, then of all of them together', () => {
    const { about, blocks } = rehousingDocument(report(), LETTERHEAD);
    expect(plain(about)).toEqual([
      'Saint-Quentin-en-Yvelines · SIREN 200 058 782',
      'État au 30 septembre 2024 à 23 h 59',
    ]);
    const { rows, total } = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0]!;
    expect(rows.map(plain)).toEqual([
      ['Merisiers (NPNRU-1)', '1 300', '120', '4', '1 180', '7,5', 'novembre 2037'],
      ['Valibout (NPNRU-2)', '1 300', '120', '4', '1 180', '7,5', '—'],
    ]);
    expect(plain(total!)).toEqual(['Ensemble des opérations', '2 600', '240', '8', '2 360', '15,0', '—']);
  });

  it('names every figure of each operation in French', () => {
    const sections = rehousingDocument(report(), LETTERHEAD).blocks.flatMap((block) =>
      block.kind === 'section' ? [block] : [],
    );
    expect(sections.map(({ title }) => title)).toEqual([
      'Merisiers (NPNRU-1)',
      'Valibout (NPNRU-2)',
      'Ensemble des opérations',
    ]);
    for (const { table } of sections) {
      expect(table.rows.map((row) => plain(row.slice(1)))).toEqual(
        figures.map((_, at) => [String(at), '10', `${at * 10},0 %`]),
      );
      expect(new Set(table.rows.map(([words]) => words)).size).toBe(REHOUSING_FIGURE_CODES.length);
    }
  });

  it('says which figures are masked, in each format, and only where some are', async () => {
    const masked = maskedRehousing(report());
    const { blocks } = rehousingDocument(masked, LETTERHEAD);
    const notices = blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : []));
    expect(notices).toEqual([expect.stringContaining('Un chiffre sans effectif est masqué : moins de 11')]);
    const [progress] = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    expect(plain(progress!.rows[0]!)).toEqual([
      ...['Merisiers (NPNRU-1)', '1 300', '120', '—', '1 180', '7,5', 'novembre 2037'],
    ]);
    const headers = ({ columns }: { readonly columns: readonly { readonly header: string }[] }) =>
      columns.map(({ header }) => header);
    const sheetsOf = (shown: typeof masked) => rehousingWorkbook(shown, LETTERHEAD).sheets.slice(0, 2).map(headers);
    expect(headers(rehousingTable(masked))).toContain('masque');
    for (const sheet of sheetsOf(masked)) expect(sheet).toContain('Masqué');
    expect(headers(rehousingTable(report()))).not.toContain('masque');
    for (const sheet of sheetsOf(report())) expect(sheet).not.toContain('Masqué');
    for await (const row of rehousingWorkbook(masked, LETTERHEAD).sheets[0]!.rows)
      expect(row.at(-1)).toContain('moins de 11');
  });

  it('says that no operation was recorded, and that an import is incomplete', () => {
    const notices = (changes: Partial<RehousingReport>) =>
      rehousingDocument(report(changes), LETTERHEAD).blocks.flatMap((block) =>
        block.kind === 'notice' ? [block.text] : [],
      );
    expect(notices({})).toEqual([]);
    expect(notices({ operations: [], asOf: null, position: null, territory: null })).toEqual([
      'Aucune opération n’était enregistrée.',
    ]);
    const incompleteImport = { import: 'x', since: instantOf(0) } as unknown as RehousingReport['incompleteImport'];
    expect(notices({ incompleteImport })).toEqual([expect.stringContaining('Un import n’est pas écrit en entier')]);
  });
});
