import { SingleBar } from 'cli-progress';

/** The command did its work and the answer is no: exit code 1. The message may be empty where the printed result already says so. */
export class Refused extends Error {}

/** The command cannot be understood as it was written: exit code 2. */
export class UsageError extends Error {}

/** Prints a message on stderr. Progress goes there too: stdout contains only results. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/**
 * Ends the process without an error when the program that reads stdout closes it: `mixite report … | head` needs only the first lines. A
 * command for which this is an error has its own listener.
 */
function endWithReader(): void {
  if (process.stdout.listenerCount('error') > 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Prints a result on stdout. Resolves once stdout has taken all of it, so that the process may end. */
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

/** A progress bar on a terminal; nothing where stderr goes to a file or to another program. */
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
