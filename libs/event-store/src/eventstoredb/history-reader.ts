import { TimeSlice } from '#concurrency';
import { chainFieldsOf } from '../codec';
import type { RecordedEvent } from '../event';
import { HISTORY_START, pointAfter, type ChainedEvent, type ChainPoint } from '../history';
import type { ChainLinks, Link, StoredLink } from './chain-links';
import { linkAfter, NO_LINK } from './chain-step';
import type { LogReader } from './reader';

const EVENTS_AT_ONCE = 1_000;
/** Links are at most 1 000 events long, and shorter where few events come: more are asked for when these are used up. */
const LINKS_AT_ONCE = 32;

/**
 * Reads events with their place in the chain. The server keeps a digest at each link only: between two links it is computed, and an
 * event at which a link stands has the link's.
 */
export class HistoryReader {
  /** Where the last read stopped: the next one mostly goes on there. */
  private stopped = { ordinal: 0, link: 0 };

  constructor(
    private readonly log: LogReader,
    private readonly links: ChainLinks,
  ) {}

  /** Reads what is not chained yet. */
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
    const stored = new Following(this.links, await this.firstLinkAfter(after.ordinal));
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

  /** Where the chain stands at that ordinal, which must not be beyond the head. */
  async pointAt(ordinal: number): Promise<ChainPoint> {
    const revision = (await this.firstLinkAfter(ordinal)) - 1;
    const point = revision < 0 ? HISTORY_START : pointOf(await this.links.at(revision));
    return (await this.read(point, ordinal - point.ordinal)).reduce(pointAfter, point);
  }

  private next({ upTo }: Link): Promise<RecordedEvent[]> {
    return this.log.all({ from: upTo, maxCount: EVENTS_AT_ONCE });
  }

  /** The revision of the first link beyond the ordinal, found by halving. */
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

/** The links from one on, met as events go by. */
class Following {
  private page: readonly StoredLink[] = [];
  private hasMore = true;

  constructor(
    private readonly links: ChainLinks,
    /** Of the next link to be met. */
    public revision: number,
  ) {}

  /** The link that stands at the event, or that should have been met before it: its digest then does not follow. */
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
