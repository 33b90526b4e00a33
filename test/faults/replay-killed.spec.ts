import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EVERYTHING } from '#access';
import { COMPLIANCE_MODEL } from '#compliance';
import { seededNumbers } from '#event-store/testing';
import type { JsonObject } from '#kernel';
import { eachDocument, openSqliteReadStore, type StoredDocument } from '#read-store';

const LONG = Boolean(process.env['MIXITE_LONG_TESTS']);
const EVENTS = LONG ? 200_000 : 30_000;
const KILLS = LONG ? 60 : 4;
/** Short enough that a kill happens within a commit as often as between two commits. */
const LOOK_MS = 3;
const SUPPORT = join(__dirname, '../bench/support');

interface State {
  readonly checkpoint: unknown;
  readonly documents: Readonly<Record<string, readonly StoredDocument[]>>;
}

describe('a replay through the compliance projection that is killed', () => {
  let folder: string;
  const modelsIn = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-replay-'));
    execFileSync(process.execPath, [join(SUPPORT, 'fill-events.js'), folder, String(EVENTS)]);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    `continues after each of ${KILLS} kills and ends with the same documents and checkpoint`,
    async () => {
      await replay(folder, modelsIn('whole'));
      const whole = await stateOf(modelsIn('whole'));
      const next = seededNumbers(2_026);
      let cut = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const models = modelsIn(`cut-${kill}`);
        // Kills twice where possible: the replay that resumes a killed one is killed too.
        for (const part of [next() * 0.6, 0.3 + next() * 0.6])
          cut += await replayAndKill(folder, models, part * EVENTS, next() * 20);
        await replay(folder, models);
        expect(await stateOf(models)).toEqual(whole);
        rmSync(models, { recursive: true, force: true });
      }
      expect(cut).toBeGreaterThan(KILLS / 2);
    },
    (KILLS + 2) * 60_000,
  );
});

async function replay(events: string, models: string): Promise<void> {
  mkdirSync(models, { recursive: true });
  const child = start(events, models);
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
}

/**
 * Kills a replay some milliseconds after its checkpoint has passed the position.
 * @returns 1 where it was killed before its end
 */
async function replayAndKill(events: string, models: string, position: number, delay: number): Promise<0 | 1> {
  mkdirSync(models, { recursive: true });
  const child = start(events, models);
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver && (await checkpointIn(models)) < position) await wait(LOOK_MS);
  await wait(delay);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal === 'SIGKILL' ? 1 : 0;
}

function start(events: string, models: string) {
  const words = [join(SUPPORT, 'replay-into.js'), events, models, String(EVENTS)];
  return spawn(process.execPath, words, { stdio: 'ignore' });
}

async function checkpointIn(models: string): Promise<number> {
  const store = openSqliteReadStore({ folder: models, mode: 'reader' });
  try {
    const checkpoint = await (await store.active(COMPLIANCE_MODEL)).checkpoint();
    return Number(checkpoint?.position ?? 0);
  } finally {
    await store.close();
  }
}

async function stateOf(models: string): Promise<State> {
  const store = openSqliteReadStore({ folder: models, mode: 'reader' });
  try {
    const model = await store.active(COMPLIANCE_MODEL);
    const documents: Record<string, readonly StoredDocument[]> = {};
    for (const { name } of COMPLIANCE_MODEL.collections) {
      const found: StoredDocument[] = [];
      await eachDocument<JsonObject>(model, { collection: name, scope: EVERYTHING, limit: 1_000 }, (document) => {
        found.push(document);
        return true;
      });
      documents[name] = found;
    }
    expect(documents['allocations']!.length).toBeGreaterThan(EVENTS / 2);
    return { checkpoint: await model.checkpoint(), documents };
  } finally {
    await store.close();
  }
}
