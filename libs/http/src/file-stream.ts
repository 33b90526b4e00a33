import { Readable } from 'node:stream';

/**
 * A file as it is made, no faster than it is taken. An error in the middle breaks the connection, so that what arrived is not
 * taken for the whole.
 */
export function fileStream(chunks: AsyncIterable<string | Uint8Array>): Readable {
  return Readable.from(chunks, { objectMode: false });
}
