import { addAbortSignal, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** The first time that the format allows, in any time zone: the same parts give the same bytes on any day. */
const NO_TIME = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** A file of a zip archive. Its content is read while the archive is written. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** Writes a zip archive from its first to its last byte in bounded memory. The parts are read only as fast as the archive is read. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const archive = new ZipFile();
  // yazl makes a PassThrough, but its type is declared as less than that.
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

/** Adds one part after the other, because only at the end of a part is it known whether another follows. Stops when the reader leaves. */
async function addAll(archive: ZipFile, parts: AsyncIterable<ZipPart>, leaving: AbortSignal): Promise<void> {
  for await (const { name, content } of parts) {
    const source = addAbortSignal(leaving, Readable.from(content));
    archive.addReadStream(source, name, NO_TIME);
    await finished(source);
  }
  archive.end();
}
