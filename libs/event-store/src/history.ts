import type { Instant } from '#kernel';
import { CHAIN_START, chainDigest, type ChainFields } from './chain';
import { START, type Position } from './event';
import type { EventStore } from './port';

/** Where a history stands after one of its events. */
export interface ChainPoint {
  /** How many events there are up to this one, itself included. What a store writes for its own needs is not counted. */
  readonly ordinal: number;
  readonly position: Position;
  readonly digest: string;
  /** The latest recorded time among all events up to this one: where several processes write, times go back a little. */
  readonly recordedAt: Instant;
}

/** Before the first event of any history. */
export const HISTORY_START: ChainPoint = {
  ordinal: 0,
  position: START,
  digest: CHAIN_START,
  recordedAt: '' as Instant,
};

/** An event as it is stored, never upcast: the texts that its digest covers, and its place in the chain. */
export interface ChainedEvent extends ChainFields {
  /** As in `ChainPoint`. */
  readonly ordinal: number;
  readonly position: Position;
  readonly digest: string;
  /** Its own, as its metadata says. */
  readonly recordedAt: Instant;
}

/** What the values of a chained metadata text are, in their order. */
export const METADATA_FIELDS = [
  'recordedAt',
  'effectiveDay',
  'actor',
  'role',
  'correlationId',
  'causationId',
  'rowDigest',
] as const;

/** A store whose history can leave as it is, or arrive from another with its ids, its times and its chain. */
export interface HistoryStore extends EventStore {
  /** Where the history ends; `HISTORY_START` where there is none. */
  historyHead(): Promise<ChainPoint>;
  /** The events that follow the point, which must be one of this store. Their digests are the store's: the reader checks them. */
  readHistory(after: ChainPoint, maxCount: number): Promise<readonly ChainedEvent[]>;
  /**
   * Writes events of another store after those that are here, in their order, as they are; those that are here already are passed
   * over. Their positions are not kept. From then on the store refuses appends, until `endReceiving`.
   * @returns the head
   * @throws CodedError `history-differs` where another event is here in the place of one of them, `history-broken` where one does not follow
   */
  receive(events: readonly ChainedEvent[]): Promise<ChainPoint>;
  /** Whether a history began to arrive and did not end. */
  isReceiving(): Promise<boolean>;
  /** To be called once all has arrived and was checked. */
  endReceiving(): Promise<void>;
}

export function isHistoryStore(store: EventStore): store is HistoryStore {
  return 'readHistory' in store;
}

/** What is wrong with an event that should be the next one. */
export type Breach = 'ordinal' | 'digest';

/** Undefined where the event follows the point: the next ordinal, and a digest that covers the one before. */
export function breachBetween(before: ChainPoint, event: ChainedEvent): Breach | undefined {
  if (event.ordinal !== before.ordinal + 1) return 'ordinal';
  return event.digest === chainDigest(before.digest, event) ? undefined : 'digest';
}

/** Where the history stands after one more event. */
export function pointAfter(before: ChainPoint, { ordinal, position, digest, recordedAt }: ChainedEvent): ChainPoint {
  return { ordinal, position, digest, recordedAt: laterOf(before.recordedAt, recordedAt) };
}

export function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
