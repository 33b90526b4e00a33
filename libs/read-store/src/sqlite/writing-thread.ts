import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Breath } from '#kernel';
import type { Rows } from './rows';
import type { Ended, WritingMessage } from './writing-worker';

/** Absent where the sources run unbuilt: the caller's own thread then writes. */
const PROGRAM = join(__dirname, 'writing-worker.js');

/**
 * A thread that writes rows to one file, so that a replay applies the next events meanwhile. It starts when it is first needed, and does not
 * keep the process alive between two writes.
 */
export class WritingThread {
  private worker: Worker | undefined;
  private ending: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  constructor(private readonly file: string) {}

  static get isAvailable(): boolean {
    return existsSync(PROGRAM);
  }

  /**
   * Writes all the portions in one transaction, or nothing: each as soon as it is made. One call at a time.
   * @throws what making one throws, what the database refuses, or where the thread ended
   */
  async write(portions: Iterable<readonly Rows[]>): Promise<void> {
    const worker = (this.worker ??= this.start());
    worker.ref();
    try {
      await this.hand(worker, portions);
      await this.end(worker, 'commit');
    } finally {
      worker.unref();
    }
  }

  /** Not while it writes. */
  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    post(worker, 'close');
    await ended;
  }

  private async hand(worker: Worker, portions: Iterable<readonly Rows[]>): Promise<void> {
    const breath = new Breath();
    try {
      for (const portion of portions) {
        post(worker, portion);
        if (breath.isDue()) await breath.take();
      }
    } catch (error) {
      await this.end(worker, 'rollback');
      throw error;
    }
  }

  private async end(worker: Worker, how: 'commit' | 'rollback'): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.ending = { resolve, reject };
        post(worker, how);
      });
    } finally {
      this.ending = undefined;
    }
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { workerData: this.file });
    worker.on('message', ({ failure }: Ended) => {
      if (failure) this.ending?.reject(Object.assign(new Error(failure.message), { code: failure.code }));
      else this.ending?.resolve();
    });
    worker.on('error', (error) => this.lost(worker, error));
    worker.on('exit', () => this.lost(worker, new Error('the thread that writes read.db ended')));
    return worker;
  }

  /** Another one starts at the next write. */
  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.ending?.reject(error);
  }
}

function post(worker: Worker, message: WritingMessage): void {
  worker.postMessage(message);
}
