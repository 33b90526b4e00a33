import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { StreamBatch } from '#event-store';
import type { Installation } from '#installation';
import { CodedError, currentCorrelation } from '#kernel';
import { drain, finishEarlierImport, writeImport, type ImportOptions } from './import-directory';
import type { ImportMessage, ImportTask } from './import-thread';
import { Importer } from './importer';
import type { OnPlanned } from './plan-import';
import type { ImportReport } from './report';

/** Megabytes of the young generation: enough for the objects of a batch to be collected there. */
const NURSERY = 48;
/**
 * Megabytes of the heap of the thread. An import needs about ten times the size of its CSV. Without a limit, the engine lets garbage grow
 * to several times the memory in use.
 */
const LEAST_HEAP = 512;
const HEAP_FOR_EACH = 32;
/** A workbook holds about so many times its size. */
const INFLATION = 8;

/** Imports in a separate thread, one import at a time. The service goes on answering, and writes here what the thread has read and sealed. */
export class WorkerImporter extends Importer {
  private underWay = false;

  /** @param thread path of the file that the thread runs: it calls `runImportThread` */
  constructor(
    private readonly installation: Installation,
    private readonly thread: string,
  ) {
    super();
  }

  override async importDirectory(directory: string, options: ImportOptions): Promise<ImportReport> {
    if (this.underWay) throw new CodedError('import-under-way', 'another import is under way');
    this.underWay = true;
    try {
      return await this.importInThread(directory, options);
    } finally {
      this.underWay = false;
    }
  }

  private async importInThread(directory: string, options: ImportOptions): Promise<ImportReport> {
    // The vault is opened here before the thread opens it: in a new folder, each of the two would otherwise make a master key.
    await this.installation.vault();
    const { dryRun, isDemo, mapping, actor } = options;
    const correlation = currentCorrelation(options.correlation);
    if (!dryRun) await finishEarlierImport(this.installation.eventStore);
    const { place, clock } = this.installation;
    const task: ImportTask = { place, directory, dryRun, isDemo, mapping, actor, correlation, now: clock.now() };
    const worker = new Worker(this.thread, {
      workerData: task,
      resourceLimits: limitsFor(directory),
    });
    try {
      const messages = new ThreadMessages(worker, options.onProgress);
      if (dryRun) await drain(messages.batches());
      else await writeImport(messages.batches(), this.installation.eventStore);
      return messages.report!;
    } finally {
      await worker.terminate();
    }
  }
}

/** Large files get a larger heap. Where the directory cannot be read, the import itself reports that. */
function limitsFor(directory: string): ResourceLimits {
  const nursery = { maxYoungGenerationSizeMb: NURSERY };
  try {
    const megabytes = megabytesIn(directory);
    return { ...nursery, maxOldGenerationSizeMb: Math.max(LEAST_HEAP, Math.ceil(HEAP_FOR_EACH * megabytes)) };
  } catch {
    return nursery;
  }
}

function megabytesIn(directory: string): number {
  let bytes = 0;
  for (const name of readdirSync(directory))
    bytes += statSync(join(directory, name)).size * (/\.xlsx$/i.test(name) ? INFLATION : 1);
  return bytes / 1_048_576;
}

/** Receives the batches of the thread, one message at a time, then its report. */
class ThreadMessages {
  report: ImportReport | undefined;
  private readonly arrived: Exclude<ImportMessage, { kind: 'progress' }>[] = [];
  private wake: () => void = () => undefined;

  constructor(
    private readonly worker: Worker,
    private readonly onProgress: OnPlanned = () => undefined,
  ) {
    worker.on('message', (message: ImportMessage) => this.take(message));
    worker.on('error', (error) => this.take({ kind: 'failed', message: error.stack ?? error.message }));
    worker.on('exit', () => this.take({ kind: 'failed', message: 'the import thread ended before its report' }));
  }

  async *batches(): AsyncGenerator<StreamBatch> {
    for (;;) {
      const message = await this.next();
      if (message.kind === 'failed') throw failureOf(message);
      if (message.kind === 'done') {
        this.report = message.report;
        return;
      }
      yield* JSON.parse(message.batches) as readonly StreamBatch[];
      this.worker.postMessage('more');
    }
  }

  private take(message: ImportMessage): void {
    if (message.kind === 'progress') return this.onProgress(message.done, message.total, message.file);
    this.arrived.push(message);
    this.wake();
  }

  private async next(): Promise<ThreadMessages['arrived'][number]> {
    while (this.arrived.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.arrived.shift()!;
  }
}

function failureOf({ code, message, params }: Extract<ImportMessage, { kind: 'failed' }>): Error {
  return code === undefined ? new Error(message) : new CodedError(code, message, params);
}
