import type { Database, Statement } from 'better-sqlite3';
import { firstOf, lastOf, openStretch, stretchOf } from './stretches';

/**
 * The positions of the events of each stream. The rows of a stretch are added together, in the transaction that writes
 * its last event. An index that is updated with every event would change a second page at every commit, which must be
 * written and waited for.
 */
export const STREAM_INDEX_SCHEMA = `
  CREATE TABLE stream_index (
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
`;

/** The events of one stream in the open stretch. `first` is the revision of the first of them; the others follow it. */
interface TailOfStream {
  readonly first: number;
  readonly positions: number[];
}

interface TailRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
}

/** The part of a stream to find; revisions are inclusive. */
export interface StreamPart {
  readonly stream: string;
  readonly direction: 'forward' | 'backward';
  readonly from: number;
  readonly maxCount: number;
}

/**
 * Finds the events of a stream: in the table for the whole stretches, then in the open stretch (the tail). The tail is
 * kept in memory, and is read from the events when it is out of date.
 */
export class StreamIndex {
  private readonly statements: ReturnType<typeof prepare>;
  private tail = new Map<string, TailOfStream>();
  /** The stretch of the tail, and the last position in it. */
  private open = 0;
  private last = 0;

  constructor(database: Database) {
    this.statements = prepare(database);
  }

  /** Updates the tail up to the last position that the reader needs. */
  follow(last: number): void {
    if (last <= this.last) return;
    if (openStretch(last) !== this.open) this.begin(openStretch(last));
    const from = Math.max(this.last + 1, firstOf(this.open));
    for (const { position, stream, revision } of this.statements.tail.all(from, last))
      this.add(stream, revision, position);
    this.last = last;
  }

  /**
   * The writer calls this after each event, in the same transaction. The last event of a stretch adds the stretch to
   * the table.
   */
  wrote(stream: string, revision: number, position: number): void {
    this.add(stream, revision, position);
    this.last = position;
    const stretch = stretchOf(position);
    if (position !== lastOf(stretch)) return;
    this.statements.fill.run(firstOf(stretch), position);
    this.begin(stretch + 1);
  }

  /** Forgets the tail: it may hold events of a transaction that was undone. */
  forget(): void {
    this.begin(0);
    this.last = 0;
  }

  lastRevision(stream: string): number | undefined {
    const tail = this.tail.get(stream);
    return tail ? tail.first + tail.positions.length - 1 : this.statements.lastRevision.get(stream);
  }

  /** The positions of that part of the stream, in its direction. */
  positions(part: StreamPart): number[] {
    return part.direction === 'forward' ? this.forward(part) : this.backward(part);
  }

  private forward({ stream, from, maxCount }: StreamPart): number[] {
    const tail = this.tail.get(stream);
    const indexed =
      tail && tail.first <= from ? [] : this.statements.forward.all(stream, from, firstOf(this.open), maxCount);
    if (!tail || indexed.length === maxCount) return indexed;
    const start = Math.max(0, from - tail.first);
    return indexed.concat(tail.positions.slice(start, start + maxCount - indexed.length));
  }

  private backward({ stream, from, maxCount }: StreamPart): number[] {
    const tail = this.tail.get(stream);
    const end = tail ? Math.min(tail.positions.length, Math.max(0, from - tail.first + 1)) : 0;
    const found = tail ? tail.positions.slice(Math.max(0, end - maxCount), end).reverse() : [];
    if (found.length === maxCount) return found;
    return found.concat(this.statements.backward.all(stream, from, firstOf(this.open), maxCount - found.length));
  }

  private add(stream: string, revision: number, position: number): void {
    const tail = this.tail.get(stream);
    if (tail) tail.positions.push(position);
    else this.tail.set(stream, { first: revision, positions: [position] });
  }

  private begin(stretch: number): void {
    this.open = stretch;
    if (this.tail.size > 0) this.tail = new Map();
  }
}

function prepare(database: Database) {
  const indexed = 'SELECT position FROM stream_index WHERE stream = ?';
  const plucked = <Params extends unknown[]>(sql: string): Statement<Params, number> =>
    database.prepare<Params, number>(sql).pluck();
  return {
    tail: database.prepare<[number, number], TailRow>(
      'SELECT position, stream, revision FROM events WHERE position BETWEEN ? AND ? ORDER BY position',
    ),
    fill: database.prepare<[number, number]>(
      `INSERT INTO stream_index SELECT stream, revision, position FROM events
        WHERE position BETWEEN ? AND ? ORDER BY stream, revision`,
    ),
    lastRevision: plucked<[string]>(
      'SELECT revision FROM stream_index WHERE stream = ? ORDER BY revision DESC LIMIT 1',
    ),
    forward: plucked<[string, number, number, number]>(
      `${indexed} AND revision >= ? AND position < ? ORDER BY revision LIMIT ?`,
    ),
    backward: plucked<[string, number, number, number]>(
      `${indexed} AND revision <= ? AND position < ? ORDER BY revision DESC LIMIT ?`,
    ),
  };
}

/**
 * The last revisions of the recently used streams. Two generations bound its size: when the young generation is full it
 * becomes the old one, and the former old generation is dropped.
 */
export class RevisionCache {
  private young = new Map<string, number>();
  private old = new Map<string, number>();

  constructor(private readonly generationSize = 20_000) {}

  get(stream: string): number | undefined {
    return this.young.get(stream) ?? this.old.get(stream);
  }

  set(stream: string, revision: number): void {
    if (this.young.size >= this.generationSize && !this.young.has(stream)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(stream, revision);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
