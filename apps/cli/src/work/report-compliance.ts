import { INSTALLATION_ADMINISTRATOR } from '#access';
import {
  complianceDocument,
  complianceWorkbook,
  FIGURE_COLUMNS,
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
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface ComplianceOptions {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly scope: ReportScope;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

export async function reportCompliance({ data, format, ...query }: ComplianceOptions): Promise<void> {
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
