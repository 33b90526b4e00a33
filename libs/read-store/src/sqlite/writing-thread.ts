import { join } from 'node:path';
import { TimeSlice } from '#concurrency';
import { BackgroundThread } from '#sqlite';
import type { Rows } from './rows';
import type { WritingMessage } from './writing-worker';

const PROGRAM = join(__dirname, 'writing-worker.js');

/** A thread that writes rows to one file, so that a replay, or a service at work, goes on meanwhile. */
export class WritingThread {
  private readonly thread: BackgroundThread<WritingMessage, null>;

  constructor(file: string) {
    this.thread = new BackgroundThread(PROGRAM, file);
  }

  static get isAvailable(): boolean {
    return BackgroundThread.isAvailable(PROGRAM);
  }

  /**
   * Writes all the portions in one transaction, or nothing: each as soon as it is made. One call at a time.
   * @throws what making one throws, what the database refuses, or where the thread ended
   */
  async write(portions: Iterable<readonly Rows[]>): Promise<void> {
    await this.hand(portions);
    await this.thread.ask('commit');
  }

  /** Not while it writes. */
  close(): Promise<void> {
    return this.thread.end('close');
  }

  private async hand(portions: Iterable<readonly Rows[]>): Promise<void> {
    const slice = new TimeSlice();
    try {
      for (const portion of portions) {
        this.thread.send(portion);
        if (slice.isOver()) await slice.yield();
      }
    } catch (error) {
      await this.thread.ask('rollback');
      throw error;
    }
  }
}
