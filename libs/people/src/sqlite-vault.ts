import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError, newUuid, type JsonObject, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { loadSqlite } from '#sqlite';
import { mac, openBox, sealBox } from './cipher';
import { KeysDatabase, type NumberRow } from './keys-database';
import { loadMasterKey } from './master-key';
import type { NumberKind, Vault, VaultSession } from './vault';

const CACHED_KEYS = 20_000;

export interface VaultOptions {
  /** Holds `keys.db`, and `master.key` unless another file is named. */
  readonly folder: string;
  readonly masterKeyFile?: string;
}

/** @throws CodedError `sqlite-missing`, `master-key-absent`, `master-key-invalid`, `master-key-exposed`, `master-key-wrong` */
export function openSqliteVault(options: VaultOptions): Vault {
  const Sqlite = loadSqlite();
  const file = join(options.folder, 'keys.db');
  const isNew = !existsSync(file);
  const master = loadMasterKey(options.masterKeyFile ?? join(options.folder, 'master.key'), isNew);
  const database = new Sqlite(file, { timeout: 10_000 });
  chmodSync(file, 0o600);
  return new SqliteVault(new KeysDatabase(database), master);
}

class SqliteVault implements Vault {
  private readonly indexKey: Buffer;
  private readonly digestKey: Buffer;
  private readonly keys = new Map<Uuid, Buffer>();

  constructor(
    private readonly database: KeysDatabase,
    private readonly master: Buffer,
  ) {
    this.indexKey = this.secret('index');
    this.digestKey = this.secret('digest');
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.database.find(kind, this.numberMac(kind, number));
  }

  open<Facts = JsonObject>(sealed: SealedFacts, eventId: Uuid): Facts | undefined {
    const key = this.keyOf(sealed.household);
    if (!key) return undefined;
    try {
      return JSON.parse(openBox(key, Buffer.from(sealed.box, 'base64'), eventId).toString('utf8')) as Facts;
    } catch (error) {
      throw new CodedError(
        'box-altered',
        'sealed facts do not open with their key',
        { event: eventId },
        { cause: error },
      );
    }
  }

  canOpen(household: Uuid): boolean {
    return this.keyOf(household) !== undefined;
  }

  digest(canonicalRow: string): string {
    return mac(this.digestKey, canonicalRow).toString('base64', 0, 18);
  }

  session(): VaultSession {
    return new SqliteVaultSession(
      this,
      this.database,
      (kind, number) => this.numberMac(kind, number),
      (household) => this.keyOf(household),
      (household, key) => sealBox(this.master, key, household),
    );
  }

  close(): void {
    this.database.close();
  }

  private numberMac(kind: NumberKind, number: string): Buffer {
    return mac(this.indexKey, `${kind}:${number}`);
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

class SqliteVaultSession implements VaultSession {
  private readonly newKeys = new Map<Uuid, Buffer>();
  private readonly newNumbers = new Map<string, NumberRow>();

  constructor(
    private readonly vault: Vault,
    private readonly database: KeysDatabase,
    private readonly numberMac: (kind: NumberKind, number: string) => Buffer,
    private readonly storedKey: (household: Uuid) => Buffer | undefined,
    private readonly wrap: (household: Uuid, key: Buffer) => Buffer,
  ) {}

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.newNumbers.get(`${kind}:${number}`)?.id ?? this.vault.find(kind, number);
  }

  household(number: string): Uuid {
    const known = this.find('household', number);
    if (known) return known;
    const household = newUuid();
    this.newKeys.set(household, randomBytes(32));
    this.add('household', number, household, household);
    return household;
  }

  allocation(number: string, household: Uuid): Uuid {
    const known = this.find('allocation', number);
    if (known) return known;
    const allocation = newUuid();
    this.add('allocation', number, allocation, household);
    return allocation;
  }

  seal(household: Uuid, eventId: Uuid, facts: JsonObject): SealedFacts {
    const key = this.newKeys.get(household) ?? this.storedKey(household);
    if (!key)
      throw new CodedError('household-erased', 'the household was erased: nothing can be sealed for it', { household });
    return { household, box: sealBox(key, JSON.stringify(facts), eventId).toString('base64') };
  }

  commit(): void {
    if (this.newKeys.size === 0 && this.newNumbers.size === 0) return;
    const boxes = new Map([...this.newKeys].map(([household, key]) => [household, this.wrap(household, key)]));
    this.database.insert(boxes, [...this.newNumbers.values()]);
    this.newKeys.clear();
    this.newNumbers.clear();
  }

  private add(kind: NumberKind, number: string, id: Uuid, household: Uuid): void {
    this.newNumbers.set(`${kind}:${number}`, { kind, mac: this.numberMac(kind, number), id, household });
  }
}
