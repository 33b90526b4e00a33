import type { Database, Statement } from 'better-sqlite3';
import { idConflict } from '../errors';
import type { Appended, StreamBatch } from '../port';
import { positionOf } from './position';
import type { StreamIndex } from './stream-index';

interface StoredId {
  readonly id: string;
  readonly revision: number;
  readonly position: number;
}

/** Recognises a batch that is stored already. It compares ids only inside the batch's own stream. */
export class Repeats {
  private readonly stored: Statement<[string], StoredId>;

  constructor(
    database: Database,
    private readonly streams: StreamIndex,
  ) {
    this.stored = database.prepare(
      'SELECT id, revision, position FROM events WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position',
    );
  }

  /** The answer to the first append of this batch, where the events from this revision on carry its ids; else undefined. */
  from(revision: number, { stream, events }: StreamBatch): Appended | undefined {
    const stored = this.idsFrom(revision, stream, events.length);
    return sameIds(stored, events) ? answerOf(stored) : undefined;
  }

  /**
   * The same for a batch that names no revision: its ids are searched in the whole stream, so such streams should stay
   * short.
   * @throws CodedError `event-id-conflict` where the stream holds only some of the ids, or not next to each other
   */
  anywhere({ stream, events }: StreamBatch): Appended | undefined {
    const asked = new Set<string>(events.map(({ id }) => id));
    const stored = this.idsFrom(0, stream, Number.MAX_SAFE_INTEGER).filter(({ id }) => asked.has(id));
    if (stored.length === 0) return undefined;
    if (sameIds(stored, events) && areNeighbours(stored)) return answerOf(stored);
    throw idConflict(stream);
  }

  private idsFrom(from: number, stream: string, maxCount: number): StoredId[] {
    const positions = this.streams.positions({ stream, direction: 'forward', from, maxCount });
    return this.stored.all(JSON.stringify(positions));
  }
}

function sameIds(stored: readonly StoredId[], events: StreamBatch['events']): boolean {
  return stored.length === events.length && stored.every(({ id }, index) => id === events[index]!.id);
}

function areNeighbours(stored: readonly StoredId[]): boolean {
  return stored.every(({ revision }, index) => revision === stored[0]!.revision + index);
}

function answerOf(stored: readonly StoredId[]): Appended {
  const { revision, position } = stored[stored.length - 1]!;
  return { revision, position: positionOf(position), repeated: true };
}
