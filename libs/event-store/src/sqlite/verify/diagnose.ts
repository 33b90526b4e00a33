import type { Database, Statement } from 'better-sqlite3';
import { positionOf } from '../position';
import { ChainedRows, follows, ownDigest, type ChainedRow } from './rows';
import { revisionFault } from './revisions';
import type { FaultKind, HistoryFault } from './verdict';

/** The last event that follows, and the first that does not. */
export interface Break {
  readonly last: { readonly position: number; readonly digest: string };
  readonly row: ChainedRow;
}

/**
 * Tells what happened from the traces that it left. Digests tell most: which event belongs after the last good one, whether the
 * history goes on from the event met. The index of the streams, where it still stands, says what was where.
 */
export function diagnose(database: Database, { last, row }: Break): HistoryFault {
  const position = last.position + 1;
  const traces = new Traces(database, last.digest, row);
  const kind = row.position === position ? traces.inPlace() : traces.elsewhere(row.position < position);
  const first = row.position < position ? row.position : position;
  return { part: 'events', position: positionOf(first), met: positionOf(row.position), kind };
}

class Traces {
  private readonly rows: ChainedRows;
  private readonly indexed: Statement<[string, number], number>;

  constructor(
    private readonly database: Database,
    private readonly digest: string,
    private readonly row: ChainedRow,
  ) {
    this.rows = new ChainedRows(database);
    this.indexed = database
      .prepare<[string, number], number>('SELECT position FROM stream_index WHERE stream = ? AND revision = ?')
      .pluck();
  }

  /** The event that was met does not stand where the next one should. */
  elsewhere(before: boolean): FaultKind | null {
    if (before) return 'inserted';
    if (follows(this.digest, this.row) || this.successor()) return 'reordered';
    return this.next() ? 'removed' : null;
  }

  inPlace(): FaultKind | null {
    const next = this.next();
    const own = ownDigest(this.digest, this.row);
    if (next && own !== undefined && follows(own, next)) return 'altered';
    if (this.successor()) return this.isCopy() || !this.belongsElsewhere() ? 'inserted' : 'reordered';
    const indexed = this.indexed.get(this.row.stream, this.row.revision);
    if (indexed === this.row.position) return 'altered';
    if (indexed !== undefined && !this.isStill(indexed)) return 'removed';
    if (!next || !follows(this.row.digest, next)) return null;
    // A revision that is missing in the open stretch: this event's stream was changed, or an event before it is gone.
    return revisionFault(this.database) === null ? 'altered' : null;
  }

  private next(): ChainedRow | undefined {
    return this.rows.after(this.row.position, 1)[0];
  }

  /** Whether what belongs after the last good event stands further on. */
  private successor(): boolean {
    for (const later of this.rows.walk(this.row.position)) if (follows(this.digest, later)) return true;
    return false;
  }

  /** Whether the event met belongs after one that stands further on. */
  private belongsElsewhere(): boolean {
    for (const later of this.rows.walk(this.row.position)) if (follows(later.digest, this.row)) return true;
    return false;
  }

  private isCopy(): boolean {
    const sql = 'SELECT count(*) FROM events WHERE digest = ?';
    return this.database.prepare<[string], number>(sql).pluck().get(this.row.digest)! > 1;
  }

  /** Whether the event that the index names is where the index says. */
  private isStill(position: number): boolean {
    const found = this.rows.at(position);
    return found?.stream === this.row.stream && found.revision === this.row.revision;
  }
}
