import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Installation } from '#installation';
import { CodedError } from '#kernel';
import type { HistoryVerification } from './verification';
import type { VerifyMessage } from './verify-worker';
import { HistoryVerifier } from './verifier';

/** Walks the history in a thread, one walk at a time: each reads the whole of it. */
export class WorkerVerifier extends HistoryVerifier {
  private underWay = false;

  constructor(private readonly installation: Installation) {
    super();
  }

  override async verify(): Promise<HistoryVerification> {
    if (this.underWay)
      throw new CodedError('verification-under-way', 'Une autre vérification est en cours : attendez qu’elle finisse.');
    this.underWay = true;
    try {
      return await this.verifyInThread();
    } finally {
      this.underWay = false;
    }
  }

  private async verifyInThread(): Promise<HistoryVerification> {
    const { place } = this.installation;
    const worker = new Worker(join(__dirname, 'verify-worker.js'), { workerData: { place } });
    try {
      return await new Promise<HistoryVerification>((resolve, reject) => {
        worker.once('message', (message: VerifyMessage) => {
          if ('verification' in message) resolve(message.verification);
          else reject(new CodedError(message.code, message.message));
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the verification thread ended before its verdict')));
      });
    } finally {
      await worker.terminate();
    }
  }
}
