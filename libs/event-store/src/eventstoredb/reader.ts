import { START, type Position, type RecordedEvent } from '../event';
import type { ReadAllOptions, ReadStreamOptions } from '../port';
import { isHidden } from './bookkeeping';
import type { Calls, Timeouts } from './calls';
import type { Connection } from './connection';
import { fromServer } from './envelope';
import { commitOf, positionOf, resumeAfter, type Resume } from './position';
import type { ServerRecord } from './record';
import type { RecordedTimes } from './recorded-times';

/** The most events that one call asks of the server. */
const MOST_PER_CALL = 1_000;

/** The facts of a stretch of the log. */
export interface Stretch {
  readonly events: readonly RecordedEvent[];
  /** The position of the last event looked at, fact or not; the given position where there was none. */
  readonly reached: Position;
  readonly atEnd: boolean;
}

/** The events of some types found so far. */
interface Search {
  readonly types: readonly string[];
  readonly maxCount: number;
  readonly found: RecordedEvent[];
  after: Resume | undefined;
}

/** Does all the reading. It returns events as they were written, not upcast. */
export class LogReader {
  constructor(
    private readonly connection: Connection,
    private readonly calls: Calls,
    private readonly times: RecordedTimes,
    private readonly timeouts: Timeouts,
  ) {}

  async stream(stream: string, { direction = 'forward', from, maxCount }: ReadStreamOptions): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    const step = direction === 'forward' ? 1 : -1;
    for (let next = from; events.length < maxCount;) {
      if (next !== undefined && next < 0) break;
      const count = Math.min(maxCount - events.length, MOST_PER_CALL);
      const { records, complete } = await this.calls.run(() =>
        this.connection.readStream(stream, { direction, from: next, maxCount: count }),
      );
      events.push(...records.map((record) => this.decode(record)));
      if (complete && records.length < count) break;
      next = records[records.length - 1]!.revision + step;
    }
    return events;
  }

  async all({ direction = 'forward', from, types, maxCount }: ReadAllOptions): Promise<RecordedEvent[]> {
    if (direction === 'forward' && types) return this.ofTypes(from, types, maxCount);
    const events: RecordedEvent[] = [];
    let at = from;
    let count = maxCount;
    while (events.length < maxCount) {
      count = Math.min(count, MOST_PER_CALL);
      const stretch = await this.stretch(direction, at, count);
      events.push(...stretch.events.filter(({ type }) => types?.includes(type) ?? true));
      if (stretch.atEnd) break;
      at = stretch.reached;
      // There are few facts among other events, so each call looks further.
      count *= 2;
    }
    return events.slice(0, maxCount);
  }

  /** The facts among the next `count` events of the log. */
  after(position: Position, count = MOST_PER_CALL): Promise<Stretch> {
    return this.stretch('forward', position, count);
  }

  /** The facts among the last `count` events of the log. */
  newest(count: number): Promise<Stretch> {
    return this.stretch('backward', undefined, count);
  }

  /** The event where it is a fact; else an empty list. */
  visible(record: ServerRecord): RecordedEvent[] {
    return isHidden(record) ? [] : [this.decode(record)];
  }

  /** A forward read of the server includes the event at the start position; this event is dropped. */
  private async stretch(
    direction: 'forward' | 'backward',
    position: Position | undefined,
    count: number,
  ): Promise<Stretch> {
    const from = commitOf(position);
    if (direction === 'backward' && position !== undefined && from === undefined)
      return { events: [], reached: position, atEnd: true };
    const maxCount = from === undefined ? count : count + 1;
    const { records, complete } = await this.calls.run(() => this.connection.readAll({ direction, from, maxCount }));
    const last = records[records.length - 1];
    const asked = records.filter(
      ({ commit }) => from === undefined || (direction === 'forward' ? commit > from : commit < from),
    );
    return {
      events: asked.flatMap((record) => this.visible(record)),
      reached: last ? positionOf(last.commit) : (position ?? START),
      atEnd: complete && records.length < maxCount,
    };
  }

  private async ofTypes(
    from: Position | undefined,
    types: readonly string[],
    maxCount: number,
  ): Promise<RecordedEvent[]> {
    const search: Search = { types, maxCount, found: [], after: from === undefined ? undefined : resumeAfter(from) };
    if (types.length === 0 || maxCount <= 0) return search.found;
    for (let ended = false; !ended;) ended = await this.calls.run(() => this.lookFurther(search));
    return search.found;
  }

  /**
   * Searches with a subscription that ends when it has caught up, because the server filters subscriptions by type, but
   * not reads.
   * @returns false where the search was interrupted but made progress
   */
  private async lookFurther(search: Search): Promise<boolean> {
    const { found, types, maxCount, after } = search;
    const buffer = Math.min(maxCount, MOST_PER_CALL);
    const feed = this.connection.feed({ after, types, buffer, silence: this.timeouts.callTimeout });
    try {
      while (found.length < maxCount && !feed.isLive) {
        const { records, reached } = await feed.next(maxCount - found.length);
        found.push(...records.flatMap((record) => this.visible(record)));
        search.after = reached ?? search.after;
      }
      return true;
    } catch (error) {
      if (search.after === after) throw error;
      return false;
    } finally {
      feed.close();
    }
  }

  private decode(record: ServerRecord): RecordedEvent {
    const event = fromServer(record);
    this.times.saw(event.metadata.recordedAt);
    return event;
  }
}
