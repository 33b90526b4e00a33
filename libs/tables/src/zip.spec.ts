import { Readable } from 'node:stream';
import { buffer as gathered } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { zip, type ZipPart } from './zip';

const LONG = Array.from({ length: 500 }, (_, index) => `${Math.sin(index)}`.repeat(500));
const PARTS = [
  { name: 'accents.xml', content: ['é', '<b/>'] },
  { name: 'dossier/vide.xml', content: [] },
  { name: 'long.txt', content: LONG },
];

async function* listed(parts: readonly ZipPart[]): AsyncGenerator<ZipPart> {
  yield* parts;
}

function zipped(parts: readonly ZipPart[]): Promise<Buffer> {
  return gathered(Readable.from(zip(listed(parts))));
}

async function read<Found>(
  bytes: Buffer,
  find: (entry: Entry, archive: ZipFile) => Found | Promise<Found>,
): Promise<readonly Found[]> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const found: Found[] = [];
  for await (const entry of archive.eachEntry()) found.push(await find(entry, archive));
  return found;
}

describe('a zip archive', () => {
  it('contains its parts unchanged', async () => {
    const found = await read(await zipped(PARTS), async (entry, archive) => {
      const bytes = await gathered(await archive.openReadStreamPromise(entry));
      return { name: entry.fileName, content: bytes.toString('utf8') };
    });
    expect(found).toEqual(PARTS.map(({ name, content }) => ({ name, content: content.join('') })));
  });

  it('dates each part to the first minute of 1980, not to the day it was made', async () => {
    const bytes = await zipped(PARTS);
    const times = await read(bytes, ({ lastModFileDate, lastModFileTime, extraFields }) => [
      lastModFileDate,
      lastModFileTime,
      extraFields,
    ]);
    expect(times).toEqual(PARTS.map(() => [0x21, 0, []]));
    expect((await zipped(PARTS)).equals(bytes)).toBe(true);
  });

  it('reads a part only as fast as the archive is read, and closes the parts when its reader leaves', async () => {
    const log: string[] = [];
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          log.push('piece');
          yield LONG.join('');
        }
      } finally {
        log.push('content closed');
      }
    }
    async function* parts(): AsyncGenerator<ZipPart> {
      try {
        yield { name: 'sans-fin.txt', content: endless() };
        log.push('next part');
      } finally {
        log.push('parts closed');
      }
    }
    for await (const chunk of zip(parts())) if (chunk.length > 1_000) break;
    expect(log.slice(-2)).toEqual(['content closed', 'parts closed']);
    expect(log.filter((line) => line === 'piece').length).toBeLessThan(20);
  });

  it('fails where the list of its parts or their content fails', async () => {
    async function* broken<Item>(first: Item): AsyncGenerator<Item> {
      yield first;
      throw new Error('gone');
    }
    await expect(gathered(Readable.from(zip(broken(PARTS[0]!))))).rejects.toThrow('gone');
    await expect(zipped([PARTS[0]!, { name: 'b', content: broken('a') }])).rejects.toThrow('gone');
  });
});
