import type { OutValue, Sheet } from '#tables';

/** The header of a sheet, then its rows. */
export async function xlsxRows({ columns, rows }: Sheet): Promise<readonly (readonly OutValue[])[]> {
  const read: (readonly OutValue[])[] = [columns.map(({ header }) => header)];
  for await (const row of rows) read.push(row);
  return read;
}
