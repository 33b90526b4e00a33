import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Actor } from '#access';
import type { StreamBatch, Upcasters } from '#event-store';
import { openBeside, type Place } from '#installation';
import { isCodedError, type Correlation, type Instant, type Json } from '#kernel';
import { prepareImport } from './import-directory';
import type { OnPlanned } from './plan-import';
import type { ImportReport } from './report';

/** The task that the service gives to the thread. */
export interface ImportTask {
  readonly place: Place;
  readonly directory: string;
  readonly dryRun: boolean;
  readonly isDemo?: boolean;
  readonly mapping?: string;
  readonly actor: Actor;
  readonly correlation: Correlation;
  readonly now: Instant;
}

/**
 * What the thread sends: its progress, batches, and at the end its report. Batches are sent as JSON, because a copy of the objects would
 * cost several times as much. The thread waits when the service has not taken the last `AHEAD` messages.
 */
export type ImportMessage =
  | { readonly kind: 'batches'; readonly batches: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly file: string }
  | { readonly kind: 'done'; readonly report: ImportReport }
  | {
      readonly kind: 'failed';
      readonly code?: string;
      readonly message: string;
      readonly params?: Readonly<Record<string, Json>>;
    };

/** Number of rows between two messages about the progress. */
const PER_PROGRESS = 1_000;
/** Number of batches in a message: enough to make messages cheap, few enough to keep each one short. */
const PER_MESSAGE = 250;
/** Enough messages that neither side waits for the other, few enough to keep in memory. */
const AHEAD = 8;

/** Reads, checks, plans and seals in the thread. Only the service appends: it holds the lock of the store. */
async function run(task: ImportTask, port: MessagePort, upcasters: Upcasters): Promise<void> {
  const { store, vault, close } = await openBeside(task.place, upcasters);
  try {
    const onProgress: OnPlanned = (done, total, file) => {
      if (done % PER_PROGRESS === 0 || done === total) send(port, { kind: 'progress', done, total, file });
    };
    const prepared = await prepareImport(task.directory, { ...task, onProgress }, { store, vault });
    if (!prepared.plan) return send(port, { kind: 'done', report: prepared.report });
    const sender = new BatchSender(port);
    for await (const batch of prepared.plan.batches()) if (!task.dryRun) await sender.add(batch);
    await sender.flush();
    send(port, { kind: 'done', report: prepared.report() });
  } finally {
    await close();
  }
}

/** Sends batches in messages. The service answers each message that it has taken; where it is too far behind, the sender waits. */
class BatchSender {
  private batches: StreamBatch[] = [];
  private ahead = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly port: MessagePort) {
    port.on('message', () => {
      this.ahead -= 1;
      this.wake();
    });
    // Without this, a port with a listener would keep the thread alive.
    port.unref();
  }

  async add(batch: StreamBatch): Promise<void> {
    this.batches.push(batch);
    if (this.batches.length >= PER_MESSAGE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.batches.length === 0) return;
    send(this.port, { kind: 'batches', batches: JSON.stringify(this.batches) });
    this.batches = [];
    this.ahead += 1;
    this.port.ref();
    while (this.ahead >= AHEAD) await new Promise<void>((resolve) => (this.wake = resolve));
    this.port.unref();
  }
}

function send(port: MessagePort, message: ImportMessage): void {
  port.postMessage(message);
}

/** The main function of the thread of a `WorkerImporter`. */
export function runImportThread(upcasters: Upcasters): void {
  const port = parentPort!;
  run(workerData as ImportTask, port, upcasters).catch((error: unknown) => {
    if (isCodedError(error))
      send(port, { kind: 'failed', code: error.code, message: error.message, params: error.params });
    else
      send(port, {
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : 'unknown failure',
      });
  });
}
