import { recordOf } from '#kernel';
import type { Logger } from 'pino';

/**
 * An error that nobody caught ends the process, as it must; but Node would print its message, which may quote what it was about. The
 * log tells its kind and place instead.
 * @returns what undoes it
 */
export function tellCrashes(logger: Logger): () => void {
  const onCrash = (error: unknown): void => {
    logger.fatal(recordOf(error), 'crashed');
    process.exit(1);
  };
  process.on('uncaughtException', onCrash);
  return () => void process.removeListener('uncaughtException', onCrash);
}
