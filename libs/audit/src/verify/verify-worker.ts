import { parentPort, workerData } from 'node:worker_threads';
import { verifySqliteChain, type ChainVerdict } from '#event-store';
import { isCodedError } from '#kernel';

/** What the thread answers; an error that has no code ends it. */
export type VerifyMessage = { readonly verdict: ChainVerdict } | { readonly code: string; readonly message: string };

async function run(folder: string): Promise<VerifyMessage> {
  try {
    return { verdict: await verifySqliteChain(folder) };
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return { code: error.code, message: error.message };
  }
}

if (parentPort) {
  const port = parentPort;
  const { folder } = workerData as { readonly folder: string };
  void run(folder).then((message) => port.postMessage(message));
}
