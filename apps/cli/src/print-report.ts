import { csvTable, xlsxTable, type Table } from '#tables';
import { print, printJson } from './terminal';

export const REPORT_FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report in each of its forms; only the one asked for is made. */
export interface ReportForms<Row> {
  readonly document: unknown;
  text(): string;
  table(): Table<Row>;
}

/** A report on stdout, in the form asked. */
export async function printReport<Row>(format: ReportFormat, report: ReportForms<Row>): Promise<void> {
  switch (format) {
    case 'json':
      return printJson(report.document);
    case 'table':
      return print(`${report.text()}\n`);
    case 'csv':
      for await (const piece of csvTable(report.table())) await print(piece);
      return;
    case 'xlsx':
      for await (const piece of xlsxTable(report.table())) await print(piece);
      return;
  }
}

/** A rate for a terminal: in percent, to one decimal. */
export function percentText(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1).replace('.', ',')} %`;
}
