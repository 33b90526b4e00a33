import { TimeSlice } from '#concurrency';
import { chainFieldsOf } from '../codec';
import type { RecordedEvent } from '../event';
import { HISTORY_START, pointAfter, type ChainedEvent, type ChainPoint } from '../history';
import { linkAfter, NO_LINK, type ChainLinks, type Link, type StoredLink } from './chain-links';
import type { LogReader } from './reader';

const EVENTS_AT_ONCE = 1_000;
/** A link covers at most 1 000 events, and fewer where events are rare. More links are read when these are used up. */
const LINKS_AT_ONCE = 32;

/**
 * Reads events with their place in the chain. The server stores a digest only in each link. The last event of a link
 * gets the link's digest; the digests of the other events are computed.
 */
export class HistoryReader {
  /** The end of the last read: the next read usually continues there. */
  private stopped = { ordinal: 0, link: 0 };

  constructor(
    private readonly log: LogReader,
    private readonly links: ChainLinks,
  ) {}

  /** The end of the history. Reads the events that are not chained yet. */
  async head(): Promise<ChainPoint> {
    const slice = new TimeSlice();
    let link: Link = (await this.links.last()) ?? NO_LINK;
    for (let events = await this.next(link); events.length > 0; events = await this.next(link))
      for (const event of events) {
        link = linkAfter(link, event);
        if (slice.isOver()) await slice.yield();
      }
    return pointOf(link);
  }

  async read(after: ChainPoint, maxCount: number): Promise<ChainedEvent[]> {
    const events = await this.log.all({ from: after.position, maxCount });
    const stored = new LinkWalk(this.links, await this.firstLinkAfter(after.ordinal));
    const chained: ChainedEvent[] = [];
    let point = after;
    for (const event of events) {
      const link = await stored.reachedBy(event);
      const next = chainedEvent(link ?? linkAfter(linkOf(point), event), event);
      chained.push(next);
      point = pointAfter(point, next);
    }
    this.stopped = { ordinal: point.ordinal, link: stored.revision };
    return chained;
  }

  /** The point of the chain at that ordinal, which must not be beyond the head. */
  async pointAt(ordinal: number): Promise<ChainPoint> {
    const revision = (await this.firstLinkAfter(ordinal)) - 1;
    const point = revision < 0 ? HISTORY_START : pointOf(await this.links.at(revision));
    return (await this.read(point, ordinal - point.ordinal)).reduce(pointAfter, point);
  }

  private next({ upTo }: Link): Promise<RecordedEvent[]> {
    return this.log.all({ from: upTo, maxCount: EVENTS_AT_ONCE });
  }

  /** The revision of the first link beyond the ordinal, found by binary search. */
  private async firstLinkAfter(ordinal: number): Promise<number> {
    if (this.stopped.ordinal === ordinal) return this.stopped.link;
    let low = 0;
    let high = ((await this.links.last())?.revision ?? -1) + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await this.links.at(middle)).ordinal > ordinal) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Walks along the links from one revision on, beside the events. */
class LinkWalk {
  private page: readonly StoredLink[] = [];
  private hasMore = true;

  constructor(
    private readonly links: ChainLinks,
    /** The revision of the next link. */
    public revision: number,
  ) {}

  /**
   * The link that ends at the event. A link that should have ended before the event is returned too: its digest then
   * does not follow, which shows the fault.
   */
  async reachedBy({ position }: RecordedEvent): Promise<StoredLink | undefined> {
    if (this.page.length === 0 && this.hasMore) {
      this.page = await this.links.page(this.revision, LINKS_AT_ONCE);
      this.hasMore = this.page.length === LINKS_AT_ONCE;
    }
    const [link, ...others] = this.page;
    if (!link || link.upTo > position) return undefined;
    this.page = others;
    this.revision += 1;
    return link;
  }
}

function chainedEvent({ ordinal, digest }: Link, event: RecordedEvent): ChainedEvent {
  const { position, metadata } = event;
  return { ...chainFieldsOf(event), ordinal, position, digest, recordedAt: metadata.recordedAt };
}

export function pointOf({ upTo, ordinal, digest, recordedAt }: Link): ChainPoint {
  return { ordinal, position: upTo, digest, recordedAt };
}

export function linkOf({ position, ordinal, digest, recordedAt }: ChainPoint): Link {
  return { upTo: position, ordinal, digest, recordedAt };
}
