import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, ProblemError } from '#http';
import type { Fault } from '../reading/fault';
import { DEFAULT_LIMITS } from '../reading/limits';
import { nameFault, UploadNames } from './upload-names';

export interface UploadLimits {
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly files: number;
}

const MEBIBYTE = 1024 * 1024;
export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: DEFAULT_LIMITS.fileBytes,
  totalBytes: 1024 * MEBIBYTE,
  files: 40,
};
const MAPPING_PART = 'mapping';

const NAME = 'incoming';

/**
 * Gives a folder that only its owner can open, and always removes it after the work. It is inside the data folder: uploads name people,
 * and must not be in a folder that others share.
 */
export async function withPrivateFolder<Result>(
  dataFolder: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = join(dataFolder, NAME);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(parent, 'import-'));
  try {
    await chmod(folder, 0o700);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders of a process that was killed. */
export async function sweepPrivateFolders(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, NAME), { recursive: true, force: true });
}

/** An upload, stored as a directory that can be imported. */
export interface ReceivedUpload {
  readonly directory: string;
  /** Path of the mapping file, where one was sent. */
  readonly mapping: string | undefined;
  /** Faults of the parts that are no file of the format. */
  readonly faults: readonly Fault[];
}

interface StoredPart {
  readonly path: string;
  readonly given: string;
}

/**
 * Stores the parts of a multipart request in a private folder, first under numbers. Names are checked when all parts have come, because
 * the last part may be a mapping, which gives more names.
 * @throws ProblemError `request-too-large`, `malformed-upload`, `invalid-request`
 */
export async function receiveUpload(
  request: FastifyRequest,
  folder: string,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<ReceivedUpload> {
  const reception = new Reception(folder, limits);
  try {
    const { fileBytes: fileSize, files } = limits;
    // One more than allowed: so we see that there are too many.
    for await (const part of request.parts({ limits: { fileSize, fieldSize: MEBIBYTE, files, parts: files + 1 } }))
      await reception.take(part);
  } catch (error) {
    throw uploadProblem(error);
  }
  // A connection that is cut between two parts ends this loop without an error. The upload would then look complete.
  if (!request.raw.complete) throw new ProblemError('malformed-upload');
  return reception.layOut();
}

class Reception {
  private readonly parts: StoredPart[] = [];
  private readonly faults: Fault[] = [];
  private mapping: string | undefined;
  private bytes = 0;

  constructor(
    private readonly folder: string,
    private readonly limits: UploadLimits,
  ) {}

  async take(part: Multipart): Promise<void> {
    if (part.fieldname === MAPPING_PART) return this.takeMapping(part);
    if (part.type === 'field') {
      this.faults.push(nameFault(part.fieldname, 'un fichier est attendu dans chaque partie de l’envoi'));
      return;
    }
    const path = join(this.folder, `part-${this.parts.length}`);
    await this.store(part, path);
    this.parts.push({ path, given: part.filename });
  }

  private async takeMapping(part: Multipart): Promise<void> {
    if (this.mapping !== undefined) {
      this.faults.push(nameFault(MAPPING_PART, 'une seule correspondance est attendue'));
      if (part.type === 'file') part.file.resume();
      return;
    }
    this.mapping = join(this.folder, 'mapping.json');
    if (part.type === 'file') await this.store(part, this.mapping);
    else await writeFile(this.mapping, textOf(part.value), { mode: 0o600 });
  }

  private async store(part: MultipartFile, path: string): Promise<void> {
    const counted = async function* (this: Reception, chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        this.bytes += chunk.length;
        if (this.bytes > this.limits.totalBytes) throw tooLarge(this.limits.totalBytes);
        yield chunk;
      }
    };
    await pipeline(part.file, counted.bind(this), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (part.file.truncated) throw tooLarge(this.limits.fileBytes);
  }

  /** @throws ProblemError `invalid-request` where no part came */
  async layOut(): Promise<ReceivedUpload> {
    if (this.parts.length === 0 && this.faults.length === 0)
      throw invalidRequest([{ parameter: 'fichiers', value: null, expected: 'un fichier du format au moins' }]);
    const directory = join(this.folder, 'files');
    await mkdir(directory, { mode: 0o700 });
    const names = await UploadNames.of(this.mapping);
    for (const { path, given } of this.parts) {
      const name = names.accept(given);
      if (typeof name === 'string') await rename(path, join(directory, name));
      else this.faults.push(name);
    }
    return { directory, mapping: this.mapping, faults: this.faults };
  }
}

/** A part with the content type of JSON comes already parsed. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tooLarge(bytes: number): ProblemError {
  return new ProblemError('request-too-large', { limit: `${Math.floor(bytes / MEBIBYTE)} Mio` });
}

function uploadProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  const { code, statusCode, syscall } = error as { code?: string; statusCode?: number; syscall?: string };
  if (statusCode === 413 || code?.endsWith('_LIMIT')) return new ProblemError('request-too-large');
  // A full or broken disk is an error of this machine. Any other error comes from the way the upload was sent.
  return syscall === undefined || code === 'ECONNRESET' ? new ProblemError('malformed-upload') : error;
}
