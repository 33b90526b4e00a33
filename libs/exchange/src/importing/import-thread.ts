import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Actor } from '#access';
import type { StreamBatch, Upcasters } from '#event-store';
import { openBeside, type Place } from '#installation';
import { isCodedError, type Correlation, type Instant, type Json } from '#kernel';
import { prepareImport } from './import-directory';
import type { OnPlanned } from './plan-import';
import type { ImportReport } from './report';

/** What the service asks of the thread. */
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

/** What the thread answers: how far it is, batches as JSON (a copy of the objects would cost it several times as much), at last its report. It is never further ahead of the service than `AHEAD` messages. */
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

/** Rows between two words on how far it is. */
const PER_PROGRESS = 1_000;
/** Batches a message: enough that messages cost little, few enough that none is long. */
const PER_MESSAGE = 250;
/** Enough that neither side waits for the other, few enough to hold in memory. */
const AHEAD = 8;

/** Reads, checks, plans and seals beside the service, which alone appends: it holds the only writer. */
async function run(task: ImportTask, port: MessagePort, upcasters: Upcasters): Promise<void> {
  const { store, vault, close } = await openBeside(task.place, upcasters);
  try {
    const onProgress: OnPlanned = (done, total, file) => {
      if (done % PER_PROGRESS === 0 || done === total) say(port, { kind: 'progress', done, total, file });
    };
    const prepared = await prepareImport(task.directory, { ...task, onProgress }, { store, vault });
    if (!prepared.plan) return say(port, { kind: 'done', report: prepared.report });
    const handing = new Handing(port);
    for await (const batch of prepared.plan.batches()) if (!task.dryRun) await handing.add(batch);
    await handing.flush();
    say(port, { kind: 'done', report: prepared.report() });
  } finally {
    await close();
  }
}

/** Hands batches over in messages, and waits where the service, which says when it has taken one, is too far behind. */
class Handing {
  private batches: StreamBatch[] = [];
  private ahead = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly port: MessagePort) {
    port.on('message', () => {
      this.ahead -= 1;
      this.wake();
    });
    // A port that is listened to would keep the thread alive.
    port.unref();
  }

  async add(batch: StreamBatch): Promise<void> {
    this.batches.push(batch);
    if (this.batches.length >= PER_MESSAGE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.batches.length === 0) return;
    say(this.port, { kind: 'batches', batches: JSON.stringify(this.batches) });
    this.batches = [];
    this.ahead += 1;
    this.port.ref();
    while (this.ahead >= AHEAD) await new Promise<void>((resolve) => (this.wake = resolve));
    this.port.unref();
  }
}

function say(port: MessagePort, message: ImportMessage): void {
  port.postMessage(message);
}

/** What the thread of a `WorkerImporter` does, from its first line on. */
export function runImportThread(upcasters: Upcasters): void {
  const port = parentPort!;
  run(workerData as ImportTask, port, upcasters).catch((error: unknown) => {
    if (isCodedError(error))
      say(port, { kind: 'failed', code: error.code, message: error.message, params: error.params });
    else
      say(port, {
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : 'unknown failure',
      });
  });
}
