import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError, type JsonObject, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { createPrivately, loadSqlite } from '#sqlite';
import { openBox, sealBox } from './cipher';
import { KeyedDigest } from './keyed-digest';
import { KeysDatabase, numberEntry } from './keys-database';
import { loadMasterKey } from './master-key';
import { SqliteVaultSession } from './sqlite-vault-session';
import type { NumberKind, Vault, VaultSession } from './vault';

const CACHED_KEYS = 20_000;

export interface VaultOptions {
  /** Holds `keys.db`, and `master.key` unless another file is named. */
  readonly folder: string;
  readonly masterKeyFile?: string;
}

/** Whether the folder holds keys already. */
export function vaultExists(folder: string): boolean {
  return existsSync(fileIn(folder));
}

export function masterKeyFileOf({ folder, masterKeyFile }: VaultOptions): string {
  return masterKeyFile ?? join(folder, 'master.key');
}

function fileIn(folder: string): string {
  return join(folder, 'keys.db');
}

/** @throws CodedError `sqlite-missing`, `master-key-absent`, `master-key-invalid`, `master-key-exposed`, `master-key-wrong` */
export function openSqliteVault(options: VaultOptions): Vault {
  const Sqlite = loadSqlite();
  const file = fileIn(options.folder);
  const isNew = !existsSync(file);
  const master = loadMasterKey(masterKeyFileOf(options), isNew);
  createPrivately(file);
  const database = new Sqlite(file, { timeout: 10_000 });
  return new SqliteVault(new KeysDatabase(database), master);
}

class SqliteVault implements Vault {
  private readonly numbers: KeyedDigest;
  private readonly rows: KeyedDigest;
  private readonly keys = new Map<Uuid, Buffer>();

  constructor(
    private readonly database: KeysDatabase,
    private readonly master: Buffer,
  ) {
    this.numbers = new KeyedDigest(this.secret('index'));
    this.rows = new KeyedDigest(this.secret('digest'));
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.database.find(this.entryOf(kind, number));
  }

  open<Facts = JsonObject>(sealed: SealedFacts, eventId: Uuid): Facts | undefined {
    const key = this.keyOf(sealed.household);
    if (!key) return undefined;
    try {
      return JSON.parse(openBox(key, Buffer.from(sealed.box, 'base64'), eventId).toString('utf8')) as Facts;
    } catch (error) {
      throw new CodedError(
        'box-altered',
        'Des données scellées ne s’ouvrent pas avec leur clé : elles ont été altérées.',
        { event: eventId },
        { cause: error },
      );
    }
  }

  canOpen(household: Uuid): boolean {
    return this.keyOf(household) !== undefined;
  }

  digest(canonicalRow: string): string {
    return this.rows.of(canonicalRow, 'base64url');
  }

  session(): VaultSession {
    return new SqliteVaultSession(this.database, {
      entryOf: (kind, number) => this.entryOf(kind, number),
      keyOf: (household) => this.keyOf(household),
      wrap: (household, key) => sealBox(this.master, key, household),
    });
  }

  close(): void {
    this.database.close();
  }

  private entryOf(kind: NumberKind, number: string): string {
    return numberEntry(kind, this.numbers.of(`${kind}:${number}`));
  }

  private keyOf(household: Uuid): Buffer | undefined {
    const cached = this.keys.get(household);
    if (cached) return cached;
    const box = this.database.wrappedKey(household);
    if (!box) return undefined;
    const key = openBox(this.master, box, household);
    if (this.keys.size >= CACHED_KEYS) this.keys.clear();
    this.keys.set(household, key);
    return key;
  }

  private secret(name: string): Buffer {
    const box = this.database.secret(name, () => sealBox(this.master, randomBytes(32), name));
    try {
      return openBox(this.master, box, name);
    } catch (error) {
      throw new CodedError(
        'master-key-wrong',
        "La clé maîtresse n'est pas celle de ce dossier de données.",
        {},
        { cause: error },
      );
    }
  }
}
