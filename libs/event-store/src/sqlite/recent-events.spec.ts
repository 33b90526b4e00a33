import fc from 'fast-check';
import type { RecordedEvent } from '../event';
import { positionOf } from './position';
import { RecentEvents } from './recent-events';

const TYPES = ['A', 'B', 'C'];

/** A history of that many events, and how many of them were read from it. */
function aHistory() {
  const read: number[] = [];
  const eventAt = (row: number) =>
    ({ position: positionOf(row), type: TYPES[(row * 7) % TYPES.length]! }) as RecordedEvent;
  const between = (low: number, high: number) =>
    Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => {
      read.push(low + index);
      return eventAt(low + index);
    });
  return { read, eventAt, recent: new RecentEvents(between) };
}

describe('the newest events', () => {
  it('are those of the history, wherever each reader is and whatever it asks for', () => {
    const reading = fc.record({
      behind: fc.nat(1_100),
      written: fc.nat(900),
      types: fc.option(fc.subarray(TYPES), { nil: undefined }),
      maxCount: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 12 }), (readings) => {
        const { recent, eventAt } = aHistory();
        let last = 0;
        for (const { behind, written, types, maxCount } of readings) {
          last += written;
          const from = Math.max(0, last - behind);
          const expected = Array.from({ length: last - from }, (_, index) => eventAt(from + 1 + index))
            .filter(({ type }) => types?.includes(type) ?? true)
            .slice(0, maxCount);
          const found = recent.read({ from, last, types, maxCount });
          if (last - from > 1_000) expect(found).toBeUndefined();
          else expect(found).toEqual(expected);
        }
      }),
    );
  });

  it('are read once, however many follow them', () => {
    const { recent, read } = aHistory();
    for (const last of [5, 9])
      for (let reader = 0; reader < 10; reader += 1) recent.read({ from: last - 5, last, maxCount: 100 });
    expect(read).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
