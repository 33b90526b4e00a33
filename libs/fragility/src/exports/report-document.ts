import type { Letterhead } from '#convention';
import {
  frenchDay,
  headOf,
  NONE,
  noticesOf,
  textsOf,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
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
  return {
    ...headOf(FRAGILITY_TITLE, letterhead, report, [`Notes en vigueur le ${frenchDay(on)}`]),
    paper: 'landscape',
    blocks: [
      ...warningsOf(report),
      { kind: 'section', title: 'Résidences par note', table: countsOf(residences) },
      { kind: 'table', table: { title: 'Résidences', columns: COLUMNS, rows: residences.map(rowOf) } },
      ...textsOf(NOTES_MEANING),
      { kind: 'signatures', signers: [`Pour ${letterhead.territory.label}`] },
    ],
  };
}

function warningsOf({ incompleteImport, residences }: FragilityReport): Block[] {
  return noticesOf(
    incompleteImport && 'Un import n’est pas écrit en entier : cet état n’en contient qu’une partie.',
    residences.length === 0 && 'Aucune résidence n’était enregistrée.',
  );
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
