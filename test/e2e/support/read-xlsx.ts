import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The cells of a workbook's sheet, the first by default, row by row, as in its XML. It does not use the reader of the imports. */
export async function readXlsx(bytes: Buffer, sheet = 1): Promise<readonly (readonly string[])[]> {
  const xml = await partOf(bytes, `xl/worksheets/sheet${sheet}.xml`);
  return [...xml.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c(?:\s[^>]*)?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell]) => textOf(cell ?? '')),
  );
}

function textOf(cell: string): string {
  const text = /<(?:v|t)(?:\s[^>]*)?>(.*?)<\/(?:v|t)>/s.exec(cell)?.[1] ?? '';
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function partOf(bytes: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error) return reject(error);
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName === name) readEntry(zip, entry).then(resolve, reject);
        else zip.readEntry();
      });
      zip.on('end', () => reject(new Error(`no ${name}`)));
      zip.readEntry();
    });
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
