import type { Letterhead } from '#convention';
import {
  frenchDay,
  NONE,
  reportPaper,
  tableBlock,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import type { FragilityNote } from '../events';
import type { FragilityReport, ResidenceNotes } from '../report/report';
import { FRAGILITY_TITLE, NOTES_MEANING } from './report-workbook';

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Code', align: 'left' },
  { header: 'Résidence', align: 'left', width: 200 },
  { header: 'Note\nstatistique', align: 'right' },
  { header: 'Note de la\ncommune', align: 'right' },
  { header: 'Note du\nbailleur', align: 'right' },
  { header: 'Note\nfinale', align: 'right' },
  { header: 'Motif', align: 'left', isWide: true },
];
const COUNTS: readonly PrintedColumn[] = [
  { header: 'Note finale', align: 'left', width: 80 },
  { header: 'Résidences', align: 'right', width: 60 },
];
const LEVELS: readonly (FragilityNote | null)[] = [1, 2, 3, 4, 5, null];

/** The notes of the residences on paper, with the number of residences of each note. */
export function fragilityDocument(report: FragilityReport, letterhead: Letterhead): PrintedDocument {
  const { on, residences } = report;
  const own: ReportPaper = {
    title: FRAGILITY_TITLE,
    about: [`Notes en vigueur le ${frenchDay(on)}`],
    paper: 'landscape',
    contents: 'state',
    notices: [residences.length === 0 && 'Aucune résidence n’était enregistrée.'],
    blocks: [
      { kind: 'section', title: 'Résidences par note', table: countsOf(residences) },
      tableBlock(COLUMNS, residences.map(rowOf), { title: 'Résidences' }),
    ],
    meaning: [NOTES_MEANING],
  };
  return reportPaper(own, letterhead, report);
}

function countsOf(residences: readonly ResidenceNotes[]) {
  const rows = LEVELS.map((level) => [
    level === null ? 'sans note' : String(level),
    String(residences.filter(({ note }) => note === level).length),
  ]);
  return { columns: COUNTS, rows, total: ['Ensemble', String(residences.length)] };
}

function rowOf({ id, label, statistical, commune, landlord, note, reason }: ResidenceNotes): readonly string[] {
  return [
    id,
    label,
    ...[statistical, commune, landlord, note].map((each) => (each === null ? NONE : String(each))),
    reason,
  ];
}
