import { join } from 'node:path';
import { TimeSlice } from '#concurrency';
import { BackgroundThread } from '#sqlite';
import type { Rows } from './rows';
import type { WritingMessage } from './writing-worker';

const PROGRAM = join(__dirname, 'writing-worker.js');

/** A thread that writes rows to one file, so that a replay or a busy service is not blocked meanwhile. */
export class WritingThread {
  private readonly thread: BackgroundThread<WritingMessage, null>;

  constructor(file: string) {
    this.thread = new BackgroundThread(PROGRAM, file);
  }

  static get isAvailable(): boolean {
    return BackgroundThread.isAvailable(PROGRAM);
  }

  /**
   * Writes all portions in one transaction, or nothing. Each portion is sent as soon as it is made. Only one call may
   * run at a time.
   * @throws the error of the iterator or of the database, or an error where the thread ended
   */
  async write(portions: Iterable<readonly Rows[]>): Promise<void> {
    await this.sendAll(portions);
    await this.thread.ask('commit');
  }

  /** Must not be called during a write. */
  close(): Promise<void> {
    return this.thread.end('close');
  }

  private async sendAll(portions: Iterable<readonly Rows[]>): Promise<void> {
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
