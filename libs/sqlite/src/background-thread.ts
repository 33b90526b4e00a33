import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** The answer of a thread's program to a question. */
export type Answered<Answer> =
  { readonly answer: Answer } | { readonly failure: { readonly message: string; readonly code?: string } };

interface PendingQuestion<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that works on a file. It handles messages in their order and answers the questions among them. It starts
 * when it is first needed, and does not keep the process alive between two questions. Where it ends, a new thread is
 * started.
 */
export class BackgroundThread<Message, Answer> {
  private worker: Worker | undefined;
  private pending: PendingQuestion<Answer> | undefined;
  /** Whether messages were sent since the last question. */
  private hasUnanswered = false;
  /**
   * The error of a thread that ended after it had received messages. The next question is then rejected, because a new
   * thread knows only the later messages.
   */
  private loss: Error | undefined;

  constructor(
    private readonly program: string,
    private readonly file: string,
  ) {}

  /** The program exists only in a build. Where it is absent, the caller does the work in its own thread. */
  static isAvailable(program: string): boolean {
    return existsSync(program);
  }

  /** Sends a message that belongs to the next question. */
  send(message: Message): void {
    this.hasUnanswered = true;
    if (!this.loss) (this.worker ??= this.start()).postMessage(message);
  }

  /** Asks one question at a time. @throws the failure of the program, or an error where the thread ended */
  async ask(question: Message): Promise<Answer> {
    const { loss } = this;
    this.loss = undefined;
    this.hasUnanswered = false;
    if (loss) throw loss;
    const worker = (this.worker ??= this.start());
    worker.ref();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.pending = { resolve, reject };
        worker.postMessage(question);
      });
    } finally {
      this.pending = undefined;
      worker.unref();
    }
  }

  /**
   * Sends the last message, which must end the thread, and waits for the end. Must not be called while a question is
   * pending.
   */
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
      if ('answer' in answered) this.pending?.resolve(answered.answer);
      else this.pending?.reject(errorOf(answered.failure));
    });
    worker.on('error', (error) => this.handleEnd(worker, error));
    worker.on('exit', () => this.handleEnd(worker, new Error(`the thread that writes ${this.file} ended`)));
    return worker;
  }

  private handleEnd(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    if (this.hasUnanswered) this.loss = error;
    this.pending?.reject(error);
  }
}

/** An error in the form that a thread sends. */
export function failureOf(error: unknown): { readonly message: string; readonly code?: string } {
  const { message, code } = error as { message: string; code?: string };
  return { message, ...(code !== undefined && { code }) };
}

/** Gives the error the name and the code of a `SqliteError`, so that callers recognise it. */
function errorOf({ message, code }: { readonly message: string; readonly code?: string }): Error {
  const name = code?.startsWith('SQLITE_') ? { name: 'SqliteError' } : {};
  return Object.assign(new Error(message), { code, ...name });
}
