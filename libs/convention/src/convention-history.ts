import type { EventStore, Position } from '#event-store';
import { instantAsOf, parseDay, type AsOf, type Instant } from '#kernel';
import { CONVENTION_STREAM } from './events';
import { timeZoneOf } from './in-force';
import { evolveConvention, type RecordedConvention } from './recorded-convention';

const PAGE = 100;

/** What was known once an event of the stream was recorded. */
interface Known {
  readonly position: Position;
  readonly convention: RecordedConvention;
}

/**
 * The convention as the history tells it, as of any position. The stream is short and only grows: what was folded is kept, and only
 * what was recorded since is read, so that the same moment always gives the same object.
 */
export class ConventionHistory {
  private readonly known: Known[] = [];

  constructor(private readonly events: EventStore) {}

  /** As of the position, null being before the first event; null where nothing was recorded by then. */
  async at(position: Position | null): Promise<RecordedConvention | null> {
    if (position === null) return null;
    const newest = this.known.at(-1);
    // What stands after the position of an event that is known changes nothing of that moment.
    if (!newest || newest.position < position) await this.readOn();
    return this.known.findLast((known) => known.position <= position)?.convention ?? null;
  }

  /** As of now. */
  async latest(): Promise<RecordedConvention | null> {
    await this.readOn();
    return this.known.at(-1)?.convention ?? null;
  }

  /** The instant that a command means: a bare day is its end, in the zone that the territory has now. */
  async instantOf(asOf: AsOf): Promise<Instant>;
  async instantOf(asOf: AsOf | undefined): Promise<Instant | undefined>;
  async instantOf(asOf: AsOf | undefined): Promise<Instant | undefined> {
    if (asOf === undefined || !parseDay(asOf)) return asOf as Instant | undefined;
    return instantAsOf(asOf, timeZoneOf(await this.latest()));
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const from = this.known.length;
      const page = await this.events.readStream(CONVENTION_STREAM.name(), { from, maxCount: PAGE });
      // Who read at the same time may have been first.
      for (const event of page.slice(this.known.length - from)) {
        const before = this.known.at(-1)?.convention ?? null;
        const convention = evolveConvention(before, CONVENTION_STREAM.read(event));
        this.known.push({ position: event.position, convention });
      }
      if (page.length < PAGE) return;
    }
  }
}
