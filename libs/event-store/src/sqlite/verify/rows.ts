import type { Database, Statement } from 'better-sqlite3';
import { chainDigest } from '../../chain';
import { chainFieldsOf, type EventRow } from '../codec';

/** An event as it is stored, its digest beside it. */
export type ChainedRow = EventRow & { readonly digest: string };

/** No position is beyond; a number that a program cannot hold exactly is brought back to it. */
export const LAST_POSITION = Number.MAX_SAFE_INTEGER;

const PAGE = 1_000;
const TEXTS = ['stream', 'type', 'id', 'digest', 'metadata', 'data'] as const;

/**
 * Reads the rows as they are, in the order of their positions. A file that was tampered with may hold anything: numbers are kept to
 * those that can be, and no row is decoded.
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

  /** The rows after the position; after none, those before the first position too, where no event may stand. */
  after(position: number | null, limit = PAGE): ChainedRow[] {
    return this.page.all(position ?? Number.MIN_SAFE_INTEGER, limit);
  }

  at(position: number): ChainedRow | undefined {
    return this.byPosition.get(position);
  }

  /** Every row after the position, page by page. */
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

/** Whether the row's digest is what the digest before it makes of the row. */
export function follows(previous: string, row: ChainedRow): boolean {
  return ownDigest(previous, row) === row.digest;
}

/** The digest that the row would have, were it what it says; undefined where it is no event. */
export function ownDigest(previous: string, row: ChainedRow): string | undefined {
  return isWhole(row) ? chainDigest(previous, chainFieldsOf(row)) : undefined;
}

/** Texts that are texts: bytes of another kind would be read as if they were. */
function isWhole(row: ChainedRow): boolean {
  return (
    TEXTS.every((column) => typeof row[column] === 'string') && (row.people === null || typeof row.people === 'string')
  );
}
