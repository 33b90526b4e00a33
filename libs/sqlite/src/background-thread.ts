import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** How the program of a thread answers a question. */
export type Answered<Answer> =
  { readonly answer: Answer } | { readonly failure: { readonly message: string; readonly code?: string } };

interface Asking<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread of ours that works on a file: it takes messages in their order and answers the questions among them. It starts when it is
 * first needed, does not keep the process alive between two questions, and another one starts where it ended.
 */
export class BackgroundThread<Message, Answer> {
  private worker: Worker | undefined;
  private asking: Asking<Answer> | undefined;
  /** Messages were sent that no question has closed yet. */
  private isTold = false;
  /** It ended after having been told things: the next question must not be asked of one that was told only the rest. */
  private loss: Error | undefined;

  constructor(
    private readonly program: string,
    private readonly file: string,
  ) {}

  /** The program is absent where the sources run unbuilt: the caller's own thread then does the work. */
  static isAvailable(program: string): boolean {
    return existsSync(program);
  }

  /** What the next question is about. */
  send(message: Message): void {
    this.isTold = true;
    if (!this.loss) (this.worker ??= this.start()).postMessage(message);
  }

  /** One question at a time. @throws what the program failed with, or where the thread ended */
  async ask(question: Message): Promise<Answer> {
    const { loss } = this;
    this.loss = undefined;
    this.isTold = false;
    if (loss) throw loss;
    const worker = (this.worker ??= this.start());
    worker.ref();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.asking = { resolve, reject };
        worker.postMessage(question);
      });
    } finally {
      this.asking = undefined;
      worker.unref();
    }
  }

  /** Tells it the last message, which must end it, and waits until it has. Not while it is asked. */
  async end(last: Message): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage(last);
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(this.program, { workerData: this.file });
    worker.unref();
    worker.on('message', (answered: Answered<Answer>) => {
      if ('answer' in answered) this.asking?.resolve(answered.answer);
      else this.asking?.reject(errorOf(answered.failure));
    });
    worker.on('error', (error) => this.lost(worker, error));
    worker.on('exit', () => this.lost(worker, new Error(`the thread that writes ${this.file} ended`)));
    return worker;
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    if (this.isTold) this.loss = error;
    this.asking?.reject(error);
  }
}

/** An error as a thread tells it. */
export function failureOf(error: unknown): { readonly message: string; readonly code?: string } {
  const { message, code } = error as { message: string; code?: string };
  return { message, ...(code !== undefined && { code }) };
}

/** `SqliteError` by its name and code, as those that wait or give up know it. */
function errorOf({ message, code }: { readonly message: string; readonly code?: string }): Error {
  const name = code?.startsWith('SQLITE_') ? { name: 'SqliteError' } : {};
  return Object.assign(new Error(message), { code, ...name });
}
