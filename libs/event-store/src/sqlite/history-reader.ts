import type { Database, Statement } from 'better-sqlite3';
import type { Instant } from '#kernel';
import { HISTORY_START, type ChainedEvent, type ChainPoint } from '../history';
import { chainFieldsOf, EVENT_COLUMNS, type EventRow } from './codec';
import { positionOf, rowOf } from './position';
import { ReceivingMark } from './receiving-mark';

interface PointRow {
  readonly position: number;
  readonly digest: string;
  readonly recordedAt: Instant;
}

/** Reads events as they are kept. Positions have no gap here: they are the ordinals. */
export class HistoryReader {
  private readonly page: Statement<[number, number], EventRow & PointRow>;
  private readonly last: Statement<[], PointRow>;
  private readonly mark: ReceivingMark;

  constructor(database: Database) {
    const point = "digest, metadata ->> '$[0]' AS recordedAt";
    this.page = database.prepare(
      `SELECT ${EVENT_COLUMNS}, ${point} FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.last = database.prepare(`SELECT position, ${point} FROM events ORDER BY position DESC LIMIT 1`);
    this.mark = new ReceivingMark(database);
  }

  read(after: ChainPoint, maxCount: number): ChainedEvent[] {
    return this.page.all(rowOf(after.position), maxCount).map((row) => ({ ...pointOf(row), ...chainFieldsOf(row) }));
  }

  head(): ChainPoint {
    const row = this.last.get();
    return row ? pointOf(row) : HISTORY_START;
  }

  isReceiving(): boolean {
    return this.mark.isSet();
  }
}

function pointOf({ position, digest, recordedAt }: PointRow): ChainPoint {
  return { ordinal: position, position: positionOf(position), digest, recordedAt };
}
