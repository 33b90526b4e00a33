import type { Database, Statement } from 'better-sqlite3';

/**
 * Marks that a history is arriving. Nothing else may be appended meanwhile: the rest of the history could not follow
 * it. The mark is set and removed in the same transactions as the events.
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
