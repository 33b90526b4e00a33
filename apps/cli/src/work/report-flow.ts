import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Letterhead } from '#convention';
import { frenchRate, recordedByText } from '#documents';
import {
  flowDocument,
  flowLandlords,
  flowTable,
  flowWorkbook,
  SHARE_COLUMNS,
  shareRows,
  type FlowCheck,
  type FlowReport,
  type ShareRow,
} from '#flow';
import { ReportFlow } from '#flow/module';
import type { AsOf } from '#kernel';
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface FlowOptions {
  readonly data: string;
  readonly year: number;
  readonly landlord?: string;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

/** The columns that a terminal has room for, with short headers. */
const SHOWN: Readonly<Record<string, string>> = {
  code_bailleur: 'bailleur',
  code_reservataire: 'réservataire',
  part: 'part',
  dus: 'dus',
  donnes: 'donnés',
  part_donnee: 'part donnée',
  manquants: 'manquants',
  rendus: 'rendus',
  repris: 'repris',
  proposes: 'proposés',
  attribues: 'attribués',
};
const COLUMNS = SHARE_COLUMNS.filter(({ header }) => header in SHOWN);

export async function reportFlow({ data, format, ...query }: FlowOptions): Promise<void> {
  const asked = new ReportFlow(query, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, ({ to }) => to);
  await printReport(format, {
    document: report,
    text: () => flowText(report, letterhead),
    table: () => flowTable(report),
    workbook: () => flowWorkbook(report, letterhead),
    paper: () => flowDocument(report, letterhead),
  });
}

/** The shares for a terminal, then the limits of the State that are passed. */
function flowText(report: FlowReport, { territory }: Letterhead): string {
  const rows = shareRows(report).map((row) => COLUMNS.map((column) => cellOf(row, column)));
  const passed = flowLandlords(report).flatMap(({ label, checks }) =>
    checks.flatMap((check) => passedText(label, check)),
  );
  return [
    `Flux de l'année ${report.year}, ${recordedByText(report.asOf, territory.timeZone)}.`,
    `Bilan à transmettre avant le ${report.dueBefore}.`,
    tableText(
      COLUMNS.map(({ header }) => SHOWN[header]!),
      rows,
    ),
    ...passed,
  ].join('\n');
}

function passedText(
  landlord: string,
  { code, limit, share, shareMet, givenShare, givenMet }: FlowCheck,
): readonly string[] {
  const whose = code === 'STATE' ? "la part de l'État" : "la part des agents de l'État";
  const over = (what: string, rate: number | null): string =>
    `${landlord} : ${whose} ${what} (${frenchRate(rate)}) dépasse ${frenchRate(limit)}.`;
  return [
    ...(shareMet === false ? [over('convenue', share)] : []),
    ...(givenMet === false ? [over('donnée', givenShare)] : []),
  ];
}

function cellOf(row: ShareRow, { header, kind, value }: (typeof COLUMNS)[number]): string | number {
  const cell = value(row);
  if (header === 'code_bailleur' && cell === null) return 'ensemble';
  if (cell === null) return '—';
  if (kind === 'rate') return frenchRate(Number(cell));
  if (kind === 'decimal') return Number(cell).toFixed(2).replace('.', ',');
  return typeof cell === 'number' ? cell : String(cell);
}
