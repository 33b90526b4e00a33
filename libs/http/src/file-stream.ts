import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { recordOf } from '#kernel';

const logger = new Logger('files');

/**
 * A file as it is made, no faster than it is taken. An error in the middle breaks the connection, so that what arrived is not
 * taken for the whole; nobody can be told of it but the log.
 */
export function fileStream(chunks: AsyncIterable<string | Uint8Array>): Readable {
  const stream = Readable.from(chunks, { objectMode: false });
  stream.on('error', (error) => logger.error(recordOf(error)));
  return stream;
}
