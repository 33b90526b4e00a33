import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Rows } from './rows';
import type { WriteAnswer } from './writing-worker';

/** Absent where the sources run unbuilt: the caller's own thread then writes. */
const PROGRAM = join(__dirname, 'writing-worker.js');

/**
 * A thread that writes rows to one file, so that a replay applies the next events meanwhile. It starts when it is first needed, and does not
 * keep the process alive between two writes.
 */
export class WritingThread {
  private worker: Worker | undefined;
  private answer: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  constructor(private readonly file: string) {}

  static get isAvailable(): boolean {
    return existsSync(PROGRAM);
  }

  /** Writes all of it in one transaction, or nothing. One call at a time. @throws what the database refused, or where the thread ended */
  async write(writes: readonly Rows[]): Promise<void> {
    const worker = (this.worker ??= this.start());
    worker.ref();
    try {
      await new Promise<void>((resolve, reject) => {
        this.answer = { resolve, reject };
        worker.postMessage(writes);
      });
    } finally {
      this.answer = undefined;
      worker.unref();
    }
  }

  /** Not while it writes. */
  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage('close');
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { workerData: this.file });
    worker.on('message', ({ failure }: WriteAnswer) => {
      if (failure) this.answer?.reject(Object.assign(new Error(failure.message), { code: failure.code }));
      else this.answer?.resolve();
    });
    worker.on('error', (error) => this.ended(error));
    worker.on('exit', () => this.ended(new Error('the thread that writes read.db ended')));
    return worker;
  }

  /** Another one starts at the next write. */
  private ended(error: Error): void {
    this.worker = undefined;
    this.answer?.reject(error);
  }
}
