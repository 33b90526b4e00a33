import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { systemClock, type Uuid } from '#kernel';
import type { AtomicEventStore } from '../port';
import { exampleEvents } from '../testing/examples';
import { openSqliteEventStore } from './store';
import { NO_UPCASTERS } from '../upcasters';

type Step =
  | { readonly kind: 'append' | 'undone'; readonly stream: number; readonly events: number }
  | { readonly kind: 'import'; readonly streams: number }
  | { readonly kind: 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      stream: fc.nat(5),
      events: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('import' as const), streams: fc.integer({ min: 1, max: 300 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('undone' as const),
      stream: fc.nat(5),
      events: fc.integer({ min: 1, max: 300 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

interface Part {
  readonly stream: number;
  readonly direction: 'forward' | 'backward';
  readonly from: number | undefined;
  readonly maxCount: number;
}

const part: fc.Arbitrary<Part> = fc.record({
  stream: fc.nat(5),
  direction: fc.constantFrom('forward' as const, 'backward' as const),
  from: fc.option(fc.nat(400), { nil: undefined }),
  maxCount: fc.integer({ min: 1, max: 300 }),
});

/** Streams have events in full stretches, in the open one, and in both. Writer and reader must find the same events. */
describe('the index of the streams', () => {
  let folder: string;
  let writer: AtomicEventStore;
  let beside: AtomicEventStore;
  let ids: Map<number, Uuid[]>;
  let imports = 0;

  const open = (): void => {
    writer = openSqliteEventStore({
      folder,
      mode: 'writer',
      clock: systemClock,
      upcasters: NO_UPCASTERS,
      synchronous: 'normal',
    });
    beside = openSqliteEventStore({ folder, mode: 'reader', clock: systemClock, upcasters: NO_UPCASTERS });
  };
  const close = async (): Promise<void> => {
    await beside.close();
    await writer.close();
  };

  async function take(taken: Step): Promise<void> {
    if (taken.kind === 'reopen') {
      await close();
      return open();
    }
    if (taken.kind === 'import') {
      const batches = Array.from({ length: taken.streams }, () => {
        return { stream: `imported-${(imports += 1)}`, expected: 'none' as const, events: exampleEvents(1) };
      });
      return void (await writer.appendAtomically(batches));
    }
    const known = ids.get(taken.stream) ?? [];
    const events = exampleEvents(taken.events);
    const batch = {
      stream: `s-${taken.stream}`,
      expected: known.length === 0 ? ('none' as const) : known.length - 1,
      events,
    };
    if (taken.kind === 'append') {
      expect((await writer.append(batch)).revision).toBe(known.length + events.length - 1);
      ids.set(taken.stream, [...known, ...events.map(({ id }) => id)]);
    } else {
      const conflicting = { stream: 'never', expected: 'exists' as const, events: exampleEvents(1) };
      await expect(writer.appendAtomically([batch, conflicting])).rejects.toMatchObject({ code: 'wrong-revision' });
    }
  }

  /** The events that the part must hold, from the events appended. */
  function expected({ stream, direction, from, maxCount }: Part): { id: Uuid; revision: number }[] {
    const all = (ids.get(stream) ?? []).map((id, revision) => ({ id, revision }));
    const inOrder = direction === 'forward' ? all : all.reverse();
    const isAsked = (revision: number): boolean =>
      from === undefined || (direction === 'forward' ? revision >= from : revision <= from);
    return inOrder.filter(({ revision }) => isAsked(revision)).slice(0, maxCount);
  }

  async function check(asked: Part): Promise<void> {
    const { stream, direction, from, maxCount } = asked;
    for (const store of [writer, beside]) {
      const read = await store.readStream(`s-${stream}`, { direction, ...(from !== undefined && { from }), maxCount });
      expect(read.map(({ id, revision }) => ({ id, revision }))).toEqual(expected(asked));
    }
  }

  it('reads each stream in both directions after any undone transactions and reopenings', async () => {
    const property = fc.asyncProperty(fc.array(fc.tuple(step, part), { maxLength: 40 }), async (steps) => {
      folder = mkdtempSync(join(tmpdir(), 'mixite-streams-'));
      ids = new Map();
      open();
      try {
        for (const [taken, asked] of steps) {
          await take(taken);
          await check(asked);
        }
      } finally {
        await close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
    await fc.assert(property, { numRuns: process.env['MIXITE_LONG_TESTS'] ? 500 : 40 });
  });
});
