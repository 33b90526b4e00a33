import type { Database } from 'better-sqlite3';
import { CodedError, type Clock, type Instant } from '#kernel';
import type { ClearEvent, Position, RecordedEvent } from '../event';
import type { ChainedEvent, ChainPoint, HistoryStore } from '../history';
import type {
  Appended,
  AtomicAppended,
  AtomicEventStore,
  ClearReadingEventStore,
  CountingEventStore,
  EventsHandler,
  Head,
  ReadAllOptions,
  ReadStreamOptions,
  StreamBatch,
  SubscribeOptions,
  Subscription,
} from '../port';
import type { Upcasters } from '../upcasters';
import { AppendQueue, type OnCommitted } from './append-queue';
import { openToRead, openToWrite, storeIdOf, type Durability } from './database';
import { HistoryReader } from './history-reader';
import { acquireWriterLock, type WriterLock } from './lock';
import { EventReader } from './reader';
import { PagedSubscription, type NewEventsSignal } from './subscription';
import { EventWriter } from './writer';

const POLL_MILLISECONDS = 250;

export interface SqliteEventStoreOptions {
  readonly folder: string;
  /**
   * `writer`: one process at a time; it creates the folder and the files where they are absent. `reader`: any number of
   * processes, with or without a writer.
   */
  readonly mode: 'writer' | 'reader';
  readonly clock: Clock;
  /** The upcasters of events of older versions. */
  readonly upcasters: Upcasters;
  /** The durability of appends; default `full`. */
  readonly synchronous?: Durability;
  /**
   * The folder's lock, where the caller holds it already and keeps it after `close`. Without it the writer takes its
   * own lock.
   */
  readonly lock?: WriterLock;
  /** Called after each commit of a group of appends. It must not throw. */
  readonly onCommitted?: OnCommitted;
}

/**
 * The event store of the embedded mode: `events.db` in a folder.
 * @throws CodedError `sqlite-missing`, `folder-unusable`, `store-locked` (writer), `store-absent` (reader), `store-newer`, `store-older`
 */
export function openSqliteEventStore(options: SqliteEventStoreOptions): AtomicEventStore {
  return options.mode === 'writer' ? openWriter(options) : openReader(options);
}

function openReader({ folder, upcasters }: SqliteEventStoreOptions): AtomicEventStore {
  const poll: NewEventsSignal = (wake) => {
    const timer = setInterval(wake, POLL_MILLISECONDS);
    return () => clearInterval(timer);
  };
  const database = openToRead(folder);
  return new SqliteEventStore(database, upcasters, poll, refusingQueue(), () => database.close());
}

function openWriter({
  folder,
  clock,
  upcasters,
  synchronous = 'full',
  lock,
  onCommitted,
}: SqliteEventStoreOptions): AtomicEventStore {
  const held = lock ?? acquireWriterLock(folder);
  const open: Database[] = [];
  const release = (): void => {
    for (const database of open.reverse()) database.close();
    if (!lock) held.release();
  };
  try {
    open.push(openToWrite(folder, synchronous));
    open.push(openToRead(folder));
  } catch (error) {
    release();
    throw error;
  }
  const wakes = new Set<() => void>();
  const onCommit: NewEventsSignal = (wake) => {
    wakes.add(wake);
    return () => wakes.delete(wake);
  };
  const queue = new AppendQueue(new EventWriter(open[0]!, clock), () => wakes.forEach((wake) => wake()), onCommitted);
  return new SqliteEventStore(open[1]!, upcasters, onCommit, queue, release);
}

type Queue = Pick<AppendQueue, 'append' | 'appendAtomically' | 'receive' | 'endReceiving' | 'close'>;

function refusingQueue(): Queue {
  const refuse = (): Promise<never> =>
    Promise.reject(new CodedError('store-read-only', 'the event store is open for reading only'));
  return {
    append: refuse,
    appendAtomically: refuse,
    receive: refuse,
    endReceiving: refuse,
    close: () => Promise.resolve(),
  };
}

class SqliteEventStore implements AtomicEventStore, ClearReadingEventStore, CountingEventStore, HistoryStore {
  readonly storeId: string;
  private readonly reader: EventReader;
  private readonly history: HistoryReader;
  private readonly subscriptions = new Set<Subscription>();
  private closing: Promise<void> | undefined;

  constructor(
    database: Database,
    upcasters: Upcasters,
    private readonly newEvents: NewEventsSignal,
    private readonly queue: Queue,
    private readonly release: () => void,
  ) {
    this.storeId = storeIdOf(database);
    this.reader = new EventReader(database, upcasters);
    this.history = new HistoryReader(database);
  }

  append(batch: StreamBatch): Promise<Appended> {
    return this.queue.append(batch);
  }

  appendAtomically(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended> {
    return this.queue.appendAtomically(batches);
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.reader.readStream(stream, options);
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return this.reader.readAll(options);
  }

  async readAllClear(options: ReadAllOptions): Promise<readonly ClearEvent[]> {
    return this.reader.readAllClear(options);
  }

  subscribe(options: SubscribeOptions, handler: EventsHandler): Subscription {
    const subscription = new PagedSubscription(this.reader, options, handler, this.newEvents);
    const listed: Subscription = {
      stop: () => {
        this.subscriptions.delete(listed);
        return subscription.stop();
      },
    };
    this.subscriptions.add(listed);
    return listed;
  }

  async head(): Promise<Head | null> {
    return this.reader.head();
  }

  async countAfter(position: Position, types?: readonly string[]): Promise<number> {
    return this.reader.countAfter(position, types);
  }

  async headAt(instant: Instant): Promise<Head | null> {
    return this.reader.headAt(instant);
  }

  async historyHead(): Promise<ChainPoint> {
    return this.history.head();
  }

  async readHistory(after: ChainPoint, maxCount: number): Promise<readonly ChainedEvent[]> {
    return this.history.read(after, maxCount);
  }

  receive(events: readonly ChainedEvent[]): Promise<ChainPoint> {
    return this.queue.receive(events);
  }

  async isReceiving(): Promise<boolean> {
    return this.history.isReceiving();
  }

  endReceiving(): Promise<void> {
    return this.queue.endReceiving();
  }

  /** Stops the subscriptions, writes the accepted appends, then closes the files and releases the lock. */
  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.queue.close();
    this.release();
  }
}
