import pino, { type DestinationStream } from 'pino';

const STDERR = 2;
/** What waits for the end of the turn: more is written at once. */
const ROOM = 8 * 1024;

let stderr: DestinationStream | undefined;

/** stderr, written to at the end of each turn of the event loop: a busy service ends many requests in one, and each write has a price. */
export function stderrByTurns(): DestinationStream {
  stderr ??= openStderr();
  return stderr;
}

function openStderr(): DestinationStream {
  const lines = pino.destination({ fd: STDERR, sync: true, minLength: ROOM });
  let due = false;
  const flush = (): void => {
    due = false;
    lines.flushSync();
  };
  process.once('exit', flush);
  return {
    write(line) {
      lines.write(line);
      if (due) return;
      due = true;
      setImmediate(flush);
    },
  };
}
