import { createRequire } from 'node:module';
import type { EventEmitter } from 'node:events';

/** The part of the driver's connection that this file needs. `close` is emitted once, when the socket is lost. */
interface DriverConnection extends EventEmitter {
  readonly error: Error | null;
  writeCommand(...words: unknown[]): Promise<void>;
}

const requireLater = createRequire(__filename);
const guarded = new WeakSet<object>();

/**
 * Lets a command fail whose socket is lost while the driver writes it. The driver (7.9.0, `writeCommand`) waits for
 * `drain` or `error`, and a socket that was closed emits neither, so the command would wait for ever, and with it all
 * that follows it. Once the command fails, the driver tries it again or reports it, as for every lost connection.
 */
export function failWritesOfLostSockets(): void {
  const { Connection } = requireLater('mongodb/lib/cmap/connection') as {
    Connection: { prototype: DriverConnection };
  };
  const { prototype } = Connection;
  if (guarded.has(prototype)) return;
  guarded.add(prototype);
  const write = prototype.writeCommand;
  prototype.writeCommand = function (this: DriverConnection, ...words) {
    return untilLost(this, () => write.apply(this, words));
  };
}

async function untilLost(connection: DriverConnection, write: () => Promise<void>): Promise<void> {
  let close = (): void => undefined;
  const lost = new Promise<never>((_, reject) => {
    close = () => reject(connection.error ?? new Error('the connection is closed'));
  });
  connection.once('close', close);
  try {
    await Promise.race([write(), lost]);
  } finally {
    connection.off('close', close);
  }
}
