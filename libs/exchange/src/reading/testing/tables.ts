import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookParts, zip, type ZipPart } from '#tables/testing';
import { Findings } from '../fault';
import { readRows, type ReadOptions, type ReadRow } from '../rows';
import { xlsxSource, type CsvSource, type Source } from '../source';
import type { FileSpec } from '../spec';

/** A CSV file of those bytes, read in chunks of a few bytes, so that every kind of text is cut somewhere. */
export function csvOf(content: string | Uint8Array, chunk = 7): CsvSource {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    form: 'csv',
    name: 'essai.csv',
    open: async function* () {
      for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk);
    },
  };
}

/** A CSV file whose bytes are generated while it is read. */
export function generatedCsv(chunks: () => Iterable<Uint8Array>): CsvSource {
  return {
    form: 'csv',
    name: 'essai.csv',
    open: async function* () {
      yield* chunks();
    },
  };
}

export async function readTable<Row>(source: Source, spec: FileSpec<Row>, options: ReadOptions = {}) {
  const findings = new Findings();
  const all: ReadRow<Row>[] = [];
  for await (const batch of readRows(source, spec, findings, options)) all.push(...batch);
  const valid = all.filter((row) => row.valid);
  return { all, valid, rows: valid.map(({ row }) => row), faults: findings.faults, warnings: findings.warnings };
}

/** Gives a folder to a test, and removes it afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mixite-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a workbook made of those bytes. */
export async function readWorkbook<Row>(bytes: Uint8Array, spec: FileSpec<Row>, options: ReadOptions = {}) {
  return inFolder(async (folder) => {
    const path = join(folder, 'essai.xlsx');
    await writeFile(path, bytes);
    return readTable(xlsxSource('essai.xlsx', path), spec, options);
  });
}

/** A workbook whose first sheet holds those rows of cells, in XML. Other parts can replace the usual ones. */
export async function workbookOf(rows: string, parts: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const named = new Map<string, readonly string[]>(
    workbookParts(['Feuille']).map(({ name, content }) => [name, content]),
  );
  named.set('xl/worksheets/sheet1.xml', [`<worksheet><sheetData>${rows}</sheetData></worksheet>`]);
  for (const [name, content] of Object.entries(parts)) named.set(name, [content]);
  return zipped([...named].map(([name, content]) => ({ name, content })));
}

export async function zipped(parts: readonly ZipPart[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip(listed(parts))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* listed<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** An inline text cell. */
export function textCell(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}
