import type { RecordedEvent } from '../event';
import type { AllQuery } from './all-reader';

/** The newest events are kept, a kilobyte or two each: whoever follows the history is rarely further behind. */
const MOST = 1_000;

/**
 * The newest events, decoded once. Projections, process managers and commands all follow the history: without these, each of them would
 * ask the database for the same events, and decode them again.
 */
export class RecentEvents {
  /** The position before the first event that is kept. */
  private before = 0;
  private events: readonly RecordedEvent[] = [];
  private readonly sets = new WeakMap<readonly string[], ReadonlySet<string>>();

  /** @param readEvery the events between two positions, both inclusive */
  constructor(private readonly readEvery: (low: number, high: number) => readonly RecordedEvent[]) {}

  /** Events in their order; undefined where the reader is too far behind. */
  read({ from, last, types, maxCount }: AllQuery): readonly RecordedEvent[] | undefined {
    if (last - from > MOST) return undefined;
    if (from >= last) return [];
    this.keepUpTo(last, from);
    const found: RecordedEvent[] = [];
    const among = types && this.setOf(types);
    for (let index = from - this.before; index < last - this.before && found.length < maxCount; index += 1) {
      const event = this.events[index]!;
      if (!among || among.has(event.type)) found.push(event);
    }
    return found;
  }

  private keepUpTo(last: number, from: number): void {
    const end = this.before + this.events.length;
    if (from < this.before || from > end) {
      this.before = from;
      this.events = this.readEvery(from + 1, last);
    } else if (last > end) {
      const events = [...this.events, ...this.readEvery(end + 1, last)];
      const surplus = events.length > 2 * MOST ? events.length - MOST : 0;
      this.events = surplus > 0 ? events.slice(surplus) : events;
      this.before += surplus;
    }
  }

  private setOf(types: readonly string[]): ReadonlySet<string> {
    const known = this.sets.get(types) ?? new Set(types);
    this.sets.set(types, known);
    return known;
  }
}
