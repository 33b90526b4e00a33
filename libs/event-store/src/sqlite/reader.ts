import type { Database, Statement } from 'better-sqlite3';
import type { Instant } from '#kernel';
import type { ClearEvent, Position, RecordedEvent } from '../event';
import type { Head, ReadAllOptions, ReadStreamOptions } from '../port';
import type { Upcasters } from '../upcasters';
import { AllReader } from './all-reader';
import { CLEAR_COLUMNS, decodeClear, decodeValues, EVENT_COLUMNS, type ClearValues, type EventValues } from './codec';
import { LATEST_TIME } from './late-times';
import { positionOf, rowOf } from './position';
import { RecentEvents } from './recent-events';
import { StreamIndex } from './stream-index';
import { StretchReader } from './stretches';

interface HeadRow {
  readonly position: number;
  readonly recordedAt: Instant;
}

/**
 * Does all the reading, on a connection that sees only committed data. It reads whole pages and leaves no cursor open,
 * because an open cursor would keep the log from being emptied.
 */
export class EventReader {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly whole: BothWays<EventValues>;
  private readonly clear: BothWays<ClearValues>;
  private readonly stretches: StretchReader;
  private readonly streams: StreamIndex;
  private readonly recent = new RecentEvents((low, high) => this.decode(this.statements.between.all(low, high)));

  constructor(
    database: Database,
    private readonly upcasters: Upcasters,
  ) {
    this.statements = prepare(database);
    this.whole = bothWays(database, EVENT_COLUMNS);
    this.clear = bothWays(database, CLEAR_COLUMNS);
    this.stretches = new StretchReader(database);
    this.streams = new StreamIndex(database);
  }

  readStream(stream: string, { direction = 'forward', from, maxCount }: ReadStreamOptions): readonly RecordedEvent[] {
    this.streams.follow(this.lastPosition());
    const first = from ?? (direction === 'forward' ? 0 : Number.MAX_SAFE_INTEGER);
    const positions = this.streams.positions({ stream, direction, from: first, maxCount });
    return this.decode(positions.map((position) => this.statements.at.get(position)!));
  }

  readAll(options: ReadAllOptions): readonly RecordedEvent[] {
    return this.readRecent(options) ?? this.decode(this.read(this.whole, options));
  }

  readAllClear(options: ReadAllOptions): readonly ClearEvent[] {
    return this.read(this.clear, options).map((values) => decodeClear(values, this.upcasters));
  }

  /** The position of the last event; 0 where there is no event. */
  lastPosition(): number {
    return this.statements.lastPosition.get() ?? 0;
  }

  /** Positions have no gap, so their difference is the count. */
  countAfter(position: Position, types?: readonly string[]): number {
    const after = rowOf(position);
    const last = this.lastPosition();
    if (!types) return Math.max(0, last - after);
    return this.stretches.countAfter(JSON.stringify(types), after, last);
  }

  head(): Head | null {
    return headOf(this.statements.headUntil.get(Number.MAX_SAFE_INTEGER));
  }

  /** The latest times never go back along the positions, so a binary search finds the last event at or before the instant. */
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

  private readRecent({
    direction = 'forward',
    from,
    types,
    maxCount,
  }: ReadAllOptions): readonly RecordedEvent[] | undefined {
    if (direction === 'backward' || from === undefined) return undefined;
    return this.recent.read({ from: rowOf(from), last: this.lastPosition(), types, maxCount });
  }

  private read<Values>(
    readers: BothWays<Values>,
    { direction = 'forward', from, types, maxCount }: ReadAllOptions,
  ): Values[] {
    const last = this.lastPosition();
    const beginning = direction === 'forward' ? 0 : last + 1;
    return readers[direction].read({ from: from === undefined ? beginning : rowOf(from), last, types, maxCount });
  }

  private decode(rows: readonly EventValues[]): RecordedEvent[] {
    return rows.map((row) => decodeValues(row, this.upcasters));
  }
}

type BothWays<Values> = Readonly<Record<'forward' | 'backward', AllReader<Values>>>;

function bothWays<Values>(database: Database, columns: string): BothWays<Values> {
  return {
    forward: new AllReader<Values>(database, 'forward', columns),
    backward: new AllReader<Values>(database, 'backward', columns),
  };
}

function headOf(row: HeadRow | undefined): Head | null {
  return row ? { position: positionOf(row.position) as Position, recordedAt: row.recordedAt } : null;
}

function prepare(database: Database) {
  const head = `SELECT position, ${LATEST_TIME} AS recordedAt FROM events`;
  return {
    at: database.prepare<[number], EventValues>(`SELECT ${EVENT_COLUMNS} FROM events WHERE position = ?`).raw(),
    between: database
      .prepare<[number, number], EventValues>(`SELECT ${EVENT_COLUMNS} FROM events WHERE position BETWEEN ? AND ?`)
      .raw(),
    lastPosition: database.prepare('SELECT max(position) FROM events').pluck() as Statement<[], number | null>,
    headUntil: database.prepare(`${head} WHERE position <= ? ORDER BY position DESC LIMIT 1`) as Statement<
      [number],
      HeadRow
    >,
  };
}
