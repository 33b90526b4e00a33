import type { Database, Statement } from 'better-sqlite3';
import type { Clock, Instant } from '#kernel';
import { CHAIN_START, chainDigest } from '../chain';
import { encodeBatch, type EncodedEvent } from '../codec';
import { WrongRevision } from '../errors';
import { namesRevision, type Appended, type ExpectedRevision, type StreamBatch } from '../port';
import { positionOf } from './position';
import { Repeats } from './repeats';
import { RevisionCache } from './revisions';
import { StreamIndex } from './stream-index';
import { StretchWriter } from './stretches';

const NO_STREAM = -1;

/** The last event written. One object, kept up to date: an object an event would be as much garbage. */
interface ChainHead {
  position: number;
  digest: string;
  recordedAt: Instant;
}

const EMPTY: Readonly<ChainHead> = { position: 0, digest: CHAIN_START, recordedAt: '' as Instant };

/** Writes batches inside one transaction at a time. It knows the head of the chain and the revisions used lately. */
export class EventWriter {
  private readonly revisions = new RevisionCache();
  private readonly statements: ReturnType<typeof prepare>;
  private readonly repeats: Repeats;
  private readonly stretches: StretchWriter;
  private readonly streams: StreamIndex;
  private head: ChainHead | undefined;
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
  }

  /** What one transaction writes has one recorded time, so that no instant shows a part of it. */
  begin(): void {
    this.statements.begin.run();
    const { position, digest, recordedAt } = this.head ?? this.statements.head.get() ?? EMPTY;
    this.head = { position, digest, recordedAt: later(this.clock.now(), recordedAt) };
    this.streams.follow(position);
  }

  commit(): void {
    this.statements.commit.run();
  }

  /** Undoes the transaction and forgets what was known from it. */
  rollback(): void {
    this.head = undefined;
    this.revisions.clear();
    this.streams.forget();
    if (this.database.inTransaction) this.statements.rollback.run();
  }

  /**
   * Writes one batch, or nothing of it: a CodedError leaves the transaction as it was, and the others in it unharmed.
   * @throws WrongRevision, CodedError `empty-batch`, `event-not-storable`, `event-id-conflict`
   */
  write(batch: StreamBatch): Appended {
    const { stream, expected } = batch;
    const events = encodeBatch(batch, this.head!.recordedAt);
    const last = this.lastRevision(stream);
    if (!isExpected(expected, last)) return this.repeatOrRefuse(batch);
    const repeated = namesRevision(expected) || last === NO_STREAM ? undefined : this.repeats.anywhere(batch);
    if (repeated) return repeated;
    let revision = last;
    for (const event of events) this.insert(stream, (revision += 1), event);
    // Imports begin streams by the hundred thousand and rarely come back: a new one is found by the index if it goes on.
    if (expected !== 'none') this.revisions.set(stream, revision);
    return { revision, position: positionOf(this.head!.position), repeated: false };
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

  /** The stream is not where the batch expects it: the batch is there already, or it is refused. */
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
  const head = `SELECT position, digest, metadata ->> '$[0]' AS recordedAt FROM events ORDER BY position DESC LIMIT 1`;
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    insert: database.prepare(insert),
    head: database.prepare(head) as Statement<[], ChainHead>,
  };
}

function isExpected(expected: ExpectedRevision, last: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return last === NO_STREAM;
  if (expected === 'exists') return last !== NO_STREAM;
  return last === expected;
}

/** The clock may go backwards; recorded times do not. */
function later(now: Instant, recorded: Instant): Instant {
  return now > recorded ? now : recorded;
}
