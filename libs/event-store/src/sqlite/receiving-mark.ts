import type { Database, Statement } from 'better-sqlite3';

/**
 * Stands while a history arrives: its beginning alone is a history too, and what is appended to it could never be continued. It is
 * set and lifted in the transactions of the events.
 */
export class ReceivingMark {
  private readonly select: Statement<[], number>;

  constructor(private readonly database: Database) {
    this.select = database.prepare<[], number>('SELECT receiving FROM store').pluck();
  }

  isSet(): boolean {
    return this.select.get() === 1;
  }

  set(): void {
    this.database.exec('UPDATE store SET receiving = 1');
  }

  lift(): void {
    this.database.exec('UPDATE store SET receiving = 0');
  }
}
