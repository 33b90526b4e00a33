import { CodedError, newUuid, type Clock, type Instant } from '#kernel';
import { historyIncomplete, storeClosed } from '../errors';
import type { RecordedEvent } from '../event';
import type { ChainedEvent, ChainPoint, HistoryStore } from '../history';
import type {
  Appended,
  DeletingEventStore,
  EventsHandler,
  Head,
  ReadAllOptions,
  ReadStreamOptions,
  StreamBatch,
  SubscribeOptions,
  Subscription,
} from '../port';
import { isStagingStream } from '../staging';
import type { Upcasters } from '../upcasters';
import { Appender } from './appender';
import { refuseReserved, STORE_STREAM } from './bookkeeping';
import { Calls, TIMEOUTS, type Timeouts } from './calls';
import { ChainLinks } from './chain-links';
import { Connection, hostOf } from './connection';
import { Heads } from './heads';
import { HistoryReader } from './history-reader';
import { LogReader } from './reader';
import { Receiver } from './receiver';
import { ReceivingMark } from './receiving-mark';
import { RecordedTimes } from './recorded-times';
import { FollowingSubscription, type Source } from './subscription';

export interface EventStoreDbOptions {
  /** `esdb://…` or `esdb+discover://…`: one server, or a cluster. The database must hold nothing but this store. */
  readonly url: string;
  readonly clock: Clock;
  /** The upcasters of events of older versions. */
  readonly upcasters: Upcasters;
  readonly timeouts?: Partial<Timeouts>;
}

/** The number of events read from the end of the log to learn the last recorded time. */
const LOOKED_AT_OPENING = 100;

/**
 * The event store of the servers mode, on EventStoreDB 23.10 or later.
 * @throws CodedError `store-url-invalid`, `store-unreachable`, `store-access-denied`
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStoreDb> {
  const { url, clock, upcasters } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const host = hostOf(url);
  const connection = new Connection(url, timeouts.callTimeout);
  const calls = new Calls(host, timeouts);
  try {
    const times = new RecordedTimes(clock);
    const log = new LogReader(connection, calls, times, timeouts);
    const links = new ChainLinks(connection, calls);
    const storeId = await storeIdOf(connection, calls);
    times.saw((await links.last())?.recordedAt ?? ('' as Instant));
    await log.newest(LOOKED_AT_OPENING);
    const mark = new ReceivingMark(connection, calls);
    await mark.isSet();
    const history = new HistoryReader(log, links);
    const receiver = new Receiver({ connection, calls, log, links, times, history, mark });
    const appender = new Appender(connection, calls, log, times);
    const parts = { connection, calls, log, links, appender, history, mark, receiver, upcasters, timeouts, host };
    return new EventStoreDb(storeId, parts);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

interface Parts {
  readonly connection: Connection;
  readonly calls: Calls;
  readonly log: LogReader;
  readonly links: ChainLinks;
  readonly appender: Appender;
  readonly history: HistoryReader;
  readonly mark: ReceivingMark;
  readonly receiver: Receiver;
  readonly upcasters: Upcasters;
  readonly timeouts: Timeouts;
  readonly host: string;
}

/** Implements the port. `log` and `links` serve the chain: they return events as they were written. */
export class EventStoreDb implements DeletingEventStore, HistoryStore {
  readonly log: LogReader;
  readonly links: ChainLinks;
  private readonly heads: Heads;
  private readonly source: Source;
  private readonly subscriptions = new Set<Subscription>();
  private readonly appending = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  constructor(
    readonly storeId: string,
    private readonly parts: Parts,
  ) {
    const { connection, timeouts, host, log, links } = parts;
    this.log = log;
    this.links = links;
    this.heads = new Heads(log, links);
    const decode: Source['decode'] = (records) => this.upcast(records.flatMap((record) => log.visible(record)));
    this.source = { connection, timeouts, host, decode };
  }

  append(batch: StreamBatch): Promise<Appended> {
    if (this.parts.mark.isKnown) return Promise.reject(historyIncomplete());
    return this.writing(() => this.parts.appender.append(batch));
  }

  async readStream(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    refuseReserved(stream);
    return this.upcast(await this.log.stream(stream, options));
  }

  async readAll(options: ReadAllOptions): Promise<readonly RecordedEvent[]> {
    return this.upcast(await this.log.all(options));
  }

  subscribe(options: SubscribeOptions, handler: EventsHandler): Subscription {
    if (this.closing) throw storeClosed();
    const subscription = new FollowingSubscription(this.source, options, handler);
    const listed: Subscription = {
      stop: () => {
        this.subscriptions.delete(listed);
        return subscription.stop();
      },
    };
    this.subscriptions.add(listed);
    return listed;
  }

  head(): Promise<Head | null> {
    return this.heads.newest();
  }

  headAt(instant: Instant): Promise<Head | null> {
    return this.heads.at(instant);
  }

  async deleteStream(stream: string): Promise<void> {
    if (!isStagingStream(stream)) {
      throw new CodedError('stream-not-staging', `stream ${stream} is part of the history`, { stream });
    }
    const { calls, connection, appender } = this.parts;
    appender.forget(stream);
    await calls.run(() => connection.deleteStream(stream));
  }

  historyHead(): Promise<ChainPoint> {
    return this.parts.history.head();
  }

  readHistory(after: ChainPoint, maxCount: number): Promise<readonly ChainedEvent[]> {
    return this.parts.history.read(after, maxCount);
  }

  /** No other process may have the store open: it would not learn that a history arrives. */
  receive(events: readonly ChainedEvent[]): Promise<ChainPoint> {
    return this.writing(() => this.parts.receiver.receive(events));
  }

  isReceiving(): Promise<boolean> {
    return this.parts.mark.isSet();
  }

  endReceiving(): Promise<void> {
    return this.writing(() => this.parts.receiver.end());
  }

  /**
   * Stops the subscriptions, waits for the running appends without retrying failed ones, then closes the connection.
   */
  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    this.parts.calls.hurry();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await Promise.allSettled(this.appending);
    this.parts.calls.close();
    await this.parts.connection.close();
  }

  private writing<Result>(write: () => Promise<Result>): Promise<Result> {
    if (this.closing) return Promise.reject(storeClosed());
    const writing = write().finally(() => this.appending.delete(writing));
    this.appending.add(writing);
    return writing;
  }

  private upcast(events: readonly RecordedEvent[]): RecordedEvent[] {
    return events.map((event) => this.parts.upcasters.upcast(event));
  }
}

/** The id of the store. The first process that opens the store writes it. */
async function storeIdOf(connection: Connection, calls: Calls): Promise<string> {
  const created = { id: newUuid(), type: 'StoreCreated', data: { storeId: newUuid() }, metadata: {} };
  const first = () => connection.readStream(STORE_STREAM, { direction: 'forward', maxCount: 1 });
  let [record] = (await calls.run(first)).records;
  if (!record) {
    await calls.run(() => connection.append(STORE_STREAM, 'none', [created]));
    [record] = (await calls.run(first)).records;
  }
  return (record!.data as { storeId: string }).storeId;
}
