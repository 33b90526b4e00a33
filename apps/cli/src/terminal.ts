import { SingleBar } from 'cli-progress';

/** The command did its work and the answer is no: exit 1. The message may be empty where the result already said it. */
export class Refused extends Error {}

/** The command cannot be understood as it was written: exit 2. */
export class WrongWords extends Error {}

/** Progress and messages go to stderr: stdout holds results alone. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/**
 * Ends with whoever reads the result: `mixite report … | head` wants no more of it, and that is no error. A command for which it is one
 * listens itself.
 */
function endWithReader(): void {
  if (process.stdout.listenerCount('error') > 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** A result, on stdout. Resolves once it is handed over, so that the process may end. */
export function print(result: string | Uint8Array): Promise<void> {
  endWithReader();
  return new Promise((resolve, reject) => {
    process.stdout.write(result, (error) => (error ? reject(error) : resolve()));
  });
}

export function printJson(document: unknown): Promise<void> {
  return print(`${JSON.stringify(document, null, 2)}\n`);
}

export interface Progress {
  at(done: number, total: number, what: string): void;
  end(): void;
}

/** A bar where a person watches; nothing where stderr is a file or another program. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { at: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage} % · {what}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    at(done, total, what) {
      if (!started) bar.start(total, done, { what });
      started = true;
      bar.setTotal(total);
      bar.update(done, { what });
    },
    end: () => bar.stop(),
  };
}
