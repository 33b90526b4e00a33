import { TableProblem } from './fault';
import { sizeText, type ReadingLimits } from './limits';
import type { CsvSource } from './source';

export type Encoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 does not define. */
const UNDEFINED_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** Characters of the bytes 80 to 9F in Windows-1252; elsewhere it is Latin-1. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Tells the encoding from all the bytes, without guessing: a BOM, else valid UTF-8, else Windows-1252.
 * @throws TableProblem where the file is too large, UTF-16, binary, or in neither encoding
 */
export async function detectEncoding(source: CsvSource, limits: ReadingLimits): Promise<Encoding> {
  const utf8 = new Utf8Check();
  let undefined1252 = false;
  let total = 0;
  let start: Uint8Array = new Uint8Array();
  for await (const chunk of source.open()) {
    if (start.length < 3) start = Buffer.concat([start, chunk.subarray(0, 3)]);
    refuseUtf16(start);
    total += chunk.length;
    if (total > limits.fileBytes)
      throw new TableProblem(`fichier trop grand : ${sizeText(limits.fileBytes)} au plus sont acceptés`);
    if (chunk.includes(0))
      throw new TableProblem('octet nul dans le fichier : un texte CSV en UTF-8 ou Windows-1252 est attendu');
    utf8.add(chunk);
    undefined1252 ||= UNDEFINED_1252.some((byte) => chunk.includes(byte));
  }
  if (utf8.isValid()) return 'utf-8';
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf)
    throw new TableProblem('le fichier s’annonce en UTF-8 (BOM) mais contient des octets qui n’en sont pas');
  if (undefined1252) throw new TableProblem('encodage inconnu : UTF-8 ou Windows-1252 est attendu');
  return 'windows-1252';
}

/** The bytes in UTF-8. */
export async function* decoded(source: CsvSource, encoding: Encoding): AsyncGenerator<Buffer> {
  for await (const chunk of source.open()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    yield encoding === 'utf-8' ? bytes : Buffer.from(fromWindows1252(bytes), 'utf8');
  }
}

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80]!);
}

function refuseUtf16(start: Uint8Array): void {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new TableProblem('fichier en UTF-16 (« texte Unicode » d’Excel) : enregistrez-le en « CSV UTF-8 »');
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
