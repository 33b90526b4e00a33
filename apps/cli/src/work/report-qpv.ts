import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Letterhead } from '#convention';
import { recordedByText } from '#documents';
import type { AsOf, Day } from '#kernel';
import {
  CountQpvCommissions,
  QPV_FIGURE_COLUMNS,
  qpvFigureRows,
  qpvFiguresTable,
  type QpvFigures,
} from '#vacancy/module';
import { printFile, sayWhatIsMissing } from '../print-report';
import { readReport } from '../read-report';
import { print, printJson } from '../terminal';
import { tableText } from '../text-table';

export interface QpvOptions {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf?: AsOf;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx';
}

export async function reportQpv({ data, format, ...query }: QpvOptions): Promise<void> {
  const asked = new CountQpvCommissions(query, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, ({ to }) => to);
  sayWhatIsMissing(report);
  if (format === 'json') return printJson(report);
  if (format === 'table') return print(`${countsText(report, letterhead)}\n`);
  await printFile(qpvFiguresTable(report), format);
}

/** The counts for a terminal. */
function countsText(report: QpvFigures, { territory }: Letterhead): string {
  const known = `Commissions de quartier du ${report.from} au ${report.to}, ${recordedByText(report.asOf, territory.timeZone)}.`;
  const cells = qpvFigureRows(report).map((row) => QPV_FIGURE_COLUMNS.map(({ value }) => value(row) ?? '—'));
  return [
    known,
    tableText(
      QPV_FIGURE_COLUMNS.map(({ header }) => header),
      cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell)))),
    ),
  ].join('\n');
}
