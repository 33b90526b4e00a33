import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Letterhead } from '#convention';
import { frenchRate, recordedByText } from '#documents';
import type { AsOf, Semester } from '#kernel';
import {
  halfYearDocument,
  halfYearTable,
  halfYearWorkbook,
  LANDLORD_COLUMNS,
  type ShownHalfYear,
  type ShownLandlord,
} from '#prefect';
import { ReportPrefect } from '#prefect/module';
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface PrefectOptions {
  readonly data: string;
  readonly semester: Semester;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

/** Short headers for LANDLORD_COLUMNS, for a terminal. */
const HEADS = ['code', 'bailleur', 'hors QPV', 'Q1 ou relogés', 'taux', 'objectif', 'atteint', 'manquantes'];

export async function reportPrefect({ data, format, ...query }: PrefectOptions): Promise<void> {
  const asked = new ReportPrefect(query, INSTALLATION_ADMINISTRATOR);
  const { report: halfYear, letterhead } = await readReport(data, asked, ({ to }) => to);
  await printReport(format, {
    document: halfYear,
    text: () => halfYearText(halfYear, letterhead),
    table: () => halfYearTable(halfYear),
    workbook: () => halfYearWorkbook(halfYear, letterhead),
    paper: () => halfYearDocument(halfYear, letterhead),
  });
}

function halfYearText({ from, to, asOf, landlords }: ShownHalfYear, { territory }: Letterhead): string {
  const rows = landlords.map((landlord) => LANDLORD_COLUMNS.map((column) => cellOf(landlord, column)));
  const known = `Baux signés du ${from} au ${to}, ${recordedByText(asOf, territory.timeZone)}.`;
  const live = 'Semestre non clos : un enregistrement ou une correction peut encore le changer.';
  return `${known}\n${live}\n${tableText(HEADS, rows)}`;
}

function cellOf(landlord: ShownLandlord, column: (typeof LANDLORD_COLUMNS)[number]): string | number {
  const value = column.value(landlord);
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return column.kind === 'rate' ? frenchRate(Number(value)) : value;
}
