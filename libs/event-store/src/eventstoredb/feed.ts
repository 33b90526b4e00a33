import type * as Client from '@eventstore/db-client';
import { withTimeout, yieldToEventLoop } from '#concurrency';
import { VISIBLE_STREAMS } from './bookkeeping';
import { CallTimedOut } from './failures';
import type { Resume } from './position';
import { recordOf, type ServerRecord } from './record';

export interface FeedOptions {
  /** The feed starts after this point; undefined for the beginning. */
  readonly after: Resume | undefined;
  /** Only events of these types, chosen by the server. */
  readonly types: readonly string[] | undefined;
  /** The most events held in memory for a slow reader. */
  readonly buffer: number;
  /** The longest silence in milliseconds before the feed has caught up. A longer silence ends the feed. */
  readonly silence: number;
}

export interface FeedPage {
  readonly records: readonly ServerRecord[];
  /** The point after which the next feed can go on once these records are handled. */
  readonly reached: Resume | undefined;
}

/** A message of the server between two events. It takes effect once `at` events have been taken. */
interface Mark {
  readonly at: number;
  readonly reached?: Resume;
  readonly caughtUp?: true;
}

/** The number of events that the server looks at between two checkpoints. */
const SEARCH_WINDOW = 1_000;

/**
 * One subscription to all events, read page by page. Events that the reader has not taken wait in a bounded buffer,
 * then on the server. The feed ends with the first failure: its reader then opens another feed.
 */
export class Feed {
  private readonly source: Client.AllStreamSubscription;
  private readonly marks: Mark[] = [];
  private taken = 0;
  private live = false;
  private failure: Error | undefined;
  private wake: () => void = () => undefined;

  constructor(
    client: Client.EventStoreDBClient,
    module: typeof Client,
    private readonly options: FeedOptions,
  ) {
    const { after, types, buffer } = options;
    const window = {
      maxSearchWindow: SEARCH_WINDOW,
      checkpointReached: async (_: unknown, reached: Resume) => this.mark({ reached }),
    };
    const filter = types
      ? module.eventTypeFilter({ ...window, regex: `^(${types.map(escaped).join('|')})$` })
      : module.streamNameFilter({ ...window, regex: VISIBLE_STREAMS });
    this.source = client.subscribeToAll(
      { fromPosition: after ?? 'start', filter, requiresLeader: true },
      { highWaterMark: buffer },
    );
    this.source.on('caughtUp', () => this.mark({ caughtUp: true }));
    this.source.on('readable', () => this.wake());
    // The client emits further errors after the first, and an error without a listener ends the process.
    this.source.on('error', (error) => this.fail(error));
    this.source.on('end', () => this.fail(new Error('the server ended the subscription')));
  }

  /** Whether the feed has caught up with the head: all events that existed when it was opened have been taken. */
  get isLive(): boolean {
    return this.live;
  }

  /** Whether the feed has caught up and holds no event that was not taken. */
  get isDrained(): boolean {
    return this.live && this.source.readableLength === 0;
  }

  /**
   * Waits for events, or for a message of the server.
   * @throws the failure that ended the feed, once all earlier events have been taken
   */
  async next(maxCount: number): Promise<FeedPage> {
    for (;;) {
      await this.gather(maxCount);
      const records = this.take(maxCount);
      const due = this.dueMarks();
      const checkpoint = due.findLast(({ reached }) => reached)?.reached;
      const reached = furthest(records[records.length - 1], checkpoint);
      if (records.length > 0 || due.length > 0) return { records, reached };
      if (this.failure) throw this.failure;
      await this.nextMessage();
    }
  }

  /** Ends the subscription. A waiting `next` then throws. */
  close(): void {
    this.fail(new Error('the feed is closed'));
    void this.source.unsubscribe().catch(() => undefined);
    this.source.destroy();
  }

  /**
   * Events arrive one by one. As long as each turn of the event loop brings more events, they are put into the same
   * page.
   */
  private async gather(maxCount: number): Promise<void> {
    for (let before = 0; this.source.readableLength > before && before < maxCount;) {
      before = this.source.readableLength;
      await yieldToEventLoop();
    }
  }

  private take(maxCount: number): ServerRecord[] {
    const records: ServerRecord[] = [];
    while (records.length < maxCount) {
      const resolved = this.source.read() as Client.ResolvedEvent | null;
      if (!resolved) break;
      this.taken += 1;
      if (resolved.event) records.push(recordOf(resolved.event));
    }
    return records;
  }

  /** The client emits these messages when they arrive, before the events that it still buffers. */
  private mark(message: Omit<Mark, 'at'>): void {
    const mark = { ...message, at: this.taken + this.source.readableLength };
    const last = this.marks[this.marks.length - 1];
    if (last?.at === mark.at) this.marks[this.marks.length - 1] = { ...last, ...mark };
    else this.marks.push(mark);
    this.wake();
  }

  private dueMarks(): Mark[] {
    const first = this.marks.findIndex(({ at }) => at > this.taken);
    const due = this.marks.splice(0, first === -1 ? this.marks.length : first);
    this.live ||= due.some(({ caughtUp }) => caughtUp);
    return due;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  private async nextMessage(): Promise<void> {
    const message = new Promise<void>((resolve) => (this.wake = resolve));
    if (this.live) return message;
    const silent = () => new CallTimedOut();
    await withTimeout(this.options.silence, () => message, silent).catch((error: Error) => this.fail(error));
  }
}

function furthest(last: ServerRecord | undefined, checkpoint: Resume | undefined): Resume | undefined {
  if (!last || (checkpoint && checkpoint.commit > last.commit)) return checkpoint;
  return { commit: last.commit, prepare: last.commit };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
