import type { Logger } from 'pino';
import { isCodedError, recordOf } from '#kernel';
import { sentenceOf } from '#sentences';

/**
 * Runs the main function of a process. An error with a code is printed as one French sentence, and the process ends with exit code 1.
 * Any other error crashes the process.
 */
export function runMain(main: (environment: NodeJS.ProcessEnv) => Promise<void>): void {
  main(process.env).catch((error: unknown) => {
    if (!isCodedError(error)) throw error;
    process.stderr.write(`${sentenceOf(error) ?? error.message}\n`);
    process.exitCode = 1;
  });
}

/**
 * Logs an error that nothing caught, then ends the process. Without it Node would print the message of the error, which may quote
 * personal data; the log gets only the kind of the error and its place in the code.
 * @returns a function that removes this handler
 */
export function logCrashes(logger: Logger): () => void {
  const onCrash = (error: unknown): void => {
    logger.fatal(recordOf(error), 'crashed');
    process.exit(1);
  };
  process.on('uncaughtException', onCrash);
  return () => void process.removeListener('uncaughtException', onCrash);
}
