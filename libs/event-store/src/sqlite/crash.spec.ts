import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock, type JsonObject } from '#kernel';
import { START, type RecordedEvent } from '../event';
import type { EventStore } from '../port';
import { seededNumbers } from '../testing/seeded';
import { openSqliteEventStore } from './store';
import { verifySqliteChain } from './verify/verify';
import { NO_UPCASTERS } from '../upcasters';

const KILLS = process.env['MIXITE_LONG_TESTS'] ? 300 : 50;
const ROOT = resolve(__dirname, '../../../..');
const HOOK = join(ROOT, 'test/support/register-ts.js');
const WRITER = join(__dirname, '../testing/crash-writer.ts');

describe('a writer killed while it writes', () => {
  it(
    `loses no acknowledged write and leaves no half-written one, ${KILLS} times on the same folder`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mixite-crash-'));
      const next = seededNumbers(2_024);
      const acknowledged: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const lines = await runAndKill(folder, kill, 1 + Math.floor(next() * 60), Math.floor(next() * 4));
        acknowledged.push(...lines);
        await expectIntact(folder, acknowledged);
      }
      expect(acknowledged.filter((line) => line.startsWith('import')).length).toBeGreaterThan(KILLS);
      rmSync(folder, { recursive: true, force: true });
    },
    KILLS * 10_000,
  );
});

/** Lets the writer print some lines, then kills it after a delay in milliseconds. Returns every line that it printed. */
function runAndKill(folder: string, seed: number, lines: number, delay: number): Promise<string[]> {
  return new Promise((resolveRun, reject) => {
    const writer = spawn(process.execPath, ['-r', HOOK, WRITER, folder, String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    let killing = false;
    writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (killing || output.split('\n').length <= lines) return;
      killing = true;
      setTimeout(() => writer.kill('SIGKILL'), delay);
    });
    writer.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolveRun(output.split('\n').slice(0, -1));
      else reject(new Error(`the writer ended by itself: ${errors}`));
    });
  });
}

async function expectIntact(folder: string, acknowledged: readonly string[]): Promise<void> {
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
  try {
    const events = await readEverything(store);
    expectGapless(events);
    const imports = importedCounts(events);
    const appended = new Set(events.map(({ stream, revision, id }) => `append ${stream} ${revision} ${id}`));
    const lost = acknowledged.filter((line) => {
      const [kind, name, count] = line.split(' ');
      if (kind === 'import') return imports.get(name!) !== Number(count);
      return kind === 'append' && !appended.has(line);
    });
    expect(lost).toEqual([]);
    expect(await verifySqliteChain(folder)).toMatchObject({ events: events.length, broken: null });
  } finally {
    await store.close();
  }
}

async function readEverything(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let from = START;
  for (;;) {
    const page = await store.readAll({ from, maxCount: 1_000 });
    if (page.length === 0) return events;
    events.push(...page);
    from = page[page.length - 1]!.position;
  }
}

function expectGapless(events: readonly RecordedEvent[]): void {
  const next = new Map<string, number>();
  for (const { stream, revision } of events) {
    if (revision !== (next.get(stream) ?? 0)) throw new Error(`gap in ${stream} at ${revision}`);
    next.set(stream, revision + 1);
  }
}

/** The number of events of each import; throws where an import is stored in part. */
function importedCounts(events: readonly RecordedEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const event of events) {
    const { importName, total } = event.data as JsonObject & { importName?: string; total?: number };
    if (!importName) continue;
    counts.set(importName, (counts.get(importName) ?? 0) + 1);
    totals.set(importName, total!);
  }
  for (const [name, total] of totals) if (counts.get(name) !== total) throw new Error(`${name} is stored in part`);
  return counts;
}
