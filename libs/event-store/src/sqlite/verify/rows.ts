import type { Database, Statement } from 'better-sqlite3';
import { chainDigest } from '../../history';
import { chainFieldsOf, type EventRow } from '../codec';

/** An event as it is stored, with its digest. */
export type ChainedRow = EventRow & { readonly digest: string };

/** The greatest position. A greater number, which JavaScript cannot hold exactly, is read as this one. */
export const LAST_POSITION = Number.MAX_SAFE_INTEGER;

const PAGE = 1_000;
const TEXTS = ['stream', 'type', 'id', 'digest', 'metadata', 'data'] as const;

/**
 * Reads the rows as they are, in the order of their positions. A file that was tampered with may hold anything:
 * impossible numbers are replaced, and no row is decoded.
 */
export class ChainedRows {
  private readonly page: Statement<[number, number], ChainedRow>;
  private readonly byPosition: Statement<[number], ChainedRow>;

  constructor(database: Database) {
    const number = (column: string) =>
      `CASE WHEN ${column} BETWEEN 0 AND ${LAST_POSITION} THEN ${column} ELSE -1 END AS ${column}`;
    const columns = `max(-1, min(position, ${LAST_POSITION})) AS position, stream, ${number('revision')}, type,
      ${number('schema_version')}, id, digest, metadata, people, data`;
    this.page = database.prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY events.position LIMIT ?`);
    this.byPosition = database.prepare(`SELECT ${columns} FROM events WHERE events.position = ?`);
  }

  /** The rows after the position. With null also the rows before the first position, where no event may be. */
  after(position: number | null, limit = PAGE): ChainedRow[] {
    return this.page.all(position ?? Number.MIN_SAFE_INTEGER, limit);
  }

  at(position: number): ChainedRow | undefined {
    return this.byPosition.get(position);
  }

  /** All rows after the position, read page by page. */
  *walk(position: number): Generator<ChainedRow> {
    let last = position;
    while (last < LAST_POSITION) {
      const rows = this.after(last);
      yield* rows;
      if (rows.length < PAGE) return;
      last = rows[rows.length - 1]!.position;
    }
  }
}

/** Whether the row's digest is right after the previous digest. */
export function follows(previous: string, row: ChainedRow): boolean {
  return ownDigest(previous, row) === row.digest;
}

/** The digest computed from the row and the previous digest; undefined where the row cannot be an event. */
export function ownDigest(previous: string, row: ChainedRow): string | undefined {
  return isWhole(row) ? chainDigest(previous, chainFieldsOf(row)) : undefined;
}

/** Whether the columns hold the right types: blobs would otherwise be hashed as texts. */
function isWhole(row: ChainedRow): boolean {
  return (
    TEXTS.every((column) => typeof row[column] === 'string') && (row.people === null || typeof row.people === 'string')
  );
}
