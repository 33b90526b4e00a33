import type { Instant } from '#kernel';
import { hash } from 'node:crypto';
import { START, type Position } from './event';
import type { EventStore } from './port';

/** All the fields of an event that the chain protects, as the texts that the store keeps. */
export interface ChainFields {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly people: string | null;
  readonly metadata: string;
}

/** Takes the place of the previous digest for the first event. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The digest of an event: SHA-256 over the digest of the previous event (in the order of all events), then the event's
 * own fields. Every text is preceded by its length, so that moving text from one field to the next changes the digest.
 * @returns 64 hexadecimal digits
 */
export function chainDigest(previous: string, fields: ChainFields): string {
  const { stream, revision, id, type, schemaVersion, data, people, metadata } = fields;
  const sealed = people === null ? '-' : sized(people);
  return hash(
    'sha256',
    `${previous}${sized(stream)}${revision};${id}${sized(type)}${schemaVersion};${sized(data)}${sealed}${sized(metadata)}`,
  );
}

function sized(text: string): string {
  return `${text.length}:${text}`;
}

/** The state of a history's chain after one of its events. */
export interface ChainPoint {
  /**
   * The number of events up to and including this one. Events that a store writes for its own needs are not counted.
   */
  readonly ordinal: number;
  readonly position: Position;
  readonly digest: string;
  /** The latest recorded time among all events up to this one: where several processes write, times go back a little. */
  readonly recordedAt: Instant;
}

/** The point before the first event of any history. */
export const HISTORY_START: ChainPoint = {
  ordinal: 0,
  position: START,
  digest: CHAIN_START,
  recordedAt: '' as Instant,
};

/** An event as it is stored, not upcast: the texts that its digest covers, and its place in the chain. */
export interface ChainedEvent extends ChainFields {
  /** See `ChainPoint`. */
  readonly ordinal: number;
  readonly position: Position;
  readonly digest: string;
  /** The event's own recorded time, from its metadata. */
  readonly recordedAt: Instant;
}

/** The names of the values in a chained metadata text, in their order. */
export const METADATA_FIELDS = [
  'recordedAt',
  'effectiveDay',
  'actor',
  'role',
  'correlationId',
  'causationId',
  'rowDigest',
] as const;

/**
 * A store whose history can be copied to another store, or received from another store, with its ids, its times and its
 * chain.
 */
export interface HistoryStore extends EventStore {
  /** The end of the history; `HISTORY_START` where there is no event. */
  historyHead(): Promise<ChainPoint>;
  /**
   * The events that follow the point, which must be a point of this store. The digests are those that the store holds:
   * the caller must check them.
   */
  readHistory(after: ChainPoint, maxCount: number): Promise<readonly ChainedEvent[]>;
  /**
   * Writes events of another store after the events of this store, unchanged and in their order. Events that this store
   * holds already are skipped. Positions are not kept. From then on the store refuses appends until `endReceiving`.
   * @returns the head
   * @throws CodedError `history-differs` where this store holds a different event at the same ordinal, `history-broken`
   * where an event does not follow
   */
  receive(events: readonly ChainedEvent[]): Promise<ChainPoint>;
  /** Whether a history has begun to arrive and `endReceiving` has not been called yet. */
  isReceiving(): Promise<boolean>;
  /** The caller calls this once the whole history has arrived and was checked. */
  endReceiving(): Promise<void>;
}

export function isHistoryStore(store: EventStore): store is HistoryStore {
  return 'readHistory' in store;
}

/** Why an event cannot be the next one of a history. */
export type Breach = 'ordinal' | 'digest';

/** Undefined where the event follows the point: it has the next ordinal, and its digest covers the previous digest. */
export function breachBetween(before: ChainPoint, event: ChainedEvent): Breach | undefined {
  if (event.ordinal !== before.ordinal + 1) return 'ordinal';
  return event.digest === chainDigest(before.digest, event) ? undefined : 'digest';
}

/** The point after one more event. */
export function pointAfter(before: ChainPoint, { ordinal, position, digest, recordedAt }: ChainedEvent): ChainPoint {
  return { ordinal, position, digest, recordedAt: laterOf(before.recordedAt, recordedAt) };
}

export function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
