import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Mutex } from '#concurrency';
import type { PrintedDocument } from './document';
import { pdfOf } from './pdf';

/** This file exists only in a build. In tests the sources are not compiled, so the current thread prints instead. */
const PROGRAM = join(__dirname, 'pdf-worker.js');
/** Megabytes of heap for the thread: enough for several thousand rows. A report has a few dozen landlords or operations. */
const HEAP = 256;

/** One document at a time, because each uses a whole processor. */
const printing = new Mutex();

/** Makes the PDF in a thread of its own, so that a service goes on answering. */
export function printPdf(document: PrintedDocument): Promise<Uint8Array> {
  return printing.runExclusive(() => (existsSync(PROGRAM) ? inThread(document) : pdfOf(document)));
}

async function inThread(document: PrintedDocument): Promise<Uint8Array> {
  const worker = new Worker(PROGRAM, { workerData: document, resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the printing thread ended without a document')));
    });
  } finally {
    await worker.terminate();
  }
}
