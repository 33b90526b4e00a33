import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Installation } from '#installation';
import { CodedError } from '#kernel';
import type { HistoryVerification } from './verification';
import { verifyPlace } from './verify-place';
import type { VerifyMessage } from './verify-worker';

/** Verifies the history, in a thread of its own (so that a service goes on answering) or in this thread. */
export abstract class HistoryVerifier {
  /** @throws CodedError `verification-under-way` while another verification runs, and as `verifyPlace` */
  abstract verify(): Promise<HistoryVerification>;
}

/** For a process whose sources are not compiled, such as a test: a thread needs a compiled file to start from. */
export class ThisThreadVerifier extends HistoryVerifier {
  constructor(private readonly installation: Installation) {
    super();
  }

  override verify(): Promise<HistoryVerification> {
    return verifyPlace(this.installation.place);
  }
}

/** Verifies in a thread, one verification at a time: each reads the whole history. */
export class WorkerVerifier extends HistoryVerifier {
  private underWay = false;

  constructor(private readonly installation: Installation) {
    super();
  }

  override async verify(): Promise<HistoryVerification> {
    if (this.underWay) throw new CodedError('verification-under-way', 'another verification is under way');
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
          else reject(new CodedError(message.code, message.message, message.params));
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('the verification thread ended before its verdict')));
      });
    } finally {
      await worker.terminate();
    }
  }
}
