import type * as Client from '@eventstore/db-client';
import { withTimeout, yieldToEventLoop } from '#concurrency';
import { VISIBLE_STREAMS } from './bookkeeping';
import { CallTimedOut } from './failures';
import type { Resume } from './position';
import { recordOf, type ServerRecord } from './record';

export interface FeedOptions {
  /** Exclusive; undefined for the beginning. */
  readonly after: Resume | undefined;
  /** Only events of these types, chosen by the server. */
  readonly types: readonly string[] | undefined;
  /** Events held for a reader that does not keep up. */
  readonly buffer: number;
  /** Milliseconds without a sign of life, before it has caught up, after which the feed is taken for dead. */
  readonly silence: number;
}

export interface FeedPage {
  readonly records: readonly ServerRecord[];
  /** Where the next feed can go on once these are dealt with. */
  readonly reached: Resume | undefined;
}

/** Something that the server says between two events: it holds once so many events have been taken. */
interface Mark {
  readonly at: number;
  readonly reached?: Resume;
  readonly caughtUp?: true;
}

/** Events that the server looks at between two checkpoints. */
const SEARCH_WINDOW = 1_000;

/**
 * One subscription to all events, read page by page. What the reader does not take stays in a bounded buffer, then in the server.
 * It ends with the first failure: whoever reads it opens another.
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
    // The client goes on emitting errors after the first, and an error that nobody listens to ends the process.
    this.source.on('error', (error) => this.fail(error));
    this.source.on('end', () => this.fail(new Error('the server ended the subscription')));
  }

  /** It has caught up with the head: what was there when it was opened has been taken. */
  get isLive(): boolean {
    return this.live;
  }

  /** The server has nothing more for now, as far as it has said. */
  get isDrained(): boolean {
    return this.live && this.source.readableLength === 0;
  }

  /** Waits for events, or for news of the server. @throws what ended the feed, once what came before has been taken */
  async next(maxCount: number): Promise<FeedPage> {
    for (;;) {
      await this.gather(maxCount);
      const records = this.take(maxCount);
      const due = this.dueMarks();
      const checkpoint = due.findLast(({ reached }) => reached)?.reached;
      const reached = furthest(records[records.length - 1], checkpoint);
      if (records.length > 0 || due.length > 0) return { records, reached };
      if (this.failure) throw this.failure;
      await this.news();
    }
  }

  /** Lets the server go. What `next` waits for ends as well. */
  close(): void {
    this.fail(new Error('the feed is closed'));
    void this.source.unsubscribe().catch(() => undefined);
    this.source.destroy();
  }

  /** Events come one by one: as long as each turn of the event loop brings some more, they are one page. */
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

  /** The client tells these as it receives them, ahead of the events that it still holds. */
  private mark(news: Omit<Mark, 'at'>): void {
    const mark = { ...news, at: this.taken + this.source.readableLength };
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

  private async news(): Promise<void> {
    const news = new Promise<void>((resolve) => (this.wake = resolve));
    if (this.live) return news;
    const silent = () => new CallTimedOut();
    await withTimeout(this.options.silence, () => news, silent).catch((error: Error) => this.fail(error));
  }
}

function furthest(last: ServerRecord | undefined, checkpoint: Resume | undefined): Resume | undefined {
  if (!last || (checkpoint && checkpoint.commit > last.commit)) return checkpoint;
  return { commit: last.commit, prepare: last.commit };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
