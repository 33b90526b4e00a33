import type { Database, Statement } from 'better-sqlite3';
import type { Uuid } from '#kernel';
import type { NumberKind } from './vault';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS keys (household BLOB PRIMARY KEY, box BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS numbers (kind TEXT NOT NULL, mac BLOB NOT NULL, id BLOB NOT NULL, household BLOB NOT NULL,
    PRIMARY KEY (kind, mac)) WITHOUT ROWID;
`;

export interface NumberRow {
  readonly kind: NumberKind;
  readonly mac: Buffer;
  readonly id: Uuid;
  readonly household: Uuid;
}

/** `keys.db`: wrapped keys and the keyed index of numbers, the only place where either lives. */
export class KeysDatabase {
  private readonly selectKey: Statement<[Buffer], { box: Buffer }>;
  private readonly selectNumber: Statement<[NumberKind, Buffer], { id: Buffer }>;

  constructor(private readonly database: Database) {
    if (!database.readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
      database.exec(SCHEMA);
    }
    this.selectKey = database.prepare('SELECT box FROM keys WHERE household = ?');
    this.selectNumber = database.prepare('SELECT id FROM numbers WHERE kind = ? AND mac = ?');
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

  find(kind: NumberKind, mac: Buffer): Uuid | undefined {
    const row = this.selectNumber.get(kind, mac);
    return row && uuidOf(row.id);
  }

  /** True before the first number: an import then has nothing to look for. */
  isEmpty(): boolean {
    return this.database.prepare('SELECT 1 FROM numbers LIMIT 1').get() === undefined;
  }

  insert(keys: ReadonlyMap<Uuid, Buffer>, numbers: readonly NumberRow[]): void {
    const insertKey = this.database.prepare('INSERT INTO keys (household, box) VALUES (?, ?)');
    const insertNumber = this.database.prepare('INSERT INTO numbers (kind, mac, id, household) VALUES (?, ?, ?, ?)');
    this.database.transaction(() => {
      for (const [household, box] of keys) insertKey.run(bytesOf(household), box);
      for (const row of numbers) insertNumber.run(row.kind, row.mac, bytesOf(row.id), bytesOf(row.household));
    })();
  }

  close(): void {
    this.database.close();
  }
}

function bytesOf(id: Uuid): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): Uuid {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
}
