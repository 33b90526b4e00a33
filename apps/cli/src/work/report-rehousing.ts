import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Letterhead } from '#convention';
import { frenchRate, recordedByText } from '#documents';
import type { AsOf } from '#kernel';
import {
  progressRows,
  PROGRESS_COLUMNS,
  REHOUSING_FIGURE_COLUMNS,
  rehousingDocument,
  rehousingTable,
  rehousingWorkbook,
  type ShownRehousing,
} from '#rehousing';
import { ReportRehousing } from '#rehousing/module';
import type { OutColumn } from '#tables';
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface RehousingOptions {
  readonly data: string;
  readonly operation?: string;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

export async function reportRehousing({ data, format, ...query }: RehousingOptions): Promise<void> {
  const { report, letterhead } = await readReport(data, new ReportRehousing(query, INSTALLATION_ADMINISTRATOR));
  await printReport(format, {
    document: report,
    text: () => stateText(report, letterhead),
    table: () => rehousingTable(report),
    workbook: () => rehousingWorkbook(report, letterhead),
    paper: () => rehousingDocument(report, letterhead),
  });
}

/** Two tables for a terminal: the progress of each operation, then its figures. */
function stateText(report: ShownRehousing, { territory }: Letterhead): string {
  const rows = progressRows(report);
  const figures = rows.flatMap(({ label, figures: own }) =>
    own.map((figure) => [label, ...REHOUSING_FIGURE_COLUMNS.map((column) => cellOf(figure, column))]),
  );
  return [
    `Relogements faits, ${recordedByText(report.asOf, territory.timeZone)}.`,
    tableText(
      PROGRESS_COLUMNS.map(({ header }) => header),
      rows.map((row) => PROGRESS_COLUMNS.map((column) => cellOf(row, column))),
    ),
    tableText(['libelle', ...REHOUSING_FIGURE_COLUMNS.map(({ header }) => header)], figures),
  ].join('\n');
}

function cellOf<Row>(row: Row, { header, value }: OutColumn<Row>): string | number {
  const cell = value(row);
  if (header === 'taux') return frenchRate(cell as number | null);
  if (cell === null) return '—';
  if (header === 'rythme_mensuel') return Number(cell).toFixed(1).replace('.', ',');
  return typeof cell === 'number' ? cell : String(cell);
}
