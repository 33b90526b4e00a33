import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NO_UPCASTERS, openEventStoreDb, type RecordedEvent } from '#event-store';
import { exampleEvents } from '#event-store/testing';
import { systemClock } from '#kernel';
import { everything, follow, until } from './load';

const ROOT = resolve(__dirname, '../..');
const timeouts = { callTimeout: 300, firstDelay: 5, longestDelay: 100, giveUpAfter: 20_000 };

describe('EventStoreDB in its own process', () => {
  it('keeps acknowledged events when the process of the server is killed and started again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mixite-wire-'));
    const file = join(folder, 'log.jsonl');
    let running = await startProcess(['--file', file]);
    const port = new URL(running.url).port;
    const store = await openEventStoreDb({
      url: running.url,
      clock: systemClock,
      upcasters: NO_UPCASTERS,
      timeouts,
    });
    const seen: RecordedEvent[] = [];
    const subscription = follow(store, seen);
    const acknowledged: string[] = [];
    const write = async (stream: string): Promise<void> => {
      const events = exampleEvents(3);
      await store.append({ stream, expected: 'none', events });
      acknowledged.push(...events.map(({ id }) => id));
    };
    for (let kill = 0; kill < 3; kill += 1) {
      for (let append = 0; append < 10; append += 1) await write(`stream-${kill}-${append}`);
      for (const order of ['cut', 'restart']) {
        running.process.stdin!.write(`${order}\n`);
        await write(`${order}-${kill}`);
      }
      await end(running.process, 'SIGKILL');
      running = await startProcess(['--file', file, '--port', port]);
    }
    await until(() => seen.length === acknowledged.length, 'the follower');
    expect(seen.map(({ id }) => id)).toEqual(acknowledged);
    expect((await everything(store)).map(({ id }) => id)).toEqual(acknowledged);
    await subscription.stop();
    await store.close();
    await end(running.process, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Starts the wire server in its own process. Resolves once it listens. */
function startProcess(options: readonly string[]): Promise<{ process: ChildProcess; url: string }> {
  const hook = join(ROOT, 'test/support/register-ts.js');
  const program = join(ROOT, 'test/wire/eventstoredb/main.ts');
  const child = spawn(process.execPath, ['-r', hook, program, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolveStart, reject) => {
    child.once('exit', () => reject(new Error('the server ended by itself')));
    child.stdout.once('data', (line: Buffer) => resolveStart({ process: child, url: line.toString().trim() }));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolveEnd) => {
    child.once('close', () => resolveEnd());
    child.kill(signal);
  });
}
