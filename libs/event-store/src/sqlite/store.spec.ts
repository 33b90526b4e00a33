import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '#kernel';
import { START, type RecordedEvent } from '../event';
import type { AtomicEventStore } from '../port';
import { exampleEvent, exampleEvents } from '../testing/examples';
import { acquireWriterLock } from './lock';
import { openSqliteEventStore } from './store';
import { NO_UPCASTERS } from '../upcasters';

const ROOT = resolve(__dirname, '../../../..');

describe('openSqliteEventStore', () => {
  let parent: string;
  let folder: string;
  const opened: AtomicEventStore[] = [];
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'mixite-store-'));
    folder = join(parent, 'nested', 'data');
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    rmSync(parent, { recursive: true, force: true });
  });

  const open = (mode: 'writer' | 'reader'): AtomicEventStore => {
    const store = openSqliteEventStore({ folder, mode, clock: systemClock, upcasters: NO_UPCASTERS });
    opened.push(store);
    return store;
  };
  const coded = (code: string): Error => expect.objectContaining({ code, params: { folder } }) as Error;

  it('creates a folder and files that only their owner may open', async () => {
    await open('writer').append({ stream: 'a', expected: 'none', events: [exampleEvent()] });
    const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    expect(modeOf(folder)).toBe('700');
    for (const file of ['events.db', 'events.db-wal', 'events.db-shm', 'lock.db']) {
      expect(`${file} ${modeOf(join(folder, file))}`).toBe(`${file} 600`);
    }
  });

  it('accepts one writer, and the next one once the first has closed', async () => {
    const first = open('writer');
    expect(() => open('writer')).toThrow(coded('store-locked'));
    await first.append({ stream: 'a', expected: 'none', events: [exampleEvent()] });
    expect(() => open('writer')).toThrow(coded('store-locked'));
    await first.close();
    expect(await open('writer').head()).not.toBeNull();
  });

  it('works under a lock that its caller holds and keeps after the close', async () => {
    const lock = acquireWriterLock(folder);
    const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS, lock });
    await store.append({ stream: 'a', expected: 'none', events: [exampleEvent()] });
    await store.close();
    expect(() => open('writer')).toThrow(coded('store-locked'));
    lock.release();
    open('writer');
  });

  it('reads beside a writer, sees only committed events, and refuses to write', async () => {
    const writer = open('writer');
    await writer.append({ stream: 'a', expected: 'none', events: [exampleEvent()] });
    const reader = open('reader');
    expect(reader.storeId).toBe(writer.storeId);
    const atomic = writer.appendAtomically(
      (async function* () {
        yield { stream: 'b', expected: 'none' as const, events: exampleEvents(10) };
        expect(await reader.readAll({ maxCount: 100 })).toHaveLength(1);
        expect(await writer.readAll({ maxCount: 100 })).toHaveLength(1);
      })(),
    );
    await atomic;
    expect(await reader.readAll({ maxCount: 100 })).toHaveLength(11);
    await expect(reader.append({ stream: 'c', expected: 'any', events: [exampleEvent()] })).rejects.toMatchObject({
      code: 'store-read-only',
    });
    await expect(reader.appendAtomically([])).rejects.toMatchObject({ code: 'store-read-only' });
  });

  it('reads where no writer runs', async () => {
    const writer = open('writer');
    await writer.append({ stream: 'a', expected: 'none', events: exampleEvents(3) });
    await writer.close();
    expect(existsSync(join(folder, 'events.db-wal'))).toBe(false);
    expect(await open('reader').readStream('a', { maxCount: 10 })).toHaveLength(3);
  });

  it('follows the events of a live writer from a reader', async () => {
    const writer = open('writer');
    const seen: RecordedEvent[] = [];
    const subscription = open('reader').subscribe({ after: START }, async (events) => void seen.push(...events));
    await writer.append({ stream: 'a', expected: 'none', events: exampleEvents(3) });
    while (seen.length < 3) await new Promise((resolveWait) => setTimeout(resolveWait, 10));
    await subscription.stop();
    expect(seen).toEqual(await writer.readAll({ maxCount: 10 }));
  });

  it('stops its subscriptions when it closes', async () => {
    const writer = open('writer');
    let calls = 0;
    writer.subscribe({ after: START }, async () => void (calls += 1));
    const appended = writer.append({ stream: 'a', expected: 'none', events: [exampleEvent()] });
    await writer.close();
    await appended;
    await new Promise((resolveTurn) => setImmediate(resolveTurn));
    expect(calls).toBe(0);
  });

  it('reports a folder that holds no store yet', () => {
    expect(() => open('reader')).toThrow(coded('store-absent'));
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder, { recursive: true });
    expect(() => open('reader')).toThrow(coded('store-absent'));
    writeFileSync(join(folder, 'events.db'), '');
    expect(() => open('reader')).toThrow(coded('store-absent'));
  });

  it('reports a folder that cannot be used', () => {
    mkdirSync(join(parent, 'nested'));
    writeFileSync(folder, 'a file');
    expect(() => open('writer')).toThrow(coded('folder-unusable'));
    expect(() => open('reader')).toThrow(coded('folder-unusable'));
    rmSync(folder);
    mkdirSync(folder);
    writeFileSync(join(folder, 'events.db'), 'no database at all '.repeat(100));
    expect(() => open('reader')).toThrow(expect.objectContaining({ code: 'data-damaged' }));
    expect(() => open('writer')).toThrow(expect.objectContaining({ code: 'data-damaged' }));
    rmSync(join(folder, 'events.db'));
    open('writer');
  });

  it('refuses positions that are not its own', async () => {
    const bogus = open('writer').readAll({ from: 'C:12/P:12' as never, maxCount: 1 });
    await expect(bogus).rejects.toMatchObject({ code: 'invalid-position' });
  });

  it('is locked and readable while another process writes, and free as soon as that process is killed', async () => {
    const writer = await startWriter(folder);
    expect(() => open('writer')).toThrow(coded('store-locked'));
    expect((await open('reader').readAll({ maxCount: 1 })).length).toBe(1);
    await kill(writer);
    const reader = open('reader');
    const left = await reader.head();
    expect(left).not.toBeNull();
    expect(await open('writer').head()).toEqual(left);
  });
});

/** A process that writes without end; resolves once it has written something. */
function startWriter(folder: string): Promise<ChildProcess> {
  const hook = join(ROOT, 'test/support/register-ts.js');
  const program = join(__dirname, '../testing/crash-writer.ts');
  const writer = spawn(process.execPath, ['-r', hook, program, folder, '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolveStart, reject) => {
    writer.once('exit', () => reject(new Error('the writer ended by itself')));
    writer.stdout.on('data', (chunk: Buffer) => {
      if (/^(append|import)/m.test(chunk.toString())) resolveStart(writer);
    });
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolveKill) => {
    child.once('close', () => resolveKill());
    child.kill('SIGKILL');
  });
}
