import { INSTALLATION_ADMINISTRATOR } from '#access';
import { frenchRate, NONE, recordedByText } from '#documents';
import type { AsOf, Day } from '#kernel';
import type { OutKind, OutValue } from '#tables';
import { REFUSAL_COLUMNS, refusalsTable, ReportRefusals, type RefusalsFilter } from '#vacancy/module';
import { printFile, sayWhatIsMissing } from '../print-report';
import { readReport } from '../read-report';
import { print, printJson } from '../terminal';
import { tableText } from '../text-table';

export interface RefusalsOptions extends RefusalsFilter {
  readonly data: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf?: AsOf;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx';
}

export async function reportRefusals({ data, format, from, to, asOf, ...filter }: RefusalsOptions): Promise<void> {
  const asked = new ReportRefusals({ from, to, asOf, filter }, INSTALLATION_ADMINISTRATOR);
  const { report, letterhead } = await readReport(data, asked, () => to);
  sayWhatIsMissing(report);
  if (format === 'json') return printJson(report);
  if (format !== 'table') return printFile(refusalsTable(report), format);
  const { timeZone } = letterhead.territory;
  const known = `Refus de candidats du ${from} au ${to}, ${recordedByText(report.asOf, timeZone)}.`;
  const headers = REFUSAL_COLUMNS.map(({ header }) => header);
  const rows = report.figures.map((row) => REFUSAL_COLUMNS.map(({ kind, value }) => cellText(kind, value(row))));
  await print(`${known}\n${tableText(headers, rows)}\n`);
}

function cellText(kind: OutKind, value: OutValue): string | number {
  if (kind === 'rate') return frenchRate(value as number | null);
  return typeof value === 'number' ? value : String(value ?? NONE);
}
