import type { Database, Statement } from 'better-sqlite3';
import { CodedError, type Clock, type Instant } from '#kernel';
import { CHAIN_START, chainDigest } from '../chain';
import { WrongRevision } from '../errors';
import type { Appended, ExpectedRevision, StreamBatch } from '../port';
import { encodeEvent, uuidBytes, type EncodedEvent } from './codec';
import { positionOf } from './position';
import { RevisionCache } from './revisions';

const NO_STREAM = -1;

interface ChainHead {
  readonly position: number;
  readonly digest: string;
  readonly recordedAt: Instant;
}

interface StoredId {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** Writes batches inside one transaction at a time. It knows the head of the chain and the revisions used lately. */
export class EventWriter {
  private readonly revisions = new RevisionCache();
  private readonly statements: ReturnType<typeof prepare>;
  private head: ChainHead | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.statements = prepare(database);
  }

  begin(): void {
    this.statements.begin.run();
    this.head ??= this.storedHead();
  }

  commit(): void {
    this.statements.commit.run();
  }

  /** Undoes the transaction and forgets what was known from it. */
  rollback(): void {
    this.head = undefined;
    this.revisions.clear();
    if (this.database.inTransaction) this.statements.rollback.run();
  }

  /**
   * Writes one batch, or nothing of it: a CodedError leaves the transaction as it was, and the others in it unharmed.
   * @throws WrongRevision, CodedError `empty-batch`, `event-not-storable`, `event-id-conflict`
   */
  write(batch: StreamBatch): Appended {
    const before = this.head!;
    const recordedAt = later(this.clock.now(), before.recordedAt);
    const events = batch.events.map((event) => encodeEvent(event, recordedAt));
    if (events.length === 0) throw new CodedError('empty-batch', `no events for stream ${batch.stream}`);
    const last = this.revisionToCheck(batch);
    if (!isExpected(batch.expected, last)) return this.alreadyStored(batch);
    for (const [index, event] of events.entries()) {
      if (this.insert(batch.stream, last + 1 + index, event, recordedAt)) continue;
      this.undoTo(before);
      return this.alreadyStored(batch);
    }
    const revision = last + events.length;
    this.revisions.set(batch.stream, revision);
    return { revision, position: positionOf(this.head!.position), repeated: false };
  }

  /** A stream that must not exist is not looked for: the insert of its first revision finds out. */
  private revisionToCheck(batch: StreamBatch): number {
    if (batch.expected === 'none') return this.revisions.get(batch.stream) ?? NO_STREAM;
    return this.lastRevision(batch.stream);
  }

  private lastRevision(stream: string): number {
    const known = this.revisions.get(stream);
    if (known !== undefined) return known;
    const stored = this.statements.lastRevision.get(stream);
    if (stored === undefined) return NO_STREAM;
    this.revisions.set(stream, stored);
    return stored;
  }

  /** False where the id or the revision exists already: nothing is then written. */
  private insert(stream: string, revision: number, event: EncodedEvent, recordedAt: Instant): boolean {
    const position = this.head!.position + 1;
    const { id, key, type, schemaVersion, metadata, people, data } = event;
    const digest = chainDigest(this.head!.digest, {
      stream,
      revision,
      id,
      type,
      schemaVersion,
      data,
      people,
      metadata,
    });
    const row = [
      position,
      stream,
      revision,
      type,
      schemaVersion,
      key,
      Buffer.from(digest, 'hex'),
      metadata,
      people,
      data,
    ];
    if (this.statements.insert.run(row).changes === 0) return false;
    this.head = { position, digest, recordedAt };
    return true;
  }

  private undoTo(before: ChainHead): void {
    if (this.head!.position > before.position) this.statements.removeAfter.run(before.position);
    this.head = before;
  }

  /** The batch could not be inserted as it is: it is stored already, or it conflicts with what is. */
  private alreadyStored(batch: StreamBatch): Appended {
    const stored = batch.events.map((event) => this.statements.findId.get(uuidBytes(event.id)));
    if (stored.every((found) => found?.stream === batch.stream)) {
      const { revision, position } = stored[stored.length - 1]!;
      return { revision, position: positionOf(position), repeated: true };
    }
    const last = this.lastRevision(batch.stream);
    if (stored.every((found) => found === undefined) && !isExpected(batch.expected, last)) {
      throw new WrongRevision(batch.stream, batch.expected, last);
    }
    throw new CodedError('event-id-conflict', `an event id of this batch is used elsewhere or twice: ${batch.stream}`, {
      stream: batch.stream,
    });
  }

  private storedHead(): ChainHead {
    return this.statements.head.get() ?? { position: 0, digest: CHAIN_START, recordedAt: '' as Instant };
  }
}

function prepare(database: Database) {
  const insert = `INSERT INTO events (position, stream, revision, type, schema_version, id, digest, metadata, people, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
  const head = `SELECT position, lower(hex(digest)) AS digest, metadata ->> '$.recordedAt' AS recordedAt FROM events ORDER BY position DESC LIMIT 1`;
  const lastRevision = 'SELECT revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1';
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    insert: database.prepare(insert),
    removeAfter: database.prepare('DELETE FROM events WHERE position > ?'),
    head: database.prepare(head) as Statement<[], ChainHead>,
    lastRevision: database.prepare(lastRevision).pluck() as Statement<[string], number>,
    findId: database.prepare('SELECT stream, revision, position FROM events WHERE id = ?') as Statement<
      [Buffer],
      StoredId
    >,
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
