import { parentPort, workerData } from 'node:worker_threads';
import type { Place } from '#installation';
import { isCodedError, type CodedError } from '#kernel';
import type { HistoryVerification } from './verification';
import { verifyPlace } from './verify-place';

/** The answer of the thread. An error without a code ends the thread instead. */
export type VerifyMessage =
  { readonly verification: HistoryVerification } | Pick<CodedError, 'code' | 'message' | 'params'>;

async function run(place: Place): Promise<VerifyMessage> {
  try {
    return { verification: await verifyPlace(place) };
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return { code: error.code, message: error.message, params: error.params };
  }
}

if (parentPort) {
  const port = parentPort;
  const { place } = workerData as { readonly place: Place };
  void run(place).then((message) => port.postMessage(message));
}
