import type { Database, Statement } from 'better-sqlite3';
import type { Instant } from '#kernel';
import type { Position, RecordedEvent } from '../event';
import type { Head, ReadAllOptions, ReadStreamOptions } from '../port';
import type { Upcasters } from '../upcasters';
import { AllReader } from './all-reader';
import { decodeValues, EVENT_COLUMNS, type EventValues } from './codec';
import { LATEST_TIME } from './late-times';
import { positionOf, rowOf } from './position';
import { StreamIndex } from './stream-index';
import { StretchReader } from './stretches';

interface HeadRow {
  readonly position: number;
  readonly recordedAt: Instant;
}

/** Every read, on a connection that sees only what is committed. Whole pages, never a cursor left open: it would stop writes. */
export class EventReader {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly forward: AllReader;
  private readonly backward: AllReader;
  private readonly stretches: StretchReader;
  private readonly streams: StreamIndex;

  constructor(
    database: Database,
    private readonly upcasters: Upcasters,
  ) {
    this.statements = prepare(database);
    this.forward = new AllReader(database, 'forward');
    this.backward = new AllReader(database, 'backward');
    this.stretches = new StretchReader(database);
    this.streams = new StreamIndex(database);
  }

  readStream(stream: string, { direction = 'forward', from, maxCount }: ReadStreamOptions): readonly RecordedEvent[] {
    this.streams.follow(this.lastPosition());
    const first = from ?? (direction === 'forward' ? 0 : Number.MAX_SAFE_INTEGER);
    const positions = this.streams.positions({ stream, direction, from: first, maxCount });
    return this.decode(positions.map((position) => this.statements.at.get(position)!));
  }

  readAll({ direction, from, types, maxCount }: ReadAllOptions): readonly RecordedEvent[] {
    const last = this.lastPosition();
    if (direction === 'backward') {
      const before = from === undefined ? last + 1 : rowOf(from);
      return this.decode(this.backward.read({ from: before, last, types, maxCount }));
    }
    return this.decode(this.forward.read({ from: from === undefined ? 0 : rowOf(from), last, types, maxCount }));
  }

  /** 0 where there is no event. */
  lastPosition(): number {
    return this.statements.lastPosition.get() ?? 0;
  }

  /** Positions have no gap: their difference counts. */
  countAfter(position: Position, types?: readonly string[]): number {
    const after = rowOf(position);
    const last = this.lastPosition();
    if (!types) return Math.max(0, last - after);
    return this.stretches.countAfter(JSON.stringify(types), after, last);
  }

  head(): Head | null {
    return headOf(this.statements.headUntil.get(Number.MAX_SAFE_INTEGER));
  }

  /** The latest times never go down along the positions, so the last one at or before the instant is found by halving. */
  headAt(instant: Instant): Head | null {
    let found: HeadRow | undefined;
    let low = 1;
    let high = this.lastPosition();
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const row = this.statements.headUntil.get(middle);
      if (row && row.recordedAt > instant) {
        high = row.position - 1;
      } else {
        found = row ?? found;
        low = middle + 1;
      }
    }
    return headOf(found);
  }

  private decode(rows: readonly EventValues[]): RecordedEvent[] {
    return rows.map((row) => decodeValues(row, this.upcasters));
  }
}

function headOf(row: HeadRow | undefined): Head | null {
  return row ? { position: positionOf(row.position) as Position, recordedAt: row.recordedAt } : null;
}

function prepare(database: Database) {
  const head = `SELECT position, ${LATEST_TIME} AS recordedAt FROM events`;
  return {
    at: database.prepare<[number], EventValues>(`SELECT ${EVENT_COLUMNS} FROM events WHERE position = ?`).raw(),
    lastPosition: database.prepare('SELECT max(position) FROM events').pluck() as Statement<[], number | null>,
    headUntil: database.prepare(`${head} WHERE position <= ? ORDER BY position DESC LIMIT 1`) as Statement<
      [number],
      HeadRow
    >,
  };
}
