import type { PrintedDocument } from '#documents';
import type { Table } from '#tables';
import type { IncompleteImport } from '#imports';
import { printDocument, printFile } from './print-file';
import { print, printJson, say } from './terminal';

export const REPORT_FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** Of a report that is also handed out on paper. */
export const PRINTED_FORMATS = [...REPORT_FORMATS, 'pdf'] as const;
export type PrintedFormat = (typeof PRINTED_FORMATS)[number];

/** What a report says of how much of the history it holds. */
interface Limited {
  readonly position: string | null;
  readonly incompleteImport?: IncompleteImport;
}

/** A report in each of its forms; only the one asked for is made. */
export interface ReportForms<Row> {
  readonly document: Limited;
  text(): string;
  table(): Table<Row>;
}

/** Those of one that is also handed out on paper. */
export interface PrintedForms<Row> extends ReportForms<Row> {
  paper(): PrintedDocument;
}

/** A report on stdout, in the form asked; on stderr, what keeps it from being whole. */
export async function printReport<Row>(format: ReportFormat, report: ReportForms<Row>): Promise<void>;
export async function printReport<Row>(format: PrintedFormat, report: PrintedForms<Row>): Promise<void>;
export async function printReport<Row>(
  format: PrintedFormat,
  report: ReportForms<Row> & Partial<PrintedForms<Row>>,
): Promise<void> {
  const { position, incompleteImport } = report.document;
  if (position === null) say("Aucun événement n'était enregistré : le rapport est vide.");
  if (incompleteImport)
    say("Attention : un import a été interrompu et n'est pas écrit en entier ; le prochain import le terminera.");
  switch (format) {
    case 'json':
      return printJson(report.document);
    case 'table':
      return print(`${report.text()}\n`);
    case 'csv':
    case 'xlsx':
      return printFile(report.table(), format);
    case 'pdf':
      return printDocument(report.paper!());
  }
}
