import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { failureOf, type Answered } from '#sqlite';
import { rowCount, RowRunner, type Rows } from './rows';
import { openToWrite } from './writing';

/**
 * Rows of a transaction, which the first rows begin; the end of the transaction, which is answered; or the end of the
 * thread.
 */
export type WritingMessage = readonly Rows[] | 'commit' | 'rollback' | 'close';

/**
 * During a replay, the log holds each page of the indexes many times. A longer log therefore means fewer pages written
 * to the file.
 */
const PAGES_OF_LOG = 16_000;
/**
 * After this time without a message, the replay is over: the long log is moved into the file, so that readers need not
 * search it.
 */
const IDLE_MS = 500;

class WritingWorker {
  private readonly runner: RowRunner;
  private failure: { readonly message: string; readonly code?: string } | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly port: MessagePort,
    private readonly database: Database,
  ) {
    this.runner = new RowRunner(database);
    port.on('message', (message: WritingMessage) => this.take(message));
  }

  private take(message: WritingMessage): void {
    clearTimeout(this.idle);
    if (message === 'close') {
      this.database.close();
      this.port.close();
    } else if (message === 'commit' || message === 'rollback') {
      this.end(message);
    } else {
      this.attempt(() => this.write(message));
    }
  }

  private write(portion: readonly Rows[]): void {
    if (!this.database.inTransaction) this.database.exec('BEGIN IMMEDIATE');
    for (const rows of portion) {
      const run = this.runner.of(rows);
      const count = rowCount(rows);
      for (let row = 0; row < count; row++) run(row);
    }
  }

  private end(how: 'commit' | 'rollback'): void {
    this.attempt(() => {
      if (this.database.inTransaction) this.database.exec(how.toUpperCase());
    });
    const { failure } = this;
    this.failure = undefined;
    this.port.postMessage((failure ? { failure } : { answer: null }) satisfies Answered<null>);
    this.idle = setTimeout(() => this.database.pragma('wal_checkpoint(PASSIVE)'), IDLE_MS);
  }

  /** Runs the work, unless the transaction has failed before. */
  private attempt(work: () => void): void {
    if (this.failure) return;
    try {
      work();
    } catch (error) {
      this.failure = failureOf(error);
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
    }
  }
}

if (parentPort) new WritingWorker(parentPort, openToWrite(workerData as string, PAGES_OF_LOG));
