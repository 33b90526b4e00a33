import type { JsonObject } from '#kernel';
import { instantOf, newUuid } from '#kernel';
import { START, type Position, type RecordedEvent } from '../event';
import { isCounting, readsClear, type EventStore, type ExpectedRevision, type ReadAllOptions } from '../port';
import type { Bench } from './bench';
import { exampleEvent, exampleEvents } from './examples';

export function readContract(bench: Bench, longHistory: number): void {
  describe('read', () => {
    it('reads a stream forward and backward, from a revision, up to a limit', async () => {
      const store = bench.store();
      await store.append({ stream: 'other', expected: 'none', events: exampleEvents(2) });
      await store.append({ stream: 'dossier', expected: 'none', events: exampleEvents(10) });
      const revisions = async (options: Parameters<EventStore['readStream']>[1]): Promise<number[]> =>
        (await store.readStream('dossier', options)).map((event) => event.revision);
      expect(await revisions({ maxCount: 3 })).toEqual([0, 1, 2]);
      expect(await revisions({ from: 8, maxCount: 5 })).toEqual([8, 9]);
      expect(await revisions({ from: 10, maxCount: 5 })).toEqual([]);
      expect(await revisions({ direction: 'backward', maxCount: 3 })).toEqual([9, 8, 7]);
      expect(await revisions({ direction: 'backward', from: 1, maxCount: 5 })).toEqual([1, 0]);
      expect(await store.readStream('absent', { maxCount: 5 })).toEqual([]);
    });

    it('reads all events forward and backward between exclusive positions', async () => {
      const store = bench.store();
      for (const stream of ['a', 'b', 'a', 'c'])
        await store.append({ stream, expected: 'any', events: exampleEvents(2) });
      const all = await store.readAll({ maxCount: 100 });
      const positions = all.map((event) => event.position);
      expect(all.map((event) => event.stream)).toEqual(['a', 'a', 'b', 'b', 'a', 'a', 'c', 'c']);
      expect([...positions].sort()).toEqual(positions);
      expect(await store.readAll({ from: START, maxCount: 100 })).toEqual(all);
      expect(await store.readAll({ from: positions[2], maxCount: 3 })).toEqual(all.slice(3, 6));
      expect(await store.readAll({ from: positions[7], maxCount: 3 })).toEqual([]);
      expect(await store.readAll({ direction: 'backward', maxCount: 3 })).toEqual([...all].reverse().slice(0, 3));
      expect(await store.readAll({ direction: 'backward', from: positions[2], maxCount: 3 })).toEqual([all[1], all[0]]);
    });

    it('filters frequent and rare types in both directions', async () => {
      const store = bench.store();
      const typeOf = (index: number): string => (index % 100 === 7 ? 'Rare' : index % 2 ? 'Odd' : 'Even');
      const events = Array.from({ length: 300 }, (_, index) => exampleEvent({ type: typeOf(index), data: { index } }));
      await store.append({ stream: 'typed', expected: 'none', events });
      const found = async (
        types: string[],
        maxCount: number,
        direction?: 'backward',
        from?: Position,
      ): Promise<number[]> => indexes(await store.readAll({ types, maxCount, direction, from }));
      expect(await found(['Rare'], 2)).toEqual([7, 107]);
      expect(await found(['Rare'], 10)).toEqual([7, 107, 207]);
      expect(await found(['Rare'], 2, 'backward')).toEqual([207, 107]);
      expect(await found(['Even', 'Rare'], 5)).toEqual([0, 2, 4, 6, 7]);
      expect(await found(['Odd', 'Rare'], 300)).toEqual(range(300).filter((index) => index % 2 === 1));
      expect(await found(['Absent'], 5)).toEqual([]);
      expect(await found([], 5)).toEqual([]);
      const [, second] = await store.readAll({ types: ['Rare'], maxCount: 2 });
      expect(await found(['Rare'], 5, undefined, second!.position)).toEqual([207]);
      expect(await found(['Rare'], 5, 'backward', second!.position)).toEqual([7]);
    });

    it('finds the rare types of a longer history at any length', async () => {
      const store = bench.store();
      for (const length of [126, 1, 1, 1, 770]) {
        const before = await store.readAll({ maxCount: 2_000 });
        const events = range(length).map((n) => typed(before.length + n));
        await store.append({ stream: 'long', expected: 'any', events });
        const all = await store.readAll({ maxCount: 2_000 });
        for (const types of [['Rare'], ['Rare', 'Late'], ['Absent']]) {
          const expected = all.filter(({ type }) => types.includes(type));
          for (const maxCount of [1, 2, 100]) {
            expect(await store.readAll({ types, maxCount })).toEqual(expected.slice(0, maxCount));
            const backward = await store.readAll({ types, maxCount, direction: 'backward' });
            expect(backward).toEqual([...expected].reverse().slice(0, maxCount));
          }
          await expectCounts(store, all, types);
        }
      }
    });

    it('reads the clear part of the same events, where the store can read it alone', async () => {
      const store = bench.store();
      if (!readsClear(store)) return;
      const people = { household: newUuid(), box: 'sealed' };
      for (const type of ['Odd', 'Even', 'Odd'])
        await store.append({ stream: type, expected: 'any', events: [exampleEvent({ type, people }), exampleEvent()] });
      const [, second] = await store.readAll({ maxCount: 2 });
      const queries: ReadAllOptions[] = [
        { maxCount: 100 },
        { types: ['Odd'], maxCount: 2, from: second!.position },
        { types: ['Odd', 'Even'], maxCount: 1, direction: 'backward' },
      ];
      for (const query of queries) {
        const clear = (await store.readAll(query)).map(({ metadata: _metadata, people: _people, ...rest }) => rest);
        expect(await store.readAllClear(query)).toEqual(clear);
        expect(clear.length).toBeGreaterThan(0);
      }
    });

    it('shows readers only whole batches, in their order, during appends', async () => {
      const store = bench.store();
      const writing = Promise.all(
        range(60).map((index) =>
          store.append({ stream: `live-${index % 6}`, expected: 'any', events: exampleEvents(3) }),
        ),
      );
      let writingEnded = false;
      const ended = writing.then(() => (writingEnded = true));
      const seen: number[] = [];
      do {
        const events = await store.readAll({ maxCount: 1_000 });
        seen.push(events.length);
        expectWholeStreams(events);
        await new Promise((resolve) => setImmediate(resolve));
      } while (!writingEnded);
      await ended;
      expect([...seen].sort((a, b) => a - b)).toEqual(seen);
      expect(await store.readAll({ maxCount: 1_000 })).toHaveLength(180);
    });

    it('finds the head, and the last event at or before an instant', async () => {
      const store = bench.store();
      const start = bench.clock.time;
      expect(await store.head()).toBeNull();
      expect(await store.headAt(instantOf(start))).toBeNull();
      const positions: Position[] = [];
      for (const move of [0, 1_000, 0, 1_000, 3_000]) {
        bench.clock.time += move;
        positions.push((await store.append({ stream: 'timed', expected: 'any', events: [exampleEvent()] })).position);
      }
      const at = async (offset: number): Promise<Position | undefined> =>
        (await store.headAt(instantOf(start + offset)))?.position;
      expect(await at(-1)).toBeUndefined();
      expect(await at(0)).toBe(positions[0]);
      expect(await at(999)).toBe(positions[0]);
      expect(await at(1_000)).toBe(positions[2]);
      expect(await at(4_999)).toBe(positions[3]);
      expect(await at(5_000)).toBe(positions[4]);
      expect(await at(1_000_000)).toBe(positions[4]);
      expect(await store.head()).toEqual({ position: positions[4], recordedAt: instantOf(start + 5_000) });
    });

    const keeps = `keeps ${longHistory} events: in order in each stream, and each append after those acknowledged before it`;
    const milliseconds = 60_000 + 8 * longHistory;
    it(
      keeps,
      async () => {
        const store = bench.store();
        const batches = range(longHistory / 500).map((index) => range(500).map((n) => counted(index * 500 + n)));
        const writers = range(7);
        const acknowledged: Position[] = [];
        const write = async (writer: number): Promise<void> => {
          let expected: ExpectedRevision = 'none';
          for (const events of batches.filter((_, index) => index % writers.length === writer)) {
            const before = acknowledged[acknowledged.length - 1] ?? START;
            const { revision, position } = await store.append({ stream: `long-${writer}`, expected, events });
            expect(position > before).toBe(true);
            acknowledged.push(position);
            expected = revision;
          }
        };
        await Promise.all(writers.map(write));
        const positions: Position[] = [];
        const seen = new Map(writers.map((writer): [string, number[]] => [`long-${writer}`, []]));
        for await (const page of pagesOf(store)) {
          positions.push(...page.map(({ position }) => position));
          for (const { stream, data } of page) seen.get(stream)!.push(data['index'] as number);
        }
        expect(positions).toHaveLength(longHistory);
        expect(positions.every((position, index) => position > (positions[index - 1] ?? START))).toBe(true);
        for (const writer of writers) {
          const written = batches.filter((_, index) => index % writers.length === writer).flat();
          expect(seen.get(`long-${writer}`)).toEqual(indexes(written));
        }
      },
      milliseconds,
    );
  });
}

