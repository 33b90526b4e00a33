import { MASKED_TEXT, REHOUSING_FIGURE_NAMES } from '#compliance';
import type { Letterhead } from '#convention';
import {
  frenchCount,
  frenchDecimal,
  frenchMonth,
  frenchRate,
  NONE,
  reportPaper,
  tableBlock,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import type { ShownRehousing } from '../masking/masked-rehousing';
import { hasMasked, progressRows, type ProgressRow } from './report-table';
import { PROGRESS_MEANING, REHOUSING_TITLE } from './report-workbook';

const PROGRESS: readonly PrintedColumn[] = [
  { header: 'Opération', align: 'left', isWide: true },
  { header: 'Ménages\nà reloger', align: 'right' },
  { header: 'Relogés\ndéfinitivement', align: 'right' },
  { header: 'Relogés\ntemporairement', align: 'right' },
  { header: 'Restants', align: 'right' },
  { header: 'Rythme\nmensuel', align: 'right' },
  { header: 'Fin projetée', align: 'left' },
];

/** The same width in the table of each operation, so that the columns of all tables are aligned. */
const FIGURE_WIDTH = 45;
const FIGURES: readonly PrintedColumn[] = [
  { header: 'Parmi les ménages relogés définitivement', align: 'left', isWide: true },
  { header: 'Ménages', align: 'right', width: FIGURE_WIDTH },
  { header: 'Sur', align: 'right', width: FIGURE_WIDTH },
  { header: 'Taux', align: 'right', width: FIGURE_WIDTH },
];

/** The report for the rehousing committee on paper: the figures of `rehousingTable`, with an explanation of them. */
export function rehousingDocument(report: ShownRehousing, letterhead: Letterhead): PrintedDocument {
  const rows = progressRows(report);
  const own: ReportPaper = {
    title: REHOUSING_TITLE,
    paper: 'portrait',
    contents: 'state',
    notices: [
      report.operations.length === 0 && 'Aucune opération n’était enregistrée.',
      rows.some(hasMasked) && `Un chiffre sans effectif est masqué : ${MASKED_TEXT}.`,
    ],
    blocks: [progressTable(rows), { kind: 'text', text: PROGRESS_MEANING }, ...rows.map(sectionOf)],
    signers: ['Pour le comité de relogement'],
  };
  return reportPaper(own, letterhead, report);
}

function progressTable(rows: readonly ProgressRow[]): Block {
  const written = rows.map(progressCells);
  return tableBlock(PROGRESS, written.slice(0, -1), { total: written.at(-1) });
}

function progressCells(row: ProgressRow): readonly string[] {
  const { planned, completed, temporary, remaining, pacePerMonth, forecastEnd } = row;
  return [
    nameOf(row),
    ...[planned, completed, temporary, remaining].map(countText),
    pacePerMonth === null ? NONE : frenchDecimal(pacePerMonth),
    forecastEnd === null ? NONE : frenchMonth(forecastEnd),
  ];
}

function countText(count: number | null): string {
  return count === null ? NONE : frenchCount(count);
}

function nameOf({ id, label }: ProgressRow): string {
  return id === null ? label : `${label} (${id})`;
}

function sectionOf(row: ReturnType<typeof progressRows>[number]): Block {
  const rows = row.figures.map(({ code, numerator, denominator, rate }) => [
    REHOUSING_FIGURE_NAMES[code],
    countText(numerator),
    countText(denominator),
    frenchRate(rate),
  ]);
  return { kind: 'section', title: nameOf(row), table: { columns: FIGURES, rows } };
}
