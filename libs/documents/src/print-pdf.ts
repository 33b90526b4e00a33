import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Mutex } from '#concurrency';
import type { PrintedDocument } from './document';
import { pdfOf } from './pdf';

/** Of a build: where the sources run as they are, in tests, there is no program for a thread, and this one prints. */
const PROGRAM = join(__dirname, 'pdf-worker.js');
/** Megabytes of the thread's heap: for several thousand rows. A territory has some tens of landlords and of operations. */
const HEAP = 256;

/** One at a time: a document takes a processor to itself. */
const printing = new Mutex();

/** The document as a PDF, made in a thread of its own so that a service goes on answering. */
export function printPdf(document: PrintedDocument): Promise<Uint8Array> {
  return printing.runExclusive(() => (existsSync(PROGRAM) ? inThread(document) : pdfOf(document)));
}

async function inThread(document: PrintedDocument): Promise<Uint8Array> {
  const worker = new Worker(PROGRAM, { workerData: document, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that prints ended before its document')));
    });
  } finally {
    await worker.terminate();
  }
}