/** The type is `Rare` around the index 127 and at a few others, and `Late` sometimes from 600 on. */
function typed(index: number): ReturnType<typeof exampleEvent> {
  const isRare = [0, 126, 127, 128, 400].includes(index);
  return exampleEvent({ type: isRare ? 'Rare' : index >= 600 && index % 50 === 0 ? 'Late' : 'Plain' });
}

async function expectCounts(store: EventStore, all: readonly RecordedEvent[], types: string[]): Promise<void> {
  if (!isCounting(store)) return;
  for (const index of [0, 1, 125, 126, 127, 128, 300, all.length - 1].filter((at) => at < all.length)) {
    const after = all.slice(index + 1);
    expect(await store.countAfter(all[index]!.position)).toBe(after.length);
    const ofTypes = after.filter(({ type }) => types.includes(type));
    expect(await store.countAfter(all[index]!.position, types)).toBe(ofTypes.length);
  }
}

function counted(index: number): ReturnType<typeof exampleEvent> {
  return exampleEvent({ data: { index } });
}

function indexes(events: readonly Pick<RecordedEvent, 'data'>[]): number[] {
  return events.map((event) => (event.data as JsonObject)['index'] as number);
}

async function* pagesOf(store: EventStore): AsyncGenerator<readonly RecordedEvent[]> {
  let after = START;
  for (let length = 5_000; length === 5_000;) {
    const page = await store.readAll({ from: after, maxCount: 5_000 });
    after = page[page.length - 1]?.position ?? after;
    length = page.length;
    yield page;
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** The batches have three events: no stream may show a part of a batch, or a revision out of order. */
function expectWholeStreams(events: readonly RecordedEvent[]): void {
  const next = new Map<string, number>();
  for (const event of events) {
    expect(event.revision).toBe(next.get(event.stream) ?? 0);
    next.set(event.stream, event.revision + 1);
  }
  for (const count of next.values()) expect(count % 3).toBe(0);
}
