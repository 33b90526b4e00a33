import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const BIN = join(ROOT, 'bin/mixite.js');
/** The current folder of the commands: without an option, they would make their data folder here. */
const ELSEWHERE = mkdtempSync(join(tmpdir(), 'mixite-e2e-cwd-'));
process.once('exit', () => rmSync(ELSEWHERE, { recursive: true, force: true }));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
}

interface RunOptions {
  /** Options of node itself, written before the command. */
  readonly node?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the compiled `mixite` with these words. */
export async function mixite(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = start(words, options);
  const [out, err] = [gathered(child.stdout!), gathered(child.stderr!)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: out.bytes().toString('utf8'), bytes: out.bytes(), stderr: err.bytes().toString('utf8') };
}

export interface Service {
  readonly url: string;
  stderr(): string;
  /** Stops the service like Ctrl+C. Resolves with the exit code. */
  stop(): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with the exit code once the service has ended, for any reason. */
  readonly ended: Promise<number | null>;
}

/** Starts a service that runs until it is stopped. @throws an error with its output, where it ends before it listens */
export async function serving(words: readonly string[], options: RunOptions = {}): Promise<Service> {
  const child = start(words, options);
  const err = gathered(child.stderr!);
  child.stdout!.resume();
  const closed = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr!.on('data', () => {
      const found = /Mixité écoute sur (http:\/\/[^\s]+)/.exec(err.bytes().toString('utf8'));
      if (found) resolve(found[1]!);
    });
    child.once('close', () => reject(new Error(`it ended: ${err.bytes().toString('utf8')}`)));
  });
  const ended = closed.then(([code]) => code as number | null);
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const stop = async () => {
    signal('SIGINT');
    return ended;
  };
  return { url, stderr: () => err.bytes().toString('utf8'), stop, signal, ended };
}

/** Folders that are removed after the tests. */
export function temporaryFolders() {
  const folders: string[] = [];
  const make = () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-e2e-'));
    folders.push(folder);
    return folder;
  };
  const of = (files: ReadonlyMap<string, string | Buffer>) => {
    const folder = make();
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    return folder;
  };
  const removeAll = () => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  return { make, of, removeAll };
}

/** Starts the compiled `mixite`. */
export function start(words: readonly string[], { node = [], env = {} }: RunOptions = {}): ChildProcess {
  const { MIXITE_DATA_DIR: _folder, PORT: _port, HOST: _host, EVENTSTORE_URL: _events, ...rest } = process.env;
  return spawn(process.execPath, [...node, BIN, ...words], {
    cwd: ELSEWHERE,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function gathered(stream: NodeJS.ReadableStream) {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { bytes: () => Buffer.concat(chunks) };
}
