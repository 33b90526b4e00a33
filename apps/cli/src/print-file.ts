import { csvTable, xlsxTable, type Table } from '#tables';
import { print } from './terminal';

/** A table on stdout, as the file that it would be. */
export async function printFile<Row>(table: Table<Row>, format: 'csv' | 'xlsx'): Promise<void> {
  for await (const piece of format === 'csv' ? csvTable(table) : xlsxTable(table)) await print(piece);
}
