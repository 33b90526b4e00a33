import { Mutex } from '#concurrency';
import { historyBroken, historyDiffers } from '../errors';
import { breachBetween, pointAfter, type ChainedEvent, type ChainPoint } from '../history';
import type { Position } from '../event';
import { refuseHidden } from './bookkeeping';
import type { Calls } from './calls';
import type { ChainLinks, StoredLink } from './chain-links';
import type { Connection } from './connection';
import { toServer } from './envelope';
import { linkOf, type HistoryReader } from './history-reader';
import { positionOf } from './position';
import type { LogReader } from './reader';
import type { ReceivingMark } from './receiving-mark';
import type { RecordedTimes } from './recorded-times';

/** The limits of one append: by default, servers refuse more than a mebibyte. */
const MOST_CHARACTERS = 200_000;
const MOST_EVENTS = 500;

export interface ReceiverParts {
  readonly connection: Connection;
  readonly calls: Calls;
  readonly log: LogReader;
  readonly links: ChainLinks;
  readonly times: RecordedTimes;
  readonly history: HistoryReader;
  readonly mark: ReceivingMark;
}

/**
 * Writes the history of another store, one append after the other, so that the log keeps its order. Neighbouring events
 * of one stream go into one append. Each call ends with a link of the chain after its last event.
 */
export class Receiver {
  /** The head, known after the first page: nobody else may append meanwhile. */
  private head: ChainPoint | undefined;
  private link: StoredLink | null = null;
  private readonly mutex = new Mutex();

  constructor(private readonly parts: ReceiverParts) {}

  /**
   * Receives one page at a time.
   * @throws CodedError `history-differs`, `history-broken`, `stream-reserved`, and those of `Calls.run`
   */
  receive(events: readonly ChainedEvent[]): Promise<ChainPoint> {
    return this.mutex.runExclusive(async () => {
      try {
        return await this.receiveNext(events);
      } catch (error) {
        this.head = undefined;
        throw error;
      }
    });
  }

  async end(): Promise<void> {
    await this.mutex.waitForUnlock();
    this.head = undefined;
    await this.parts.mark.lift();
  }

  private async receiveNext(events: readonly ChainedEvent[]): Promise<ChainPoint> {
    const head = (this.head ??= await this.begin());
    await this.requireSame(
      head,
      events.findLast(({ ordinal }) => ordinal <= head.ordinal),
    );
    const fresh = events.filter(({ ordinal }) => ordinal > head.ordinal);
    if (fresh.length === 0) return head;
    requireChain(head, fresh);
    await this.parts.mark.set();
    let point = head;
    for (const run of runsOf(fresh)) {
      const position = await this.append(run);
      point = { ...run.reduce(pointAfter, point), position };
    }
    this.parts.times.saw(point.recordedAt);
    this.head = point;
    await this.extendChain(point);
    return point;
  }

  private async begin(): Promise<ChainPoint> {
    const { history, links } = this.parts;
    const head = await history.head();
    this.link = await links.last();
    // An interrupted call wrote events without their link.
    if (head.ordinal > (this.link?.ordinal ?? 0)) await this.extendChain(head);
    return head;
  }

  /** Compares one event with this store. Its digest covers all events before it, so one comparison is enough. */
  private async requireSame(head: ChainPoint, event: ChainedEvent | undefined): Promise<void> {
    if (!event) return;
    const { ordinal } = event;
    const here = ordinal === head.ordinal ? head : await this.parts.history.pointAt(ordinal);
    if (here.digest !== event.digest) throw historyDiffers(ordinal);
  }

  /** @returns the position of the last event */
  private async append(run: readonly ChainedEvent[]): Promise<Position> {
    const { calls, connection, log } = this.parts;
    const { stream, revision, ordinal } = run[0]!;
    const events = run.map(toServer);
    const expected = revision === 0 ? 'none' : revision - 1;
    const answer = await calls.run(() => connection.append(stream, expected, events));
    if (!answer.moved && answer.commit !== undefined) return positionOf(answer.commit);
    // The events may have been written by a try whose answer was lost.
    const stored = await log.stream(stream, { from: revision, maxCount: run.length });
    const isWritten = stored.length === run.length && stored.every(({ id }, index) => id === run[index]!.id);
    if (!isWritten) throw historyBroken(ordinal, 'revision');
    return stored[stored.length - 1]!.position;
  }

  /** Adds the link. A chain writer may have added one first. */
  private async extendChain(point: ChainPoint): Promise<void> {
    const { links } = this.parts;
    while ((this.link?.ordinal ?? 0) < point.ordinal)
      this.link = (await links.add(linkOf(point), this.link)) ?? (await links.last());
  }
}

/** Checks the whole page before any event of it is written. */
function requireChain(head: ChainPoint, events: readonly ChainedEvent[]): void {
  let point = head;
  for (const event of events) {
    refuseHidden(event);
    const breach = breachBetween(point, event);
    if (breach) throw historyBroken(event.ordinal, breach);
    point = pointAfter(point, event);
  }
}

/** Splits the events into runs: neighbouring events of one stream, as many as one append takes. */
function runsOf(events: readonly ChainedEvent[]): ChainedEvent[][] {
  const runs: ChainedEvent[][] = [];
  let characters = 0;
  for (const event of events) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    const follows = before?.stream === event.stream && before.revision + 1 === event.revision;
    const size = event.data.length + event.metadata.length + (event.people?.length ?? 0);
    characters = follows ? characters + size : size;
    if (run && follows && run.length < MOST_EVENTS && characters <= MOST_CHARACTERS) {
      run.push(event);
    } else {
      runs.push([event]);
      characters = size;
    }
  }
  return runs;
}
