import type { EventStore, Position } from '#event-store';
import { CodedError, instantAsOf, parseDay, startOfDay, type AsOf, type Clock, type Instant } from '#kernel';
import { CONVENTION_STREAM } from './events';
import { timeZoneOf } from './in-force';
import { evolveConvention, type RecordedConvention } from './recorded-convention';

const PAGE = 100;
/** The clock of the machine that asks may be ahead of this one's. */
const CLOCKS_DIFFER_MS = 60_000;

/** The convention after one event of the stream. */
interface Known {
  readonly position: Position;
  readonly convention: RecordedConvention;
}

/**
 * The convention as of any position of the history. The stream is short and only grows. Every folded state is kept and
 * only new events are read, so the same moment always gives the same object.
 */
export class ConventionHistory {
  private readonly known: Known[] = [];

  /** @param clock tells which instants are in the future; without it, none is refused */
  constructor(
    private readonly events: EventStore,
    private readonly clock?: Clock,
  ) {}

  /**
   * The convention as of the position; null stands for the position before the first event. Null where no convention
   * was recorded up to the position.
   */
  async at(position: Position | null): Promise<RecordedConvention | null> {
    if (position === null) return null;
    const newest = this.known.at(-1);
    // Events after a known position change nothing as of that position, so they need not be read.
    if (!newest || newest.position < position) await this.readNewEvents();
    return this.known.findLast((known) => known.position <= position)?.convention ?? null;
  }

  /** The convention as of now. */
  async latest(): Promise<RecordedConvention | null> {
    await this.readNewEvents();
    return this.known.at(-1)?.convention ?? null;
  }

  /**
   * The instant that an `asOf` means. A day means its end, in the time zone that the territory has now.
   * @throws CodedError `instant-in-future`
   */
  async instantOf(asOf: AsOf): Promise<Instant>;
  async instantOf(asOf: AsOf | undefined): Promise<Instant | undefined>;
  async instantOf(asOf: AsOf | undefined): Promise<Instant | undefined> {
    if (asOf === undefined) return undefined;
    const zone = timeZoneOf(await this.latest());
    this.refuseFuture(asOf, zone);
    return instantAsOf(asOf, zone);
  }

  /** Today is not over yet, but its end may be asked for: it means all that is known now. */
  private refuseFuture(asOf: AsOf, timeZone: string): void {
    const day = parseDay(asOf);
    const from = day ? startOfDay(day, timeZone) : asOf;
    if (!this.clock || Date.parse(from) <= Date.parse(this.clock.now()) + CLOCKS_DIFFER_MS) return;
    throw new CodedError('instant-in-future', `${asOf} is in the future`, { asOf, timeZone });
  }

  private async readNewEvents(): Promise<void> {
    for (;;) {
      const from = this.known.length;
      const page = await this.events.readStream(CONVENTION_STREAM.name(), { from, maxCount: PAGE });
      // Another call may have added some of these events while this one was waiting.
      for (const event of page.slice(this.known.length - from)) {
        const before = this.known.at(-1)?.convention ?? null;
        const convention = evolveConvention(before, CONVENTION_STREAM.read(event));
        this.known.push({ position: event.position, convention });
      }
      if (page.length < PAGE) return;
    }
  }
}
