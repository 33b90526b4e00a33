import type { Database, Statement } from 'better-sqlite3';
import type { Uuid } from '#kernel';
import { bytesOf, uuidOf } from './id-bytes';
import type { NumberKind } from './vault';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (household BLOB PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS numbers (entry BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;
`;

const MAC = 16;

/** A number's digest with its kind, as text: how an entry is known outside of the database, and in which order it stands inside. */
export function numberEntry(kind: NumberKind, mac: string): string {
  return kind[0]! + mac.slice(0, MAC);
}

/** `keys.db`: wrapped keys and the keyed index of numbers, the only place where either lives. */
export class KeysDatabase {
  private readonly selectKey: Statement<[Buffer], { box: Buffer }>;
  private readonly selectNumber: Statement<[Buffer], { id: Buffer }>;

  constructor(private readonly database: Database) {
    if (!database.readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
      database.pragma('wal_autocheckpoint = 4000');
      database.exec(SCHEMA);
    }
    this.selectKey = database.prepare('SELECT box FROM keys WHERE household = ?');
    this.selectNumber = database.prepare('SELECT id FROM numbers WHERE entry = ?');
  }

  /** The wrapped secret of that name, made once by `make` where it is absent. */
  secret(name: string, make: () => Buffer): Buffer {
    const select = this.database.prepare<[string], { box: Buffer }>('SELECT box FROM secrets WHERE name = ?');
    const found = select.get(name);
    if (found) return found.box;
    this.database.prepare('INSERT OR IGNORE INTO secrets (name, box) VALUES (?, ?)').run(name, make());
    return select.get(name)!.box;
  }

  wrappedKey(household: Uuid): Buffer | undefined {
    return this.selectKey.get(bytesOf(household))?.box;
  }

  find(entry: string): Uuid | undefined {
    const row = this.selectNumber.get(Buffer.from(entry, 'latin1'));
    return row && uuidOf(row.id);
  }

  /** True before the first number: an import then has nothing to look for. */
  isEmpty(): boolean {
    return this.database.prepare('SELECT 1 FROM numbers LIMIT 1').get() === undefined;
  }

  /** In one durable transaction. Entries go in by their order, so that a large import fills the pages one after the other. */
  insert(
    keys: ReadonlyMap<Uuid, Buffer>,
    wrap: (household: Uuid, key: Buffer) => Buffer,
    ids: ReadonlyMap<string, Uuid>,
  ): void {
    const insertKey = this.database.prepare('INSERT INTO keys (household, box) VALUES (?, ?)');
    const insertNumber = this.database.prepare('INSERT INTO numbers (entry, id) VALUES (?, ?)');
    const entries = [...ids.keys()].sort();
    this.database.transaction(() => {
      for (const [household, key] of keys) insertKey.run(bytesOf(household), wrap(household, key));
      for (const entry of entries) insertNumber.run(Buffer.from(entry, 'latin1'), bytesOf(ids.get(entry)!));
    })();
  }

  close(): void {
    this.database.close();
  }
}
