import { parentPort, workerData } from 'node:worker_threads';
import type { PrintedDocument } from './document';
import { pdfOf } from './pdf';

if (parentPort) {
  const port = parentPort;
  void pdfOf(workerData as PrintedDocument).then((pdf) => port.postMessage(pdf));
}
