import type { Clock, Instant } from '#kernel';
import type { Database, Statement } from 'better-sqlite3';
import { encodeBatch, type EncodedEvent } from '../codec';
import { historyBroken, historyDiffers, historyIncomplete, WrongRevision } from '../errors';
import { breachBetween, CHAIN_START, chainDigest, laterOf, type ChainedEvent, type ChainPoint } from '../history';
import { namesRevision, type Appended, type ExpectedRevision, type StreamBatch } from '../port';
import { LATEST_TIME } from './late-times';
import { positionOf } from './position';
import { ReceivingMark } from './receiving-mark';
import { Repeats } from './repeats';
import { RevisionCache, StreamIndex } from './stream-index';
import { StretchWriter } from './stretches';

const NO_STREAM = -1;

/**
 * The last event written, and the latest recorded time. One object is changed in place, because a new object for each
 * event would be garbage.
 */
interface ChainHead {
  position: number;
  digest: string;
  recordedAt: Instant;
}

const EMPTY: Readonly<ChainHead> = { position: 0, digest: CHAIN_START, recordedAt: '' as Instant };

/** Writes batches, in one transaction at a time. It keeps the head of the chain and the revisions of recently used streams. */
export class EventWriter {
  private readonly revisions = new RevisionCache();
  private readonly statements: ReturnType<typeof prepare>;
  private readonly repeats: Repeats;
  private readonly stretches: StretchWriter;
  private readonly streams: StreamIndex;
  private readonly mark: ReceivingMark;
  private isReceiving: boolean;
  private head: ChainHead | undefined;
  /** The recorded time of all events that the transaction appends. */
  private time = '' as Instant;
  /** The values of the next row, in the order of the insert. */
  private readonly row: (string | number | null)[] = new Array<null>(10).fill(null);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.statements = prepare(database);
    this.streams = new StreamIndex(database);
    this.repeats = new Repeats(database, this.streams);
    this.stretches = new StretchWriter(database);
    this.mark = new ReceivingMark(database);
    this.isReceiving = this.mark.isSet();
  }

  /** Begins a transaction. All its events get the same recorded time, so that no instant shows only a part of it. */
  begin(): void {
    this.statements.begin.run();
    const { position, digest, recordedAt } = this.head ?? this.statements.head.get() ?? EMPTY;
    this.head = { position, digest, recordedAt };
    this.time = laterOf(this.clock.now(), recordedAt);
    this.streams.follow(position);
  }

  commit(): void {
    this.statements.commit.run();
  }

  /** Undoes the transaction and forgets all that was kept from it. */
  rollback(): void {
    this.head = undefined;
    this.revisions.clear();
    this.streams.forget();
    if (this.database.inTransaction) this.statements.rollback.run();
    this.isReceiving = this.mark.isSet();
  }

  /**
   * Writes one whole batch or nothing. A CodedError leaves the transaction and its other batches unchanged.
   * @throws WrongRevision, CodedError `empty-batch`, `event-not-storable`, `event-id-conflict`, `history-incomplete`
   */
  write(batch: StreamBatch): Appended {
    if (this.isReceiving) throw historyIncomplete();
    const { stream, expected } = batch;
    const events = encodeBatch(batch, this.time);
    const last = this.lastRevision(stream);
    if (!isExpected(expected, last)) return this.repeatOrRefuse(batch);
    const repeated = namesRevision(expected) || last === NO_STREAM ? undefined : this.repeats.anywhere(batch);
    if (repeated) return repeated;
    let revision = last;
    for (const event of events) this.insert(stream, (revision += 1), event);
    this.head!.recordedAt = this.time;
    // Imports create hundreds of thousands of streams and rarely append to them again. The index finds a new stream if
    // it goes on.
    if (expected !== 'none') this.revisions.set(stream, revision);
    return { revision, position: positionOf(this.head!.position), repeated: false };
  }

  /**
   * Writes an event of another store with its own id and time. Skips it where this store holds it already. Where it
   * throws, the caller must undo the transaction.
   * @throws CodedError `history-differs`, `history-broken`
   */
  receive(event: ChainedEvent): void {
    const head = this.head!;
    const { ordinal, stream, revision, recordedAt } = event;
    if (ordinal <= head.position) {
      if (this.statements.digest.get(ordinal) !== event.digest) throw historyDiffers(ordinal);
      return;
    }
    const breach = breachBetween(this.point(), event);
    if (breach) throw historyBroken(ordinal, breach);
    if (revision !== this.lastRevision(stream) + 1) throw historyBroken(ordinal, 'revision');
    if (!this.isReceiving) this.mark.set();
    this.isReceiving = true;
    this.insert(stream, revision, event);
    if (recordedAt < head.recordedAt) this.statements.late.run(ordinal, head.recordedAt);
    else head.recordedAt = recordedAt;
    this.revisions.set(stream, revision);
  }

  endReceiving(): void {
    this.mark.lift();
    this.isReceiving = false;
  }

  /** The end of the history, with the events of the transaction. */
  point(): ChainPoint {
    const { position, digest, recordedAt } = this.head!;
    return { ordinal: position, position: positionOf(position), digest, recordedAt };
  }

  private lastRevision(stream: string): number {
    const known = this.revisions.get(stream);
    if (known !== undefined) return known;
    return this.streams.lastRevision(stream) ?? NO_STREAM;
  }

  private insert(stream: string, revision: number, event: EncodedEvent): void {
    const head = this.head!;
    const { row } = this;
    const { id, type, schemaVersion, metadata, people, data } = event;
    const digest = chainDigest(head.digest, { stream, revision, id, type, schemaVersion, data, people, metadata });
    row[0] = head.position + 1;
    row[1] = stream;
    row[2] = revision;
    row[3] = type;
    row[4] = schemaVersion;
    row[5] = id;
    row[6] = digest;
    row[7] = metadata;
    row[8] = people;
    row[9] = data;
    this.statements.insert.run(row);
    head.position += 1;
    head.digest = digest;
    this.streams.wrote(stream, revision, head.position);
    this.stretches.wrote(head.position);
  }

  /** The stream is not at the expected revision: either it holds the batch already, or the batch is refused. */
  private repeatOrRefuse(batch: StreamBatch): Appended {
    const { stream, expected } = batch;
    const repeated = namesRevision(expected) && this.repeats.from(expected === 'none' ? 0 : expected + 1, batch);
    if (repeated) return repeated;
    throw new WrongRevision(stream, expected, this.lastRevision(stream));
  }
}

function prepare(database: Database) {
  const insert = `INSERT INTO events (position, stream, revision, type, schema_version, id, digest, metadata, people, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const head = `SELECT position, digest, ${LATEST_TIME} AS recordedAt FROM events ORDER BY position DESC LIMIT 1`;
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    insert: database.prepare(insert),
    head: database.prepare(head) as Statement<[], ChainHead>,
    late: database.prepare<[number, Instant]>('INSERT INTO late_times (position, recorded_at) VALUES (?, ?)'),
    digest: database.prepare<[number], string>('SELECT digest FROM events WHERE position = ?').pluck(),
  };
}

function isExpected(expected: ExpectedRevision, last: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return last === NO_STREAM;
  if (expected === 'exists') return last !== NO_STREAM;
  return last === expected;
}
