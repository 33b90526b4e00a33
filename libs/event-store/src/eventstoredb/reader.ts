import { START, type Position, type RecordedEvent } from '../event';
import type { ReadAllOptions, ReadStreamOptions } from '../port';
import { isHidden } from './bookkeeping';
import type { Calls, Timeouts } from './calls';
import type { Connection } from './connection';
import { fromServer } from './envelope';
import { commitOf, positionOf, resumeAfter, type Resume } from './position';
import type { ServerRecord } from './record';
import type { RecordedTimes } from './recorded-times';

/** Events asked of the server in one call. */
const MOST_PER_CALL = 1_000;

/** A stretch of the log, and what of it are facts. */
export interface Stretch {
  readonly events: readonly RecordedEvent[];
  /** Of the last event looked at, fact or not; what was given where there was none. */
  readonly reached: Position;
  readonly atEnd: boolean;
}

/** What has been found of some types so far. */
interface Search {
  readonly types: readonly string[];
  readonly maxCount: number;
  readonly found: RecordedEvent[];
  after: Resume | undefined;
}

/** Every read. It gives events as they were written, not upcast. */
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
      // Few facts among much else: look further each time.
      count *= 2;
    }
    return events.slice(0, maxCount);
  }

  /** The facts among the next so many events of the log. */
  after(position: Position, count = MOST_PER_CALL): Promise<Stretch> {
    return this.stretch('forward', position, count);
  }

  /** The newest facts, among so many events of the log. */
  newest(count: number): Promise<Stretch> {
    return this.stretch('backward', undefined, count);
  }

  /** The fact; nothing where it is none. */
  visible(record: ServerRecord): RecordedEvent[] {
    return isHidden(record) ? [] : [this.decode(record)];
  }

  /** The server's reads start at a position inclusive forward, and its own event is left out. */
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
   * The client's reads cannot be filtered by the server, its subscriptions can: one that ends when it has caught up.
   * @returns false where it was interrupted, but got further
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
