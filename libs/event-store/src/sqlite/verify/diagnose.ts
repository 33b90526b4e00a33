import type { Database, Statement } from 'better-sqlite3';
import { positionOf } from '../position';
import { ChainedRows, follows, ownDigest, type ChainedRow } from './rows';
import { revisionFault } from './revisions';
import type { FaultKind, HistoryFault } from './verdict';

/** The last event that follows the one before it, and the first event that does not. */
export interface Break {
  readonly last: { readonly position: number; readonly digest: string };
  readonly row: ChainedRow;
}

/**
 * Finds out what happened to the history from its traces. The digests show which event belongs after the last good one,
 * and whether the history continues after the row. The index of the streams, where it is intact, shows where each event
 * was.
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

  /** Diagnoses a row that is not at the position after the last good event. */
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
    // A revision is missing in the open stretch: either the stream of this event was changed, or an event before it was
    // removed.
    return revisionFault(this.database) === null ? 'altered' : null;
  }

  private next(): ChainedRow | undefined {
    return this.rows.after(this.row.position, 1)[0];
  }

  /** Whether the event that belongs after the last good one is at a later position. */
  private successor(): boolean {
    for (const later of this.rows.walk(this.row.position)) if (follows(this.digest, later)) return true;
    return false;
  }

  /** Whether the row belongs after an event at a later position. */
  private belongsElsewhere(): boolean {
    for (const later of this.rows.walk(this.row.position)) if (follows(later.digest, this.row)) return true;
    return false;
  }

  private isCopy(): boolean {
    const sql = 'SELECT count(*) FROM events WHERE digest = ?';
    return this.database.prepare<[string], number>(sql).pluck().get(this.row.digest)! > 1;
  }

  /** Whether the event is still at the position that the index gives for it. */
  private isStill(position: number): boolean {
    const found = this.rows.at(position);
    return found?.stream === this.row.stream && found.revision === this.row.revision;
  }
}
