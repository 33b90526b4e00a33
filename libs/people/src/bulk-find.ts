import type { Database, Statement } from 'better-sqlite3';
import { uuidOf } from './id-bytes';
import { bytesOfEntry } from './keys-writer';
import type { Uuid } from '#kernel';
import type { Entry } from './keys-store';

/** The number of entries in one statement, so that they share the cost of the call. */
const ENTRIES = 64;
/** Fewer entries than this are looked up one by one. */
const WORTH_A_STATEMENT = 8;

/** Finds the ids of many entries with few statements. */
export class BulkFind {
  private readonly many: Statement<Buffer[], readonly [Buffer, Buffer]>;
  private readonly one: Statement<[Buffer], Buffer>;

  constructor(database: Database) {
    const places = Array(ENTRIES).fill('?').join(', ');
    this.many = database
      .prepare<Buffer[], readonly [Buffer, Buffer]>(`SELECT entry, id FROM numbers WHERE entry IN (${places})`)
      .raw();
    this.one = database.prepare<[Buffer], Buffer>('SELECT id FROM numbers WHERE entry = ?').pluck();
  }

  /** The ids of the entries that have one. */
  run(entries: readonly Entry[]): Map<Entry, Uuid> {
    const found = new Map<Entry, Uuid>();
    for (let at = 0; at < entries.length; at += ENTRIES) {
      const some = entries.slice(at, at + ENTRIES);
      if (some.length < WORTH_A_STATEMENT) this.findEach(some, found);
      else this.findTogether(some, found);
    }
    return found;
  }

  private findEach(entries: readonly Entry[], found: Map<Entry, Uuid>): void {
    for (const entry of entries) {
      const id = this.one.get(bytesOfEntry(entry));
      if (id) found.set(entry, uuidOf(id));
    }
  }

  /** Fills the unused parameters with the first entry again. */
  private findTogether(entries: readonly Entry[], found: Map<Entry, Uuid>): void {
    const asked = entries.map(bytesOfEntry);
    while (asked.length < ENTRIES) asked.push(asked[0]!);
    for (const [entry, id] of this.many.all(...asked)) found.set(entry.toString('latin1'), uuidOf(id));
  }
}
