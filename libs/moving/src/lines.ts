import { lineTooLong } from './faults';

const NEWLINE = 0x0a;
/** Far longer than any event: a longer line cannot be an event. */
const LONGEST = 64 * 1024 * 1024;

/** A line without its newline. `end` is the offset of the next line, in bytes. */
export interface Line {
  readonly text: string;
  readonly end: number;
  /** False for the text after the last newline. */
  readonly isWhole: boolean;
}

/** The lines of a file, in one group for each chunk. Text after the last newline is returned last. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let rest: Uint8Array[] = [];
  let restLength = 0;
  let count = 0;
  let offset = 0;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const lines: Line[] = [];
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      const ending = chunk.subarray(start, at);
      const text = (restLength > 0 ? Buffer.concat([...rest, ending]) : ending).toString('utf8');
      rest = [];
      restLength = 0;
      start = at + 1;
      lines.push({ text, end: offset + start, isWhole: true });
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    restLength += chunk.length - start;
    offset += chunk.length;
    count += lines.length;
    if (restLength > LONGEST) throw lineTooLong(count + 1);
    if (lines.length > 0) yield lines;
  }
  if (restLength > 0) yield [{ text: Buffer.concat(rest).toString('utf8'), end: offset, isWhole: false }];
}
