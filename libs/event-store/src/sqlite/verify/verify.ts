import type { Database } from 'better-sqlite3';
import { TimeSlice } from '#concurrency';
import { loadSqlite } from '#sqlite';
import { CHAIN_START } from '../../history';
import { openToRead, SCHEMA } from '../database';
import { lateTimesFault } from '../late-times';
import { positionOf } from '../position';
import { ReceivingMark } from '../receiving-mark';
import { derivedFaults } from './derived';
import { diagnose } from './diagnose';
import { ChainedRows, follows, type ChainedRow } from './rows';
import type { SqliteChainVerdict, HistoryFault, OnVerified } from './verdict';

export type { SqliteChainVerdict, FaultKind, FaultPart, HistoryFault, OnVerified } from './verdict';

/** The number of walks along the events: one for the digests, one for the derived tables, one for the recorded times. */
const WALKS = 3;

/**
 * Verifies the whole history of a folder, with or without a writer at work: recomputes every digest, then compares the
 * derived tables with the events. It cannot see that events were cut off at the end, or that all digests were
 * recomputed after a change. To see that, the last digest must be kept elsewhere.
 * @throws CodedError `store-absent`, `store-newer`, `store-older`, `folder-unusable`, `sqlite-missing`
 */
export async function verifySqliteChain(
  folder: string,
  onVerified: OnVerified = () => undefined,
): Promise<SqliteChainVerdict> {
  const database = openToRead(folder);
  try {
    return await new Verification(database, onVerified).run();
  } finally {
    database.close();
  }
}

class Verification {
  private events = 0;
  private digest = CHAIN_START;
  private done = 0;
  private total = 0;
  private readonly slice = new TimeSlice();

  constructor(
    private readonly database: Database,
    private readonly onVerified: OnVerified,
  ) {}

  async run(): Promise<SqliteChainVerdict> {
    const broken =
      (await this.readable(() => this.chain())) ??
      (await this.readable(() => this.derived())) ??
      (await this.readable(() => this.times()));
    const position = this.events === 0 ? null : positionOf(this.events);
    // The mark is trusted only where the file is sound.
    const receiving = broken === null && new ReceivingMark(this.database).isSet();
    return { events: this.events, position, digest: this.digest, receiving, broken };
  }

  /** Checks the digests, from the first event to the last one that existed when the walk began. */
  private async chain(): Promise<HistoryFault | null> {
    const last = this.database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get() ?? 0;
    this.total = WALKS * last;
    const rows = new ChainedRows(this.database);
    for (let page = this.page(rows); page.length > 0; page = this.page(rows)) {
      for (const row of page) {
        const fault = this.take(row);
        if (fault) return fault;
      }
      await this.advance(page.length);
    }
    return null;
  }

  /** A page that cannot be read is read row by row, up to the damaged row. */
  private page(rows: ChainedRows): ChainedRow[] {
    const after = this.events === 0 ? null : this.events;
    try {
      return rows.after(after);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return rows.after(after, 1);
    }
  }

  private take(row: ChainedRow): HistoryFault | null {
    const last = { position: this.events, digest: this.digest };
    if (row.position !== last.position + 1 || !follows(last.digest, row)) return diagnose(this.database, { last, row });
    this.events += 1;
    this.digest = row.digest;
    return null;
  }

  private async derived(): Promise<HistoryFault | null> {
    if (!hasOwnSchema(this.database)) return { part: 'schema', position: null, met: null, kind: 'altered' };
    const comparison = derivedFaults(this.database, this.events);
    for (let step = comparison.next(); ; step = comparison.next()) {
      if (step.done) return step.value;
      await this.advance(this.events + step.value - this.done);
    }
  }

  /** Checks the late times, then the structure of the file. */
  private async times(): Promise<HistoryFault | null> {
    const comparison = lateTimesFault(this.database);
    for (let step = comparison.next(); ; step = comparison.next()) {
      if (step.done && step.value !== undefined) return { ...at(step.value), part: 'late-times', kind: null };
      if (step.done) return this.structure();
      await this.advance(2 * this.events + step.value - this.done);
    }
  }

  /** Checks the structure of the file: a damaged page could hide rows from one query and not from another. */
  private structure(): HistoryFault | null {
    if (this.database.pragma('quick_check(1)', { simple: true }) === 'ok') return null;
    return { part: 'file', position: null, met: null, kind: 'altered' };
  }

  /** @returns a fault where an error says that the file is damaged */
  private async readable(check: () => Promise<HistoryFault | null>): Promise<HistoryFault | null> {
    try {
      return await check();
    } catch (error) {
      if (!isDamage(error)) throw error;
      const known = this.done < this.total / WALKS;
      return { ...(known ? at(this.events + 1) : { position: null, met: null }), part: 'file', kind: 'unreadable' };
    }
  }

  private async advance(steps: number): Promise<void> {
    this.done += steps;
    this.onVerified(this.done, Math.max(this.total, this.done));
    if (this.slice.isOver()) await this.slice.yield();
  }
}

function at(found: number): Pick<HistoryFault, 'position' | 'met'> {
  const position = positionOf(found);
  return { position, met: position };
}

function isDamage(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
}

const DECLARATIONS = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name';

/** Whether the schema is the one that the store creates: an index or a trigger that somebody added could hide events from readers. */
function hasOwnSchema(database: Database): boolean {
  const reference = new (loadSqlite())(':memory:');
  try {
    reference.exec(SCHEMA);
    return (
      JSON.stringify(database.prepare(DECLARATIONS).all()) === JSON.stringify(reference.prepare(DECLARATIONS).all())
    );
  } finally {
    reference.close();
  }
}
