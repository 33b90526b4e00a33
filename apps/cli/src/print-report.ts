import { printPdf, type PrintedDocument } from '#documents';
import { tableFile, type Table, type Workbook } from '#tables';
import type { IncompleteImport } from '#imports';
import { print, printJson, say, UsageError } from './terminal';

export type ReportFormat = 'table' | 'json' | 'csv' | 'xlsx' | 'pdf';

/** The part of a report that shows how much of the history it covers. */
interface Limited {
  readonly position: string | null;
  readonly incompleteImport?: IncompleteImport;
}

/** A report in each of its forms. Only the form that is asked for is made. */
export interface ReportForms<Row> {
  readonly document: Limited;
  text(): string;
  table(): Table<Row>;
  workbook(): Workbook;
  paper(): PrintedDocument;
}

/** Prints a report on stdout in the form that is asked for, and on stderr why it may be incomplete. */
export async function printReport<Row>(format: ReportFormat, report: ReportForms<Row>): Promise<void> {
  sayWhatIsMissing(report.document);
  switch (format) {
    case 'json':
      return printJson(report.document);
    case 'table':
      return print(`${report.text()}\n`);
    case 'csv':
    case 'xlsx':
      return printFile(report.table(), format, report.workbook());
    case 'pdf':
      return printDocument(report.paper());
  }
}

/** Says on stderr why a report may be incomplete. */
export function sayWhatIsMissing({ position, incompleteImport }: Limited): void {
  if (position === null) say("Aucun événement n'était enregistré : le rapport est vide.");
  if (incompleteImport)
    say("Attention : un import a été interrompu et n'est pas écrit en entier ; le prochain import le terminera.");
}

/**
 * Prints a table on stdout as a file.
 * @param workbook the table in a workbook for people; its only sheet is the table where absent
 * @throws UsageError where a workbook would be printed on a terminal
 */
export async function printFile<Row>(table: Table<Row>, format: 'csv' | 'xlsx', workbook?: Workbook): Promise<void> {
  if (format === 'xlsx') expectFile(format);
  for await (const piece of tableFile(format, table, workbook)) await print(piece);
}

/** Prints a document on stdout as a PDF. @throws UsageError where it would be printed on a terminal */
export async function printDocument(document: PrintedDocument): Promise<void> {
  expectFile('pdf');
  await print(await printPdf(document));
}

function expectFile(format: 'xlsx' | 'pdf'): void {
  if (process.stdout.isTTY)
    throw new UsageError(
      `Un fichier ${format} ne se lit pas dans un terminal : ajoutez « > fichier.${format} » à la commande.`,
    );
}
