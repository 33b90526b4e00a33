import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Actor } from '#access';
import { openSqliteEventStore, type StreamBatch } from '#event-store';
import { isCodedError, systemClock, type Json } from '#kernel';
import { openSqliteVault } from '#people';
import { prepareImport } from './import-directory';
import type { ImportReport } from './report';

/** What the service asks of the thread. */
export interface ImportTask {
  readonly folder: string;
  readonly masterKeyFile?: string;
  readonly directory: string;
  readonly dryRun: boolean;
  readonly mapping?: string;
  readonly actor: Actor;
}

/** What the thread answers: batches, each taken by the service before the next is made; at last its report. */
export type ImportMessage =
  | { readonly kind: 'batches'; readonly batches: readonly StreamBatch[] }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | {
      readonly kind: 'failed';
      readonly code?: string;
      readonly message: string;
      readonly params?: Readonly<Record<string, Json>>;
    };

/** Batches a message: enough that messages cost little, few enough that none is long. */
const PER_MESSAGE = 500;

/** Reads, checks, plans and seals beside the service, which alone appends: it holds the only writer. */
async function run(task: ImportTask, port: MessagePort): Promise<void> {
  const store = openSqliteEventStore({ folder: task.folder, mode: 'reader', clock: systemClock });
  const vault = openSqliteVault({ folder: task.folder, masterKeyFile: task.masterKeyFile });
  try {
    const prepared = await prepareImport(task.directory, task, { store, vault });
    if (!prepared.plan) return say(port, { kind: 'done', report: prepared.report });
    let batches: StreamBatch[] = [];
    for await (const batch of prepared.plan.batches()) {
      batches.push(batch);
      if (batches.length < PER_MESSAGE) continue;
      if (!task.dryRun) await hand(port, batches);
      batches = [];
    }
    if (!task.dryRun && batches.length > 0) await hand(port, batches);
    say(port, { kind: 'done', report: prepared.report() });
  } finally {
    vault.close();
    await store.close();
  }
}

/** Resolves once the service asks for more. */
function hand(port: MessagePort, batches: readonly StreamBatch[]): Promise<void> {
  return new Promise((resolve) => {
    port.once('message', () => resolve());
    say(port, { kind: 'batches', batches });
  });
}

function say(port: MessagePort, message: ImportMessage): void {
  port.postMessage(message);
}

if (parentPort) {
  const port = parentPort;
  run(workerData as ImportTask, port).catch((error: unknown) => {
    if (isCodedError(error))
      say(port, { kind: 'failed', code: error.code, message: error.message, params: error.params });
    else
      say(port, {
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : 'unknown failure',
      });
  });
}
