import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_UPCASTERS, openSqliteEventStore, type StreamBatch } from '#event-store';
import { exampleEvent } from '#event-store/testing';
import { systemClock, type Uuid } from '#kernel';
import { mixite, temporaryFolders } from './support/mixite';

const onlyLong = process.env['MIXITE_LONG_TESTS'] ? it : it.skip;
/** Both histories are larger than the pages that SQLite keeps in memory (32 MiB for a reader, 64 MiB more for a writer). */
const [FEW, MANY] = [200_000, 400_000];
/** How many megabytes twice the history may add in memory. On the disk it adds about 140. */
const MORE = 24;

describe('the memory of a move', () => {
  const folders = temporaryFolders();
  afterAll(() => folders.removeAll());
  const spy = join(folders.make(), 'spy.js');
  writeFileSync(spy, "process.on('exit', () => process.stderr.write(`maxRSS ${process.resourceUsage().maxRSS}\\n`));");

  /** Runs a command and gives its peak memory in megabytes. */
  const run = async (words: readonly string[]): Promise<number> => {
    const { code, stderr } = await mixite(['history', ...words], { node: ['--max-old-space-size=64', '-r', spy] });
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    return Number(/maxRSS (\d+)/.exec(stderr)![1]) / 1_024;
  };

  onlyLong(
    `does not grow from ${FEW} events to ${MANY}`,
    async () => {
      const measures: Record<string, number[]> = {};
      for (const count of [FEW, MANY]) {
        const here = folders.make();
        const store = openSqliteEventStore({
          folder: here,
          mode: 'writer',
          clock: systemClock,
          upcasters: NO_UPCASTERS,
          synchronous: 'normal',
        });
        await store.appendAtomically(synthetic(count));
        await store.close();
        for (const name of ['h.jsonl', 'h.jsonl.gz']) {
          const file = join(folders.make(), name);
          (measures[`export ${name}`] ??= []).push(await run(['export', file, '--data', here]));
          (measures[`import ${name}`] ??= []).push(await run(['import', file, '--data', folders.make()]));
          if (count === MANY && name === 'h.jsonl')
            expect(statSync(file).size / 1_048_576).toBeGreaterThan(MANY / 2_000);
        }
      }
      process.stderr.write(`${JSON.stringify(measures)}\n`);
      for (const [what, [few, many]] of Object.entries(measures))
        expect([what, few!, many! - few! < MORE]).toEqual([what, few, true]);
    },
    1_800_000,
  );
});

function* synthetic(count: number): Iterable<StreamBatch> {
  const people = { household: '0190c1a2-0000-7000-8000-000000000001' as Uuid, box: 'c2VhbGVk'.repeat(40) };
  for (let written = 0; written < count; written += 4) {
    const events = Array.from({ length: 4 }, (_, index) => exampleEvent({ data: { written, index }, people }));
    yield { stream: `dossier-${written}`, expected: 'none', events };
  }
}
