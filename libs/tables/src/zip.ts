import { addAbortSignal, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** The first time that the format knows, in any zone: the same parts give the same bytes on any day. */
const NO_TIME = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** A file of a zip archive, whose content is read as it is written. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** A zip archive, written from first to last byte in bounded memory: parts are read only as fast as the archive is. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const archive = new ZipFile();
  // yazl makes a PassThrough, and declares less.
  const output = archive.outputStream as Readable;
  const leaving = new AbortController();
  const added = addAll(archive, parts, leaving.signal).catch((error: Error) => void output.destroy(error));
  try {
    yield* output as AsyncIterable<Buffer>;
  } finally {
    leaving.abort();
    await added;
  }
}

/** One part after the other: only at the end of one is it known whether another comes. A reader that leaves lets them go. */
async function addAll(archive: ZipFile, parts: AsyncIterable<ZipPart>, leaving: AbortSignal): Promise<void> {
  for await (const { name, content } of parts) {
    const source = addAbortSignal(leaving, Readable.from(content));
    archive.addReadStream(source, name, NO_TIME);
    await finished(source);
  }
  archive.end();
}
