import type { Command } from 'commander';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import {
  complianceDocument,
  complianceWorkbook,
  FIGURE_COLUMNS,
  REPORT_SCOPES,
  reportTable,
  targetWords,
  type ShownFigure,
  type ShownReport,
  type ReportScope,
} from '#compliance';
import { ReportCompliance } from '#compliance/module';
import type { Letterhead } from '#convention';
import { frenchRate, recordedByText } from '#documents';
import type { AsOf, Day } from '#kernel';
import { frenchCommand } from '../french';
import { asOfOption, choiceOption, dataOption, dayOption, formatOption } from '../options';
import { printReport, REPORT_FORMATS, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';
import { flowCommand } from './report-flow';
import { fragilityCommand } from './report-fragility';
import { objectivesCommand } from './report-objectives';
import { prefectCommand } from './report-prefect';
import { qpvCommand } from './report-qpv';
import { refusalsCommand } from './report-refusals';
import { rehousingCommand } from './report-rehousing';

interface Options {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly scope: ReportScope;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

export function reportCommand(command: Command): Command {
  return command
    .helpCommand(false)
    .addCommand(complianceCommand())
    .addCommand(objectivesCommand())
    .addCommand(rehousingCommand())
    .addCommand(fragilityCommand())
    .addCommand(prefectCommand())
    .addCommand(qpvCommand())
    .addCommand(refusalsCommand())
    .addCommand(flowCommand());
}

function complianceCommand(): Command {
  return frenchCommand(
    'compliance',
    'les chiffres de la convention, pour les baux signés du premier au dernier jour, compris',
  )
    .addOption(dayOption('--from <jour>', 'premier jour, AAAA-MM-JJ ou JJ/MM/AAAA').makeOptionMandatory())
    .addOption(dayOption('--to <jour>', 'dernier jour, compris').makeOptionMandatory())
    .addOption(choiceOption('--scope <périmètre>', 'périmètre des chiffres', REPORT_SCOPES).default('epci', 'epci'))
    .addOption(asOfOption())
    .addOption(formatOption(REPORT_FORMATS, 'table'))
    .addOption(dataOption())
    .action(reportCompliance);
}

async function reportCompliance({ data, format, ...query }: Options): Promise<void> {
  const asked = new ReportCompliance(query, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, ({ to }) => to);
  await printReport(format, {
    document: report,
    text: () => figuresText(report, letterhead),
    table: () => reportTable(report),
    workbook: () => complianceWorkbook(report, letterhead),
    paper: () => complianceDocument(report, letterhead),
  });
}

/** Short headers for the columns of a terminal. */
const HEADS = ['code', 'identifiant', 'nom', 'baux', 'sur', 'taux', 'objectif', 'statut'];

/** The report for a terminal: rates are in percent, to one decimal. */
function figuresText(report: ShownReport, { territory }: Letterhead): string {
  const columns = FIGURE_COLUMNS.filter(({ header }) => header !== 'perimetre');
  const cellOf = (figure: ShownFigure, column: (typeof FIGURE_COLUMNS)[number]): string | number => {
    if (column.header === 'taux') return frenchRate(figure.rate);
    const value = column.header === 'objectif' ? targetWords(figure.target) : column.value(figure);
    if (value === null) return '—';
    return typeof value === 'number' ? value : String(value);
  };
  const rows = report.figures.map((figure) => columns.map((column) => cellOf(figure, column)));
  const known = `Baux signés du ${report.from} au ${report.to}, ${recordedByText(report.asOf, territory.timeZone)}.`;
  const unknown = `Quartile inconnu : ${report.unknownQuartile} ; partiel (2 à 4) : ${report.partialQuartile}.`;
  const { targetsOn, targetsChanged } = report;
  const changed = targetsChanged ? ' Ils ont changé pendant la période.' : '';
  const judged = targetsOn === undefined ? '' : `Objectifs en vigueur au ${targetsOn}.${changed}\n`;
  return `${known}\n${unknown}\n${judged}${tableText(HEADS, rows)}`;
}
