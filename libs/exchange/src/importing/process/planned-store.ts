import {
  namesRevision,
  START,
  WrongRevision,
  type Appended,
  type AtomicAppended,
  type AtomicEventStore,
  type EventStore,
  type EventsHandler,
  type Head,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamBatch,
  type SubscribeOptions,
  type Subscription,
} from '#event-store';
import type { Instant } from '#kernel';

/** Sorts after every digit, so a planned event comes after all that is recorded. */
const PLANNED = '~';
const DIGITS = 9;

/**
 * The history as it was when the import began, followed by what the import will write. Rows are decided on it as commands are decided on a store,
 * and each sees what the rows before it did. Nothing is written: what is appended here is kept, to be written later in one go. The revisions
 * that it expects then tell whether others wrote meanwhile.
 */
export class PlannedStore implements AtomicEventStore {
  readonly storeId: string;
  /** What was appended, in its order. */
  readonly appended: StreamBatch[] = [];
  private readonly planned: RecordedEvent[] = [];
  private readonly byStream = new Map<string, RecordedEvent[]>();

  private constructor(
    private readonly recorded: EventStore,
    private readonly begin: Head | null,
    private readonly at: Instant,
    private readonly sign: (event: NewEvent) => NewEvent,
  ) {
    this.storeId = recorded.storeId;
  }

  /** @param sign says of each appended event who imports it, and by which row */
  static async over(
    recorded: EventStore,
    { now, sign }: { readonly now: Instant; sign(event: NewEvent): NewEvent },
  ): Promise<PlannedStore> {
    return new PlannedStore(recorded, await recorded.head(), now, sign);
  }

  /** Adds what the rows of other files will write. It is not among what was appended. */
  foresee({ stream, expected, events }: StreamBatch): void {
    if (!namesRevision(expected)) throw new Error('a planned batch names its revision');
    this.add(stream, expected === 'none' ? -1 : expected, events);
  }

  async append(batch: StreamBatch): Promise<Appended> {
    const { stream, expected } = batch;
    const actual = await this.revisionOf(stream);
    if (namesRevision(expected) && actual !== (expected === 'none' ? -1 : expected))
      throw new WrongRevision(stream, expected, actual);
    const events = batch.events.map(this.sign);
    this.appended.push({ stream, expected: actual < 0 ? 'none' : actual, events });
    this.add(stream, actual, events);
    return { revision: actual + events.length, position: this.planned.at(-1)!.position, repeated: false };
  }

  async appendAtomically(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended> {
    const before = { planned: this.planned.length, appended: this.appended.length };
    try {
      for await (const batch of batches) await this.append(batch);
    } catch (error) {
      for (const { stream } of this.planned.splice(before.planned)) this.byStream.get(stream)!.pop();
      this.appended.splice(before.appended);
      throw error;
    }
    return { events: this.planned.length - before.planned, position: this.planned.at(-1)?.position ?? null };
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    const { direction = 'forward', from, maxCount } = options;
    const own = this.byStream.get(stream) ?? [];
    const isAsked = ({ revision }: RecordedEvent) =>
      from === undefined || (direction === 'forward' ? revision >= from : revision <= from);
    const planned = own.filter(isAsked);
    if (direction === 'backward') {
      const newest = planned.reverse().slice(0, maxCount);
      const left = maxCount - newest.length;
      return left === 0 || own[0]?.revision === 0
        ? newest
        : [...newest, ...(await this.readRecorded(stream, { ...options, maxCount: left }))];
    }
    const first = own[0]?.revision ?? Infinity;
    const recorded = first <= (from ?? 0) ? [] : await this.readRecorded(stream, options);
    return [...recorded, ...planned].slice(0, maxCount);
  }

  /** The store is read forward only: nothing that decides reads it backward. */
  async readAll({ direction, from = START, types, maxCount }: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    if (direction === 'backward') throw new Error('a plan is read forward');
    const isPlanned = from.includes(PLANNED);
    const recorded = isPlanned ? [] : await this.recorded.readAll({ from, types, maxCount });
    const first = isPlanned ? Number(from.slice(from.indexOf(PLANNED) + 1)) : 0;
    const found = recorded.filter((event) => this.wasThere(event));
    for (let index = first; index < this.planned.length && found.length < maxCount; index += 1) {
      const event = this.planned[index]!;
      if (!types || types.includes(event.type)) found.push(event);
    }
    return found;
  }

  async head(): Promise<Head | null> {
    const last = this.planned.at(-1);
    return last ? { position: last.position, recordedAt: last.metadata.recordedAt } : this.begin;
  }

  headAt(instant: Instant): Promise<Head | null> {
    return this.recorded.headAt(instant);
  }

  /** A plan is read, and not followed. */
  subscribe(_options: SubscribeOptions, _handler: EventsHandler): Subscription {
    throw new Error('a plan is read, and not followed');
  }

  async close(): Promise<void> {}

  private async revisionOf(stream: string): Promise<number> {
    const [last] = await this.readStream(stream, { direction: 'backward', maxCount: 1 });
    return last?.revision ?? -1;
  }

  private async readRecorded(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    const events = await this.recorded.readStream(stream, options);
    const found = events.filter((event) => this.wasThere(event));
    const last = events.at(-1);
    // Read backward, the events that came since are the first ones: those before them are asked for again.
    if (options.direction !== 'backward' || found.length === events.length || last!.revision === 0) return found;
    const left = { ...options, from: last!.revision - 1, maxCount: options.maxCount - found.length };
    return [...found, ...(await this.readRecorded(stream, left))];
  }

  /** What others recorded since is not seen: the revisions refuse what depends on it. */
  private wasThere({ position }: RecordedEvent): boolean {
    return this.begin !== null && position <= this.begin.position;
  }

  private add(stream: string, revision: number, events: readonly NewEvent[]): void {
    const own = this.byStream.get(stream) ?? [];
    this.byStream.set(stream, own);
    for (const [index, event] of events.entries()) {
      const position = `${this.begin?.position ?? ''}${PLANNED}${String(this.planned.length + 1).padStart(DIGITS, '0')}`;
      const metadata = { ...event.metadata, recordedAt: this.at };
      const recorded = { ...event, metadata, stream, revision: revision + 1 + index, position: position as Position };
      own.push(recorded);
      this.planned.push(recorded);
    }
  }
}
