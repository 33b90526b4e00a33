import type { Command } from 'commander';
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
import { frenchCommand } from '../french';
import { asOfOption, dataOption, dayOption, formatOption } from '../options';
import { printFile, sayWhatIsMissing } from '../print-report';
import { readReport } from '../read-report';
import { print, printJson } from '../terminal';
import { tableText } from '../text-table';

const FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;

interface Options {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf?: AsOf;
  readonly format: (typeof FORMATS)[number];
}

export function qpvCommand(): Command {
  return frenchCommand(
    'qpv',
    'ce que les commissions de quartier ont fait : propositions, désignations, reports par motif, par commune et par QPV',
  )
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(asOfOption())
    .addOption(formatOption(FORMATS, 'table'))
    .addOption(dataOption())
    .action(reportQpv);
}

async function reportQpv({ data, format, ...query }: Options): Promise<void> {
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
