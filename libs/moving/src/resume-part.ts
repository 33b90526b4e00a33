import { isCodedError } from '#kernel';
import { decompress, MEMBER_HEADER, memberLength } from './compressed';
import { historyFileUnknown } from './faults';
import { FileWalk } from './file-walk';
import { linesOf } from './lines';
import type { PartFile } from './part-file';

const READ_SIZE = 256 * 1024;

/** A unit of the file: one line, or the lines of one compressed page. */
interface Piece {
  readonly lines: readonly string[];
  /** The offset of the next piece, in bytes. */
  readonly end: number;
}

/**
 * Verifies the part of an interrupted export, and cuts it back to its last right line before the closing line.
 * @returns the walk over the remaining lines; undefined where there is no whole first line
 * @throws CodedError `history-file-unknown`, `history-file-newer` where the file is no history file
 */
export async function resumePart(part: PartFile): Promise<FileWalk | undefined> {
  for (;;) {
    const walk = new FileWalk();
    const good = await walkTo(walk, part);
    const isAll = good === part.length && walk.closing === undefined;
    await part.cutTo(good);
    if (isAll) return walk.header && walk;
    // The walk has read lines that are cut off now, so a new walk reads the remaining ones.
  }
}

/** Walks up to the first wrong line. @returns the length of the right part, in bytes */
async function walkTo(walk: FileWalk, part: PartFile): Promise<number> {
  let good = 0;
  try {
    for await (const { lines, end } of part.isCompressed ? membersOf(part) : plainLinesOf(part)) {
      for (const line of lines) walk.take(line);
      if (walk.closing) return good;
      good = end;
    }
  } catch (error) {
    if (!isCodedError(error) || good === 0) throw error;
  }
  return good;
}

async function* plainLinesOf(part: PartFile): AsyncGenerator<Piece> {
  for await (const lines of linesOf(chunksOf(part)))
    for (const { text, end, isWhole } of lines) if (isWhole) yield { lines: [text], end };
}

async function* chunksOf(part: PartFile): AsyncGenerator<Buffer> {
  for (let at = 0; at < part.length;) {
    const chunk = await part.read(at, Math.min(READ_SIZE, part.length - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}

async function* membersOf(part: PartFile): AsyncGenerator<Piece> {
  for (let start = 0; start + MEMBER_HEADER <= part.length;) {
    const length = memberLength(await part.read(start, MEMBER_HEADER));
    if (length === undefined) throw historyFileUnknown();
    if (start + length > part.length) return;
    const text = await decompress(await part.read(start, length)).catch(() => undefined);
    if (text === undefined) throw historyFileUnknown();
    start += length;
    yield { lines: text.toString('utf8').split('\n').slice(0, -1), end: start };
  }
}
