import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const HOOK = join(ROOT, 'test/support/register-ts.js');

/** A process that the test may kill and start again in the same way. */
export class Killable {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly name: string,
    private readonly words: readonly string[],
    private readonly env: NodeJS.ProcessEnv,
    /** Matches the output of the ready process; its first group is the address. */
    private readonly ready: RegExp,
  ) {}

  /** The service, on its own fixed port. */
  static api(name: string, port: number, env: NodeJS.ProcessEnv): Killable {
    const words = [join(ROOT, 'dist/apps/api/src/main.js')];
    return new Killable(name, words, { ...env, PORT: String(port) }, /Mixité écoute sur (http:\S+)/);
  }

  static worker(name: string, env: NodeJS.ProcessEnv): Killable {
    const words = [join(ROOT, 'dist/apps/worker/src/main.js')];
    return new Killable(name, words, { ...env, MIXITE_HEALTH_PORT: '0' }, /sa santé : (http:\S+)/);
  }

  /** The server of the events. Its log survives the process. */
  static eventServer(port: number, file: string): Killable {
    const main = join(ROOT, 'test/wire/eventstoredb/main.ts');
    return new Killable('events', ['-r', HOOK, main, '--port', String(port), '--file', file], {}, /^(esdb:\S+)/m);
  }

  get isUp(): boolean {
    return this.child !== undefined;
  }

  /** Resolves with the address once the process is ready. @throws an error with its output where it ends before */
  async start(): Promise<string> {
    const { PORT: _port, ...environment } = process.env;
    const child = spawn(process.execPath, this.words, {
      cwd: ROOT,
      env: { ...environment, MIXITE_LOG_LEVEL: 'silent', ...this.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child = child;
    this.output = '';
    return new Promise((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        this.output = (this.output + chunk.toString('utf8')).slice(-20_000);
        const found = this.ready.exec(this.output);
        if (found) resolve(found[1]!);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('close', (code) => {
        if (this.child === child) this.child = undefined;
        reject(new Error(`${this.name} ended with ${code}: ${this.output}`));
      });
    });
  }

  /** Writes a line to its standard input. */
  order(line: string): void {
    this.child?.stdin?.write(`${line}\n`);
  }

  /** Kills the process as a power cut does. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Stops the process as an administrator does. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = undefined;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  }
}
