import { TimeSlice } from '#concurrency';
import type { Position, RecordedEvent } from '../event';
import { linkAfter, NO_LINK, type Link } from './chain-links';
import type { EventStoreDb } from './store';
import type { LogReader } from './reader';

const PAGE = 1_000;

/**
 * The result of a verification. The chain has one link for up to 1 000 events, so a fault is located in a stretch of
 * events.
 */
export interface EventStoreDbChainVerdict {
  /** The number of events with a right digest, from the first one on, up to a link. */
  readonly events: number;
  /** The position of the last of them; null where there is none. */
  readonly position: Position | null;
  /** The hexadecimal digest of the last of them, which an anchor keeps elsewhere. */
  readonly digest: string;
  /**
   * The first event of the stretch in which an event was altered, inserted, removed or moved; null where nothing is
   * broken.
   */
  readonly broken: Position | null;
  /** The last event of that stretch, as its link names it; null where nothing is broken. */
  readonly brokenUpTo: Position | null;
  /** The number of events after the last link. */
  readonly unchained: number;
}

/**
 * Reads the whole history and the whole chain, and recomputes every digest.
 * @throws CodedError `event-unreadable`, `store-unreachable`
 */
export async function verifyEventStoreDbChain({ log, links }: EventStoreDb): Promise<EventStoreDbChainVerdict> {
  const events = new EventWalk(log);
  let right = NO_LINK;
  for await (const link of links.all()) {
    const first = await events.peek();
    const computed = await events.foldUpTo(link.upTo, right);
    if (!areSame(computed, link)) {
      const broken = first?.position ?? link.upTo;
      return { ...upTo(right), broken, brokenUpTo: link.upTo, unchained: 0 };
    }
    right = computed;
  }
  const unchained = await events.count();
  return { ...upTo(right), broken: null, brokenUpTo: null, unchained };
}

function upTo({ ordinal, upTo: last, digest }: Link): Pick<EventStoreDbChainVerdict, 'events' | 'position' | 'digest'> {
  return { events: ordinal, position: ordinal === 0 ? null : last, digest };
}

function areSame(one: Link, other: Link): boolean {
  const { upTo, ordinal, digest, recordedAt } = one;
  return upTo === other.upTo && ordinal === other.ordinal && digest === other.digest && recordedAt === other.recordedAt;
}

/** Walks over all events in their order. */
class EventWalk {
  private readonly slice = new TimeSlice();
  private page: readonly RecordedEvent[] = [];
  private at = 0;
  private ended = false;

  constructor(private readonly log: LogReader) {}

  async peek(): Promise<RecordedEvent | undefined> {
    if (this.at === this.page.length && !this.ended) {
      const from = this.page[this.page.length - 1]?.position;
      this.page = await this.log.all({ from, maxCount: PAGE });
      this.at = 0;
      this.ended = this.page.length < PAGE;
    }
    return this.page[this.at];
  }

  async foldUpTo(position: Position, from: Link): Promise<Link> {
    let link = from;
    for (let event = await this.peek(); event && event.position <= position; event = await this.peek()) {
      link = linkAfter(link, event);
      this.at += 1;
      if (this.slice.isOver()) await this.slice.yield();
    }
    return link;
  }

  async count(): Promise<number> {
    let count = 0;
    for (; await this.peek(); this.at += 1) count += 1;
    return count;
  }
}
