import type { Database } from 'better-sqlite3';

/**
 * Stands while a history arrives: its beginning alone is a history too, and what is appended to it could never be continued. An
 * empty table, so that it is set and lifted in the transactions of the events.
 */
export class ReceivingMark {
  constructor(private readonly database: Database) {}

  isSet(): boolean {
    return this.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'receiving'").get() !== undefined;
  }

  set(): void {
    this.database.exec('CREATE TABLE IF NOT EXISTS receiving (mark TEXT) STRICT');
  }

  lift(): void {
    this.database.exec('DROP TABLE IF EXISTS receiving');
  }
}
