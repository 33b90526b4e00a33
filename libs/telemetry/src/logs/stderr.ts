import pino, { type DestinationStream } from 'pino';

const STDERR = 2;
/** The most characters that wait for the end of the turn of the event loop. More are written at once. */
const ROOM = 8 * 1024;

let stderr: DestinationStream | undefined;

/**
 * A stream to stderr that writes once at the end of each turn of the event loop: a busy service ends many requests in
 * one turn, and each write takes time.
 */
export function batchedStderr(): DestinationStream {
  stderr ??= openStderr();
  return stderr;
}

function openStderr(): DestinationStream {
  // pino writes synchronously, without waiting for the disk, as its own flush would do where stderr is a file.
  const stream = pino.destination({ fd: STDERR, sync: true, minLength: 0 });
  let lines = '';
  let due = false;
  const flush = (): void => {
    due = false;
    if (lines !== '') stream.write(lines);
    lines = '';
  };
  process.once('exit', flush);
  return {
    write(line) {
      lines += line;
      if (lines.length >= ROOM) flush();
      if (due) return;
      due = true;
      setImmediate(flush);
    },
  };
}
