import { writeSync } from 'node:fs';
import { systemClock } from '#kernel';
import type { StreamBatch } from '../port';
import { openSqliteEventStore } from '../sqlite/store';
import { exampleEvent, exampleEvents } from './examples';
import { seededNumbers } from './seeded';
import { NO_UPCASTERS } from '../upcasters';

/**
 * A process that appends until it is killed: `crash-writer.ts FOLDER SEED`. After each acknowledged write it prints a
 * line: `append STREAM REVISION EVENT-ID` or `import NAME EVENTS`.
 */
async function main([folder = '', seed = '0']: readonly string[]): Promise<never> {
  const next = seededNumbers(Number(seed));
  const store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
  const print = (line: string): void => void writeSync(1, `${line}\n`);

  const appendOne = async (): Promise<void> => {
    const event = exampleEvent();
    const stream = `dossier-${Math.floor(next() * 40)}`;
    const { revision } = await store.append({ stream, expected: 'any', events: [event] });
    print(`append ${stream} ${revision} ${event.id}`);
  };
  const importMany = async (run: number): Promise<void> => {
    const name = `import-${seed}-${run}`;
    const batches = importOf(name, 5 + Math.floor(next() * 60));
    const { events } = await store.appendAtomically(batches);
    print(`import ${name} ${events}`);
  };

  print('open');
  for (let run = 0; ; run += 1) {
    const kind = next();
    if (kind < 0.4) await appendOne();
    else if (kind < 0.8) await Promise.all(Array.from({ length: 12 }, appendOne));
    else await Promise.all([importMany(run), appendOne()]);
  }
}

/** The batches of an import. Every event holds the number of events of the whole import. */
function* importOf(name: string, streams: number): Iterable<StreamBatch> {
  const data = { importName: name, total: streams * 3 };
  for (let index = 0; index < streams; index += 1) {
    const events = exampleEvents(3, { type: 'ExampleImported', data });
    yield { stream: `${name}-${index}`, expected: 'none', events };
  }
}

void main(process.argv.slice(2));
