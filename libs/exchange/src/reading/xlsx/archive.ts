import { open, stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { TableProblem } from '../fault';
import { sizeText, type ReadingLimits } from '../limits';

const NOT_A_WORKBOOK =
  'ce n’est pas un classeur XLSX lisible : il est endommagé ou d’un autre format ; enregistrez en XLSX';
/** The beginning of an OLE container: a workbook with a password, or an Excel file from before 2007. */
const OLE = 'd0cf11e0a1b11ae1';
const MOST_PARTS = 10_000;
/** Below this size, the ratio of a part is not checked. */
const RATIO_FLOOR = 1024 * 1024;

/** The parts of a workbook. They are inflated while they are read. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws TableProblem where it is no workbook, or larger than the limits once inflated */
  static async open(path: string, limits: ReadingLimits): Promise<Archive> {
    const { size } = await stat(path);
    if (size > limits.fileBytes)
      throw new TableProblem(`fichier trop grand : ${sizeText(limits.fileBytes)} au plus sont acceptés`);
    await refuseOle(path);
    const zip = await readable(openPromise(path, { autoClose: false }));
    try {
      return new Archive(zip, await readable(listParts(zip, limits)));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(part: string): boolean {
    return this.parts.has(part.toLowerCase());
  }

  /** The text of a part, piece by piece. */
  async *read(part: string): AsyncGenerator<string> {
    const entry = this.parts.get(part.toLowerCase());
    if (!entry) throw new TableProblem(NOT_A_WORKBOOK);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream: AsyncIterable<Buffer> = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw error instanceof TableProblem ? error : new TableProblem(NOT_A_WORKBOOK);
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function listParts(zip: ZipFile, limits: ReadingLimits): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      throw new TableProblem('classeur protégé par un mot de passe : enregistrez-le sans protection');
    inflated += entry.uncompressedSize;
    if (inflated > limits.inflatedBytes || parts.size >= MOST_PARTS)
      throw new TableProblem(
        `classeur trop grand une fois décompressé : ${sizeText(limits.inflatedBytes)} au plus sont acceptés`,
      );
    if (entry.uncompressedSize > RATIO_FLOOR && entry.uncompressedSize > limits.inflationRatio * entry.compressedSize)
      throw new TableProblem(
        `classeur anormalement compressé (plus de ${limits.inflationRatio} fois) : enregistrez-le de nouveau depuis Excel`,
      );
    // OOXML compares the names of parts without case.
    parts.set(entry.fileName.toLowerCase(), entry);
  }
  return parts;
}

async function refuseOle(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (bytesRead === 8 && buffer.toString('hex') === OLE)
      throw new TableProblem(
        'classeur protégé par un mot de passe, ou à l’ancien format .xls : enregistrez en XLSX, sans protection',
      );
  } finally {
    await file.close();
  }
}

/** Every error of the zip reader is a fault of the file, in one sentence. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof TableProblem ? error : new TableProblem(NOT_A_WORKBOOK);
  }
}
