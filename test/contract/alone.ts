import {
  isStagingStream,
  isWrongRevision,
  START,
  STAGING_STREAMS,
  WrongRevision,
  type Appended,
  type DeletingEventStore,
  type EventsHandler,
  type Head,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamBatch,
  type SubscribeOptions,
  type Subscription,
} from '#event-store';
import type { Instant } from '#kernel';

/**
 * Makes a store that already holds events look empty. It shows only events after a position, and puts a tag into its
 * stream names.
 */
export class Alone implements DeletingEventStore {
  readonly storeId: string;

  constructor(
    private readonly store: DeletingEventStore,
    private readonly begin: Position,
    private readonly tag: string,
  ) {
    this.storeId = store.storeId;
  }

  async append(batch: StreamBatch): Promise<Appended> {
    try {
      return await this.store.append({ ...batch, stream: this.tagged(batch.stream) });
    } catch (error) {
      throw isWrongRevision(error) ? new WrongRevision(batch.stream, error.expected, error.actual) : error;
    }
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.own(await this.store.readStream(this.tagged(stream), options));
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    const from = options.direction === 'backward' ? options.from : this.after(options.from ?? START);
    return this.own(await this.store.readAll({ ...options, from }));
  }

  subscribe(options: SubscribeOptions, handler: EventsHandler): Subscription {
    const after = this.after(options.after);
    return this.store.subscribe({ ...options, after }, (events) => handler(this.own(events)));
  }

  async head(): Promise<Head | null> {
    return this.ownHead(await this.store.head());
  }

  async headAt(instant: Instant): Promise<Head | null> {
    return this.ownHead(await this.store.headAt(instant));
  }

  deleteStream(stream: string): Promise<void> {
    return this.store.deleteStream(this.tagged(stream));
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private after(position: Position): Position {
    return position === START ? this.begin : position;
  }

  private own(events: readonly RecordedEvent[]): RecordedEvent[] {
    return events
      .filter(({ position }) => position > this.begin)
      .map((event) => ({ ...event, stream: event.stream.replace(`${this.tag}-`, '') }));
  }

  private ownHead(head: Head | null): Head | null {
    return head && head.position > this.begin ? head : null;
  }

  private tagged(stream: string): string {
    if (!isStagingStream(stream)) return `${this.tag}-${stream}`;
    return STAGING_STREAMS.name(`${this.tag}-${STAGING_STREAMS.idOf(stream)}`);
  }
}
