import { SingleBar } from 'cli-progress';
import { sentenceOf } from '#sentences';
import { storageFailure } from '#sqlite';

/** The command did its work and the answer is no: exit code 1. The message may be empty where the printed result already says so. */
export class Refused extends Error {}

/** The command cannot be understood as it was written: exit code 2. */
export class UsageError extends Error {}

/** The result cannot be written where stdout goes: exit code 1. */
export class OutputFailed extends Error {}

const INTERRUPTED =
  'Interrompu avant la fin. L’historique n’est pas touché à moitié ; un fichier que la commande écrivait peut être incomplet. Relancez-la.';

const endInterrupted = (): void => {
  say(INTERRUPTED);
  process.exit(130);
};

/** Ctrl-C ends the command with a sentence. */
export function endOnInterrupt(): void {
  process.once('SIGINT', endInterrupted);
}

/** For a command that stops in its own way. */
export function handleOwnInterrupt(): void {
  process.removeListener('SIGINT', endInterrupted);
}

/** Prints a message on stderr. Progress goes there too: stdout contains only results. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

/**
 * Ends the process without an error when the program that reads stdout closes it: `mixite report … | head` needs only the first lines. A
 * command for which this is an error has its own listener. Other errors reach the caller of `print`.
 */
function endWithReader(): void {
  if (process.stdout.listenerCount('error') > 0) return;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
}

/** Prints a result on stdout. Resolves once stdout has taken all of it, so that the process may end. @throws OutputFailed */
export function print(result: string | Uint8Array): Promise<void> {
  endWithReader();
  return new Promise((resolve, reject) => {
    process.stdout.write(result, (error) => (error ? reject(outputFailed(error)) : resolve()));
  });
}

let printing: Promise<void> = Promise.resolve();

/** Prints a text for a caller that cannot wait: `printed` gives the outcome. */
export function beginToPrint(text: string): void {
  printing = print(text);
  // A failure reaches the caller of `printed`: it must not end the process before.
  printing.catch(() => undefined);
}

/** Resolves once the text of `beginToPrint` is on stdout. @throws OutputFailed */
export function printed(): Promise<void> {
  return printing;
}

function outputFailed(error: Error): OutputFailed {
  const failure = storageFailure(error);
  const why = (failure && sentenceOf(failure)) ?? 'La sortie ne prend plus rien.';
  return new OutputFailed(`Le résultat n'a pas pu être écrit en entier. ${why}`);
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
