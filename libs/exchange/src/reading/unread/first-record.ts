import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { normalForm } from '#kernel';
import { DEFAULT_LIMITS } from '../limits';
import { xlsxSource } from '../source';
import { xlsxRecords } from '../xlsx/records';

const HEAD_BYTES = 64 * 1024;
const SEPARATORS = [';', ',', '\t', '|'];

/** The cells of the first row of a file that may be a table, with any separator; none where it is no table. */
export async function firstRecord(path: string, isWorkbook: boolean): Promise<readonly string[]> {
  try {
    return isWorkbook ? await firstRow(path) : await firstLine(path);
  } catch {
    return [];
  }
}

async function firstRow(path: string): Promise<readonly string[]> {
  for await (const [first] of xlsxRecords(xlsxSource('', path), DEFAULT_LIMITS))
    if (first) return first.cells.map((cell) => normalForm(typeof cell === 'string' ? cell : cell.text));
  return [];
}

async function firstLine(path: string): Promise<readonly string[]> {
  const text = textOf(await headOf(path)).replace(/^[\s\ufeff]*(sep=.[ \t]*[\r\n]+)?/i, '');
  const options = { delimiter: SEPARATORS, to: 1, relax_column_count: true, relax_quotes: true };
  const [cells = []] = parse(text, options) as string[][];
  return cells.map(normalForm);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le');
  if (head[0] === 0xfe && head[1] === 0xff)
    return head
      .subarray(0, head.length & ~1)
      .swap16()
      .toString('utf16le');
  return head.toString('utf8');
}
