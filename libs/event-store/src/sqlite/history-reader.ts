import type { Database, Statement } from 'better-sqlite3';
import type { Instant } from '#kernel';
import { HISTORY_START, type ChainedEvent, type ChainPoint } from '../history';
import { chainFieldsOf, EVENT_COLUMNS, type EventRow } from './codec';
import { LATEST_TIME } from './late-times';
import { positionOf, rowOf } from './position';
import { ReceivingMark } from './receiving-mark';

interface PlaceRow {
  readonly position: number;
  readonly digest: string;
  readonly recordedAt: Instant;
}

/** Reads events as they are stored. Positions have no gap in this store, so they are also the ordinals. */
export class HistoryReader {
  private readonly page: Statement<[number, number], EventRow & PlaceRow>;
  private readonly last: Statement<[], PlaceRow>;
  private readonly mark: ReceivingMark;

  constructor(database: Database) {
    const columns = `${EVENT_COLUMNS}, digest, metadata ->> '$[0]' AS recordedAt`;
    this.page = database.prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.last = database.prepare(
      `SELECT position, digest, ${LATEST_TIME} AS recordedAt FROM events ORDER BY position DESC LIMIT 1`,
    );
    this.mark = new ReceivingMark(database);
  }

  read(after: ChainPoint, maxCount: number): ChainedEvent[] {
    return this.page.all(rowOf(after.position), maxCount).map((row) => ({ ...placeOf(row), ...chainFieldsOf(row) }));
  }

  head(): ChainPoint {
    const row = this.last.get();
    return row ? placeOf(row) : HISTORY_START;
  }

  isReceiving(): boolean {
    return this.mark.isSet();
  }
}

function placeOf({ position, digest, recordedAt }: PlaceRow): ChainPoint {
  return { ordinal: position, position: positionOf(position), digest, recordedAt };
}
