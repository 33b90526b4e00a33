import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { rowCount, RowRunner, type Rows } from './rows';
import { openToWrite } from './writing';

/** What the thread answers to each message of rows: nothing more where they are written. */
export interface WriteAnswer {
  readonly failure?: { readonly message: string; readonly code?: string };
}

function serve(port: MessagePort, database: Database): void {
  const runner = new RowRunner(database);
  const write = database.transaction((writes: readonly Rows[]) => {
    for (const rows of writes) {
      const run = runner.of(rows);
      const count = rowCount(rows);
      for (let row = 0; row < count; row++) run(row);
    }
  });
  port.on('message', (message: readonly Rows[] | 'close') => {
    if (message === 'close') {
      database.close();
      port.close();
      return;
    }
    port.postMessage(answerOf(() => write.immediate(message)));
  });
}

function answerOf(work: () => void): WriteAnswer {
  try {
    work();
    return {};
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    return { failure: { message, code } };
  }
}

if (parentPort) serve(parentPort, openToWrite(workerData as string));
