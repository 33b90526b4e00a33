import type { Letterhead } from '#convention';
import { day, instantOf } from '#kernel';
import type { FragilityReport, ResidenceNotes } from '../report/report';
import { fragilityDocument } from './report-document';
import { fragilityWorkbook } from './report-workbook';

const LETTERHEAD: Letterhead = {
  territory: { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
  siren: null,
  convention: null,
  publics: [],
  motives: [],
};
const residence = (id: string, note: ResidenceNotes['note']): ResidenceNotes => ({
  ...{ id, label: `Résidence ${id}`, statistical: note, commune: null, landlord: null, note },
  reason: 'Note statistique donnée.',
});
const REPORT: FragilityReport = {
  on: day('2023-12-31'),
  asOf: instantOf(Date.parse('2024-01-31T23:30:00Z')),
  position: '0000000000030541' as FragilityReport['position'],
  residences: [residence('R-1', 5), residence('R-2', null), residence('R-3', 5)],
};

it('on paper, counts the residences of each note and gives each residence', () => {
  const { blocks, about } = fragilityDocument(REPORT, LETTERHEAD);
  expect(about[1]!.replaceAll('\u00a0', ' ')).toBe('Notes en vigueur le 31 décembre 2023');
  const [counts, notes] = blocks.flatMap((block) => ('table' in block ? [block.table] : []));
  expect(counts).toMatchObject({
    rows: [
      ['1', '0'],
      ['2', '0'],
      ['3', '0'],
      ['4', '0'],
      ['5', '2'],
      ['sans note', '1'],
    ],
    total: ['Ensemble', '3'],
  });
  expect(notes!.rows[1]).toEqual(['R-2', 'Résidence R-2', '—', '—', '—', '—', 'Note statistique donnée.']);
});

it('as a workbook, has French titles and one row for each residence', async () => {
  const { sheets, data } = fragilityWorkbook(REPORT, LETTERHEAD);
  const rows: unknown[] = [];
  for await (const row of sheets[0]!.rows) rows.push(row);
  expect(sheets[0]!.columns.map(({ header }) => header)).toEqual([
    ...['Code', 'Résidence', 'Note statistique', 'Note de la commune', 'Note du bailleur', 'Note finale', 'Motif'],
  ]);
  expect(rows).toHaveLength(3);
  expect(data!.columns[0]!.header).toBe('code_residence');
});
