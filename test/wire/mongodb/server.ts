import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { binary } from './binary.js';

export interface WireServer {
  /** `mongodb://127.0.0.1:<port>/` */
  readonly url: string;
  readonly port: number;
  /** Stops the server as an administrator would. */
  stop(): Promise<void>;
  /** Kills the server as a power cut would. */
  kill(): Promise<void>;
}

export interface WireServerOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** The folder of the databases. Default: a temporary folder that is removed with the server. */
  readonly state?: string;
}

/** Builds the server where it is not built yet, and starts it. The server ends when this process ends in any way. */
export async function startWireServer({ port = 0, state }: WireServerOptions = {}): Promise<WireServer> {
  const words = [`-port=${port}`, ...(state === undefined ? [] : [`-state=${state}`])];
  const child = spawn(binary(), words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString('utf8').trim()));
    child.once('close', (code) => reject(new Error(`the wire server ended with ${code}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await closed;
  };
  return { url, port: Number(/:(\d+)\/$/.exec(url)![1]), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
