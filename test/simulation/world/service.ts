import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const BIN = join(__dirname, '../../../bin/mixite.js');

function started(words: readonly string[]): ChildProcess {
  const {
    MIXITE_DATA_DIR: _data,
    PORT: _port,
    HOST: _host,
    EVENTSTORE_URL: _url,
    MONGODB_URL: _mongo,
    ...env
  } = process.env;
  return spawn(process.execPath, ['--min-semi-space-size=8', BIN, ...words], {
    env: { ...env, MIXITE_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs one command of `mixite`. @returns its stdout @throws where it does not end with 0 */
export async function mixite(...words: readonly string[]): Promise<string> {
  const child = started(words);
  let [out, err] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0)
    throw new Error(`mixite ${words.join(' ')} ended with ${code}: ${err.slice(-2_000)}${out.slice(-2_000)}`);
  return out;
}

/** A `mixite serve` of its own data folder, which may be killed and started again on the same port. */
export class Service {
  private child: ChildProcess | undefined;
  private coming: Promise<void> | undefined;
  crashes = 0;

  private constructor(
    readonly folder: string,
    private readonly port: number,
  ) {}

  static async on(folder: string): Promise<Service> {
    const service = new Service(folder, await freePort());
    await service.start();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves once the service answers. */
  async up(): Promise<void> {
    await this.coming;
  }

  private async start(): Promise<void> {
    const child = started(['serve', '--port', String(this.port), '--data', this.folder]);
    this.child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-10_000);
        if (said.includes('Mixité écoute sur')) resolve();
      });
      child.once('close', (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
    });
    child.stdout!.resume();
  }

  /** Kills the process as a power cut does, and starts it again on the same folder. */
  crash(): Promise<void> {
    this.crashes += 1;
    this.coming = this.end('SIGKILL').then(() => this.start());
    return this.coming;
  }

  async stop(): Promise<void> {
    await this.coming;
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
