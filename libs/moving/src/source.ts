import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isGzip } from './compressed';
import { fileUnusable } from './faults';

const READ_SIZE = 256 * 1024;

/** A source of lines: a file or a pipe. */
export interface Source {
  /** The data, decompressed where it is compressed. A compressed source that was cut ends early, without an error. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The bytes read and the total of bytes, as stored; undefined where the total is unknown. */
  progress(): { readonly done: number; readonly total: number } | undefined;
  close(): void;
}

/** @throws CodedError `file-unusable` */
export async function openSource(file: string): Promise<Source> {
  const found = await stat(file).catch((error: unknown) => {
    throw fileUnusable(file, error);
  });
  if (found.isDirectory()) throw fileUnusable(file, { code: 'EISDIR' });
  const stream = createReadStream(file, { highWaterMark: READ_SIZE });
  const total = found.size;
  return {
    chunks: chunksOf(failingAs(file, stream)),
    progress: () => (found.isFile() ? { done: stream.bytesRead, total } : undefined),
    close: () => void stream.destroy(),
  };
}

/** A pipe, whose length is unknown. */
export function pipeSource(stream: Readable): Source {
  return { chunks: chunksOf(stream), progress: () => undefined, close: () => void stream.destroy() };
}

async function* failingAs(file: string, stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw fileUnusable(file, error);
  }
}

/** The chunks unchanged, or decompressed where the first two bytes are those of gzip. */
async function* chunksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  while (beginning.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  const all = resumed(beginning, { [Symbol.asyncIterator]: () => chunks });
  yield* isGzip(beginning) ? inflated(all) : all;
}

async function* resumed(beginning: Buffer, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  yield* rest;
}

async function* inflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const fed = pipeline(Readable.from(chunks, { objectMode: false }), gunzip);
  // The error is ignored here, because it is also thrown by the stream that is read below.
  fed.catch(() => undefined);
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!isCut(error)) throw error;
  }
}

function isCut(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
}
