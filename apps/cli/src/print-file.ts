import { printPdf, type PrintedDocument } from '#documents';
import { csvTable, xlsxTable, type Table } from '#tables';
import { print, WrongWords } from './terminal';

/** A table on stdout, as the file that it would be. @throws WrongWords where a person would see a workbook's bytes */
export async function printFile<Row>(table: Table<Row>, format: 'csv' | 'xlsx'): Promise<void> {
  if (format === 'xlsx') expectFile(format);
  for await (const piece of format === 'csv' ? csvTable(table) : xlsxTable(table)) await print(piece);
}

/** A document on stdout, as a PDF. @throws WrongWords where a person would see its bytes */
export async function printDocument(document: PrintedDocument): Promise<void> {
  expectFile('pdf');
  await print(await printPdf(document));
}

function expectFile(format: 'xlsx' | 'pdf'): void {
  if (process.stdout.isTTY)
    throw new WrongWords(
      `Un fichier ${format} ne se lit pas dans un terminal : ajoutez « > fichier.${format} » à la commande.`,
    );
}
