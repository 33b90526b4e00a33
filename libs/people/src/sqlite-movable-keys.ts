import { CodedError, type Uuid } from '#kernel';
import { createPrivately, loadSqlite } from '#sqlite';
import type { Database } from 'better-sqlite3';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUSY_MS, bytesOf, openKeysDatabase, uuidOf } from './keys-database';
import { KeysReceiver } from './keys-receiver';
import { loadMasterKey } from './master-key';
import type { KeyRecord, MovableKeys } from './movable-keys';
import { masterKeyFileOf, type VaultOptions } from './sqlite-vault';

/**
 * The keys of a folder. `reader`: other processes may use the keys at the same time. `writer`: the caller holds the
 * folder's lock; the database is created where it is absent.
 * @throws CodedError `sqlite-missing`, `keys-absent` (reader)
 */
export function openSqliteMovableKeys(folder: string, mode: 'reader' | 'writer'): MovableKeys {
  const file = join(folder, 'keys.db');
  if (mode === 'writer') {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    createPrivately(file);
    return new SqliteMovableKeys(openKeysDatabase(file));
  }
  if (!existsSync(file)) throw keysAbsent(folder);
  const Sqlite = loadSqlite();
  return new SqliteMovableKeys(new Sqlite(file, { timeout: BUSY_MS, readonly: true }));
}

/**
 * Makes a folder ready to receive keys. The caller holds its lock. The master key must exist already: it is never moved
 * with the keys.
 * @throws CodedError `sqlite-missing`, `master-key-absent`, `master-key-invalid`, `master-key-exposed`
 */
export function openSqliteKeysReceiver(options: VaultOptions): KeysReceiver {
  const master = loadMasterKey(masterKeyFileOf(options), false);
  return new KeysReceiver(openSqliteMovableKeys(options.folder, 'writer'), master);
}

class SqliteMovableKeys implements MovableKeys {
  private readonly tables: ReturnType<typeof tablesOf>;

  constructor(private readonly database: Database) {
    this.tables = tablesOf(database);
  }

  async readKeys(after: KeyRecord | null, maxCount: number): Promise<readonly KeyRecord[]> {
    const begun = KINDS.indexOf(after?.kind ?? 'secret');
    const records: KeyRecord[] = [];
    for (const kind of KINDS.slice(begun)) {
      const from = after?.kind === kind ? placeOf(after) : BEFORE_ALL[kind];
      const rows = this.tables[kind].page.all(from, maxCount - records.length);
      for (const { place, value } of rows) records.push(recordOf(kind, place, value));
      if (records.length === maxCount) break;
    }
    return records;
  }

  async inPlaceOf(records: readonly KeyRecord[]): Promise<readonly (KeyRecord | undefined)[]> {
    return records.map((record) => {
      const row = this.tables[record.kind].one.get(placeOf(record));
      return row && recordOf(record.kind, row.place, row.value);
    });
  }

  async addKeys(records: readonly KeyRecord[]): Promise<void> {
    this.database.transaction(() => {
      for (const record of records) this.tables[record.kind].add.run(placeOf(record), valueOf(record));
    })();
  }

  async destroyKeys(households: readonly Uuid[]): Promise<number> {
    const ids = households.map((household) => bytesOf(household));
    const destroyKey = this.database.prepare<[Buffer]>('DELETE FROM keys WHERE household = ?');
    const inAll = ids.map(() => '?').join(', ');
    const destroyNumbers = this.database.prepare<Buffer[]>(`DELETE FROM numbers WHERE id IN (${inAll})`);
    const destroyed = this.database.transaction(() => {
      destroyNumbers.run(...ids);
      return ids.reduce((sum, id) => sum + destroyKey.run(id).changes, 0);
    })();
    if (destroyed > 0) this.forget();
    return destroyed;
  }

  async close(): Promise<void> {
    this.database.close();
  }

  /** Destroyed keys are overwritten in the database (`secure_delete`). The log must not keep them either. */
  private forget(): void {
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    this.database.exec('VACUUM');
    this.database.pragma('wal_checkpoint(TRUNCATE)');
  }
}

type Kind = KeyRecord['kind'];
type Place = string | Buffer;

interface Row {
  readonly place: Place;
  readonly value: Buffer;
}

const KINDS = ['secret', 'key', 'number'] as const;
/** The value before all others: an empty text for texts, an empty blob for blobs. */
const BEFORE_ALL: Readonly<Record<Kind, Place>> = { secret: '', key: Buffer.alloc(0), number: Buffer.alloc(0) };

function tablesOf(database: Database) {
  const prepared = (table: string, place: string, value: string) => {
    const select = `SELECT ${place} AS place, ${value} AS value FROM ${table}`;
    return {
      page: database.prepare<[Place, number], Row>(`${select} WHERE ${place} > ? ORDER BY ${place} LIMIT ?`),
      one: database.prepare<[Place], Row>(`${select} WHERE ${place} = ?`),
      add: database.prepare<[Place, Buffer]>(`INSERT INTO ${table} (${place}, ${value}) VALUES (?, ?)`),
    };
  };
  return {
    secret: prepared('secrets', 'name', 'box'),
    key: prepared('keys', 'household', 'box'),
    number: prepared('numbers', 'entry', 'id'),
  };
}

function recordOf(kind: Kind, place: Place, value: Buffer): KeyRecord {
  switch (kind) {
    case 'secret':
      return { kind, name: place as string, box: value.toString('base64') };
    case 'key':
      return { kind, household: uuidOf(place as Buffer), box: value.toString('base64') };
    case 'number':
      return { kind, entry: (place as Buffer).toString('base64'), id: uuidOf(value) };
  }
}

function placeOf(record: KeyRecord): Place {
  switch (record.kind) {
    case 'secret':
      return record.name;
    case 'key':
      return bytesOf(record.household);
    case 'number':
      return Buffer.from(record.entry, 'base64');
  }
}

function valueOf(record: KeyRecord): Buffer {
  return record.kind === 'number' ? bytesOf(record.id) : Buffer.from(record.box, 'base64');
}

function keysAbsent(folder: string): CodedError {
  return new CodedError('keys-absent', `the folder ${folder} has no keys`, { folder });
}
