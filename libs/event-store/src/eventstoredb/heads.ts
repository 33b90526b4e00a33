import { Mutex } from '#concurrency';
import type { Instant } from '#kernel';
import { START, type Position } from '../event';
import { laterOf } from '../history';
import type { Head } from '../port';
import type { ChainLinks, StoredLink } from './chain-links';
import type { LogReader } from './reader';

/**
 * Finds the head, and the head at an instant. Several processes write, so recorded times may go back a little from one
 * event to the next: an instant is compared with their running maximum. The search begins with the links of the chain,
 * then reads events.
 */
export class Heads {
  private looked: Position = START;
  private head: Head | null = null;
  private readonly catchingUp = new Mutex();

  constructor(
    private readonly reader: LogReader,
    private readonly links: ChainLinks,
  ) {}

  /** The head. Reads the events that were written since the last call. */
  newest(): Promise<Head | null> {
    return this.catchingUp.runExclusive(() => this.catchUp());
  }

  /** The last event such that it and all events before it were recorded at or before the instant. */
  async at(instant: Instant): Promise<Head | null> {
    let head = headOf(await this.lastLinkAt(instant));
    for (let position = head?.position ?? START, atEnd = false; !atEnd;) {
      const stretch = await this.reader.after(position);
      for (const { position: next, metadata } of stretch.events) {
        if (metadata.recordedAt > instant) return head;
        head = { position: next, recordedAt: laterOf(head?.recordedAt ?? metadata.recordedAt, metadata.recordedAt) };
      }
      position = stretch.reached;
      atEnd = stretch.atEnd;
    }
    return head;
  }

  private async catchUp(): Promise<Head | null> {
    for (let atEnd = false, pages = 0; !atEnd; pages += 1) {
      // Where the head is far away, the last link may be nearer to it.
      if (pages === 1 || this.looked === START) await this.leap();
      const stretch = await this.reader.after(this.looked);
      for (const { position, metadata } of stretch.events)
        this.head = {
          position,
          recordedAt: laterOf(this.head?.recordedAt ?? metadata.recordedAt, metadata.recordedAt),
        };
      this.looked = stretch.reached;
      atEnd = stretch.atEnd;
    }
    return this.head;
  }

  private async leap(): Promise<void> {
    const link = await this.links.last();
    if (!link || link.upTo <= this.looked) return;
    this.looked = link.upTo;
    this.head = headOf(link);
  }

  /** The times of the links never go back, so a binary search finds the last link at or before the instant. */
  private async lastLinkAt(instant: Instant): Promise<StoredLink | null> {
    let found: StoredLink | null = null;
    const last = await this.links.last();
    if (!last || last.recordedAt <= instant) return last;
    for (let low = 0, high = last.revision - 1; low <= high;) {
      const middle = Math.floor((low + high) / 2);
      const link = await this.links.at(middle);
      if (link.recordedAt <= instant) {
        found = link;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}

function headOf(link: StoredLink | null): Head | null {
  return link && { position: link.upTo, recordedAt: link.recordedAt };
}
