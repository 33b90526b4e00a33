import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Letterhead } from '#convention';
import { recordedByText } from '#documents';
import { fragilityDocument, fragilityTable, fragilityWorkbook, NOTE_COLUMNS, type FragilityReport } from '#fragility';
import { ReportFragility } from '#fragility/module';
import type { AsOf, Day } from '#kernel';
import { printReport, type ReportFormat } from '../print-report';
import { readReport } from '../read-report';
import { tableText } from '../text-table';

export interface FragilityOptions {
  readonly data: string;
  readonly on?: Day;
  readonly asOf?: AsOf;
  readonly format: ReportFormat;
}

export async function reportFragility({ data, format, ...query }: FragilityOptions): Promise<void> {
  const asked = new ReportFragility(query, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, ({ on }) => on);
  await printReport(format, {
    document: report,
    text: () => notesText(report, letterhead),
    table: () => fragilityTable(report),
    workbook: () => fragilityWorkbook(report, letterhead),
    paper: () => fragilityDocument(report, letterhead),
  });
}

function notesText({ on, asOf, residences }: FragilityReport, { territory }: Letterhead): string {
  const rows = residences.map((residence) =>
    NOTE_COLUMNS.map(({ value }) => {
      const cell = value(residence) ?? '—';
      return typeof cell === 'number' ? cell : String(cell);
    }),
  );
  const known = `Notes en vigueur le ${on}, ${recordedByText(asOf, territory.timeZone)}.`;
  return `${known}\n${tableText(
    NOTE_COLUMNS.map(({ header }) => header),
    rows,
  )}`;
}
