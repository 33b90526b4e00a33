import { access, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { isCodedError } from '#kernel';
import { memberOf } from './compressed';
import { fileExists, fileUnusable } from './faults';

/** Receives lines, one page at a time. */
export interface Target {
  /** Resolves once the page is written. The next page is read only then. */
  write(lines: string): Promise<void>;
}

const SUFFIX = '.partiel';

/** A file that is being written. Only its owner may read it, and it has another name until it is complete. */
export class PartFile implements Target {
  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
    /** The length of the part in bytes: new pages are written after it. */
    private size: number,
  ) {}

  /**
   * @param from `scratch`: an existing part is deleted; `part`: it is kept, so that `resumePart` can continue it
   * @throws CodedError `file-exists` where the complete file exists, `file-unusable`
   */
  static async open(file: string, from: 'scratch' | 'part'): Promise<PartFile> {
    if (await exists(file)) throw fileExists(file);
    return usable(file, async () => {
      if (from === 'scratch') await rm(file + SUFFIX, { force: true });
      const handle = await openPart(file + SUFFIX);
      return new PartFile(file, handle, (await handle.stat()).size);
    });
  }

  /** Pages are compressed where the name ends with `.gz`. */
  get isCompressed(): boolean {
    return this.file.endsWith('.gz');
  }

  get length(): number {
    return this.size;
  }

  async read(at: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    const { bytesRead } = await usable(this.file, () => this.handle.read(buffer, 0, length, at));
    return buffer.subarray(0, bytesRead);
  }

  async cutTo(length: number): Promise<void> {
    await usable(this.file, () => this.handle.truncate(length));
    this.size = length;
  }

  write(lines: string): Promise<void> {
    return usable(this.file, async () => {
      const bytes = this.isCompressed ? await memberOf(lines) : Buffer.from(lines);
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, this.size + done);
        done += bytesWritten;
      }
      this.size += bytes.length;
    });
  }

  /**
   * Gives the file its final name once all its data is on the disk.
   * @throws CodedError `file-exists` where such a file was created meanwhile
   */
  complete(): Promise<void> {
    return usable(this.file, async () => {
      await this.handle.sync();
      if (await exists(this.file)) throw fileExists(this.file);
      await rename(this.file + SUFFIX, this.file);
    });
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

async function openPart(part: string): Promise<FileHandle> {
  try {
    return await open(part, 'wx+', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return open(part, 'r+');
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function usable<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isCodedError(error) ? error : fileUnusable(file, error);
  }
}
