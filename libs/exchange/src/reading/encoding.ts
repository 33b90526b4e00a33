import { refuseOtherForms } from './csv-form';
import { TableProblem } from './fault';
import { sizeText, type ReadingLimits } from './limits';
import type { CsvSource } from './source';

export type Encoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 does not define. */
const UNDEFINED_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Characters of the bytes 80 to 9F in Windows-1252; elsewhere it is Latin-1. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** How many bytes are looked at before parsing. A header fits in them. */
const HEAD_BYTES = 64 * 1024;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** DOS wrote this byte at the end of a text. */
const END_MARK = 0x1a;

/**
 * Finds the encoding from all the bytes, without guessing: UTF-8 where there is a BOM or every byte is valid UTF-8, else Windows-1252.
 * @throws TableProblem where the file is too large, UTF-16, no CSV with semicolons, of no lines, or in neither encoding
 */
export async function detectEncoding(source: CsvSource, limits: ReadingLimits): Promise<Encoding> {
  const utf8 = new Utf8Check();
  const head = new Head();
  let undefined1252 = false;
  let total = 0;
  let feeds = 0;
  let returns = 0;
  for await (const chunk of source.open()) {
    head.add(chunk);
    total += chunk.length;
    if (total > limits.fileBytes)
      throw new TableProblem(`fichier trop grand : ${sizeText(limits.fileBytes)} au plus sont acceptés`);
    if (chunk.includes(0)) throw nullByte(head);
    feeds = countUpTo(feeds, chunk, LINE_FEED);
    returns = countUpTo(returns, chunk, CARRIAGE_RETURN);
    utf8.add(chunk);
    undefined1252 ||= UNDEFINED_1252.some((byte) => chunk.includes(byte));
  }
  head.end();
  if (feeds < 2 && returns > 1)
    throw new TableProblem(
      'les fins de ligne sont celles des anciens Mac (retour chariot seul) : enregistrez en « CSV UTF-8 »',
      1,
    );
  if (utf8.isValid()) return 'utf-8';
  if (head.hasBom)
    throw new TableProblem('le fichier s’annonce en UTF-8 (BOM) mais contient des octets qui n’en sont pas');
  if (undefined1252)
    throw new TableProblem('encodage inconnu : UTF-8 ou Windows-1252 est attendu ; enregistrez en « CSV UTF-8 »');
  return 'windows-1252';
}

/** The first bytes of a file. They are judged when there are enough of them, or when the file ends. */
class Head {
  private bytes = Buffer.alloc(0);
  private isJudged = false;

  get hasBom(): boolean {
    return this.bytes.subarray(0, BOM.length).equals(BOM);
  }

  /** Every second byte is null: UTF-16 without its byte order mark. */
  get isWide(): boolean {
    return this.bytes.length > 3 && (this.bytes[0] === 0) !== (this.bytes[1] === 0);
  }

  /** @throws TableProblem */
  add(chunk: Uint8Array): void {
    if (this.isJudged) return;
    this.bytes = Buffer.concat([this.bytes, chunk.subarray(0, HEAD_BYTES - this.bytes.length)]);
    refuseUtf16(this.bytes);
    if (this.bytes.length === HEAD_BYTES) this.end();
  }

  /** @throws TableProblem */
  end(): void {
    if (!this.isJudged) refuseOtherForms(this.bytes);
    this.isJudged = true;
  }
}

/** @throws TableProblem where the beginning of the file gives a better reason */
function nullByte(head: Head): TableProblem {
  head.end();
  if (head.isWide) return new TableProblem(UTF16);
  return new TableProblem('octet nul dans le fichier : un texte CSV en UTF-8 ou Windows-1252 est attendu');
}

/** Counts a byte, up to two: more is never asked. */
function countUpTo(count: number, chunk: Uint8Array, byte: number): number {
  let found = count;
  for (let at = -1; found < 2 && (at = chunk.indexOf(byte, at + 1)) >= 0;) found++;
  return found;
}

/** The bytes in UTF-8, without the marks at both ends. */
export async function* decoded(source: CsvSource, encoding: Encoding): AsyncGenerator<Buffer> {
  for await (const bytes of withoutMarks(source)) {
    yield encoding === 'utf-8' ? bytes : Buffer.from(fromWindows1252(bytes), 'utf8');
  }
}

/** Removes the UTF-8 marks at the beginning (some programs write two of them) and the DOS marks at the end. */
async function* withoutMarks(source: CsvSource): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let held = 0;
  for await (const chunk of source.open()) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (start) {
      start = withoutBoms(Buffer.concat([start, bytes]));
      if (start.length < BOM.length && BOM.subarray(0, start.length).equals(start)) continue;
      bytes = start;
      start = undefined;
    }
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === END_MARK) end--;
    if (end > 0 && held > 0) yield Buffer.alloc(held, END_MARK);
    if (end > 0) yield bytes.subarray(0, end);
    held = (end > 0 ? 0 : held) + bytes.length - end;
  }
}

function withoutBoms(bytes: Buffer): Buffer {
  let at = 0;
  while (bytes.subarray(at, at + BOM.length).equals(BOM)) at += BOM.length;
  return bytes.subarray(at);
}

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80]!);
}

const UTF16 = 'fichier en UTF-16 (« texte Unicode » d’Excel) : enregistrez-le en « CSV UTF-8 »';

function refuseUtf16(start: Uint8Array): void {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw new TableProblem(UTF16);
}

class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private valid = true;

  add(chunk: Uint8Array): void {
    this.valid &&= this.accepts(chunk);
  }

  /** Ends the check: a character cut at the end of the file is not UTF-8. */
  isValid(): boolean {
    return this.valid && this.accepts();
  }

  private accepts(chunk?: Uint8Array): boolean {
    try {
      this.decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  }
}
