import { subscriptionDropped } from './errors';
import type { Faults } from './faults';
import type { EventFilter } from './filter';
import type { EventLog } from './log';
import * as messages from './messages';
import { isBefore, pointOf, send, type Point, type ReadCall } from './messages';

/** The number of events in one page while catching up. */
const PAGE = 32;
/** The most live events that may wait for a slow client. Beyond it, the subscription silently catches up again. */
const LIVE_BUFFER = 32;

/**
 * A subscription to all events. It catches up page by page, sends a message at the head, then sends live events. A
 * filtered subscription sends checkpoints: one after each interval, and one before the message at the head. As on the
 * real server, a checkpoint is the point where the next record will begin (with prepare position 0), and the start of a
 * subscription is exclusive.
 */
export class Subscriber {
  private readonly unlisten: () => void;
  /** The number of events sent. */
  sent = 0;
  private wake: () => void = () => undefined;
  private dropped: 'with-error' | 'in-silence' | undefined;
  private index: number;
  private looked = 0;
  private lastSent: Point | undefined;
  private lastCheckpoint: Point | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly call: ReadCall,
    private readonly faults: Faults,
    private readonly after: Point | undefined,
    private readonly allowed: EventFilter,
  ) {
    this.index = after ? log.indexFrom(after.commit) : 0;
    this.unlisten = log.onWrite(() => this.wake());
    call.once('cancelled', () => this.wake());
    faults.subscribers.add(this);
  }

  async run(): Promise<void> {
    try {
      await send(this.call, messages.confirmationMessage());
      while (!this.ended()) {
        await this.catchUp();
        await send(this.call, messages.caughtUpMessage());
        await this.goLive();
      }
      if (this.dropped === 'with-error') throw subscriptionDropped();
    } finally {
      this.unlisten();
      this.faults.subscribers.delete(this);
    }
  }

  drop(how: 'with-error' | 'in-silence'): void {
    this.dropped = how;
    this.wake();
  }

  private ended(): boolean {
    return this.dropped !== undefined || this.call.cancelled;
  }

  /** Only a page that is not full shows the end. The last page may be empty. */
  private async catchUp(): Promise<void> {
    for (let atEnd = false; !atEnd && !this.ended();) {
      const pageStart = this.here();
      const [sent, looked] = [this.sent, this.looked];
      const isFull = (): boolean => this.sent - sent >= PAGE || this.looked - looked >= this.allowed.searchWindow;
      while (!isFull() && this.index < this.log.records.length && !this.ended()) await this.sendNext();
      atEnd = !isFull();
      if (this.checkpointIsDue() || atEnd) await this.checkpoint(pageStart);
    }
  }

  /** Sends live events until the client is too far behind or the subscription ends. */
  private async goLive(): Promise<void> {
    while (!this.ended()) {
      const waiting = this.log.records.length - this.index;
      if (waiting > LIVE_BUFFER) return;
      if (waiting === 0) await new Promise<void>((resolve) => (this.wake = resolve));
      else await this.sendNext();
      if (this.checkpointIsDue()) await this.checkpoint(this.here());
    }
  }

  private async sendNext(): Promise<void> {
    const record = this.log.records[this.index]!;
    this.index += 1;
    this.looked += 1;
    if (this.after && !isBefore(this.after, pointOf(record))) return;
    if (!this.allowed(record)) return;
    await send(this.call, messages.eventMessage(record));
    this.sent += 1;
    this.lastSent = pointOf(record);
  }

  private checkpointIsDue(): boolean {
    const { checkpointInterval } = this.allowed;
    if (checkpointInterval === undefined || this.looked < checkpointInterval) return false;
    this.looked %= checkpointInterval;
    return true;
  }

  private async checkpoint(reached: Point | undefined): Promise<void> {
    if (this.allowed.checkpointInterval === undefined) return;
    const point = later(this.lastSent ?? this.after, reached);
    if (!point || (this.lastCheckpoint && !isBefore(this.lastCheckpoint, point))) return;
    this.lastCheckpoint = point;
    await send(this.call, messages.checkpointMessage(point));
  }

  /** The point where the next record begins. */
  private here(): Point | undefined {
    const previous = this.log.records[this.index - 1];
    return previous && { commit: previous.end, prepare: 0n };
  }
}

function later(one: Point | undefined, other: Point | undefined): Point | undefined {
  if (!one || !other) return one ?? other;
  return isBefore(one, other) ? other : one;
}
