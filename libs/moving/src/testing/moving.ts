import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HISTORY_START, type ChainedEvent, type EventStore, type HistoryStore } from '#event-store';
import { exampleEvent, historyOf, ManualClock, seededNumbers, temporaryEventStore } from '#event-store/testing';
import type { Uuid } from '#kernel';
import { exportHistory, type Exported } from '../export-history';
import { HistoryFile } from '../history-file';
import { historyPages } from '../history-pages';
import { importHistory, type Imported } from '../import-history';
import { PartFile } from '../part-file';
import { resumePart } from '../resume-part';
import { openSource } from '../source';

/** Stores and files of a test. They are removed when the test is over. */
export class MovingBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixite-moving-'));
  readonly clock = new ManualClock();
  private readonly destroys: (() => Promise<void>)[] = [];

  store(): HistoryStore {
    const { store, destroy } = temporaryEventStore({ clock: this.clock });
    this.destroys.push(destroy);
    return historyOf(store);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  async destroy(): Promise<void> {
    for (const destroy of this.destroys.splice(0)) await destroy();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Appends `count` events to streams of all lengths, some with sealed facts. The time moves forward, stops or goes
   * back. The same seed always gives the same events, except for their ids.
   */
  async record(store: EventStore, count: number, seed = 1): Promise<void> {
    const next = seededNumbers(seed);
    const revisions = new Map<string, number>();
    for (let written = 0; written < count;) {
      this.clock.time += Math.floor(next() * 90_000) - 20_000;
      const size = Math.min(count - written, 1 + Math.floor(next() * 40));
      const stream = `dossier-${seed}-${Math.floor(next() * 60)}`;
      const last = revisions.get(stream) ?? -1;
      const events = Array.from({ length: size }, (_, index) => this.event(`${seed}-${written + index}`, next));
      await store.append({ stream, expected: last < 0 ? 'none' : last, events });
      revisions.set(stream, last + size);
      written += size;
    }
  }

  private event(name: string, next: () => number) {
    const number = Math.floor(next() * 1_000);
    const household = `0190c1a2-0000-7000-8000-000000000${String(number).padStart(3, '0')}` as Uuid;
    const note = ['é', '« cité »', '\u2028', '🏠', '"\\\n'][number % 5]!;
    return exampleEvent({
      type: number % 7 === 0 ? 'ExampleRevised' : 'ExampleRecorded',
      data: { name, note: note.repeat(number % 9), half: number / 2, list: [null, { number }] },
      ...(number % 3 === 0 && { people: { household, box: Buffer.from(`box ${number}`).toString('base64') } }),
    });
  }

  /** Exports to a file of the bench, and continues an existing part. */
  async export(store: HistoryStore, name: string, fromOrdinal?: number): Promise<Exported> {
    const part = await PartFile.open(this.path(name), 'part');
    try {
      const resumed = await resumePart(part);
      const exported = await exportHistory({ store, target: part, fromOrdinal, resumed });
      await part.complete();
      return exported;
    } finally {
      await part.close();
    }
  }

  async import(name: string, store: HistoryStore): Promise<Imported> {
    const source = await openSource(this.path(name));
    try {
      return await importHistory(await HistoryFile.open(source), store);
    } finally {
      source.close();
    }
  }

  lines(name: string): string[] {
    return readFileSync(this.path(name), 'utf8').split('\n').slice(0, -1);
  }
}

/** All events of a store, as they are stored. */
export async function everyEvent(store: HistoryStore): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for await (const page of historyPages(store, HISTORY_START)) events.push(...page);
  return events;
}

/** The events without their positions, which differ from store to store. */
export function withoutPositions(events: readonly ChainedEvent[]) {
  return events.map(({ position: _position, ...event }) => event);
}
