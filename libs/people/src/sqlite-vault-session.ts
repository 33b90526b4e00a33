import { randomFillSync } from 'node:crypto';
import { CodedError, newUuid, type JsonObject, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { sealBox } from './cipher';
import type { KeysDatabase, NumberRow } from './keys-database';
import type { NumberKind, VaultSession } from './vault';

/** What a session borrows of its vault. */
interface VaultSecrets {
  numberMac(kind: NumberKind, number: string): Buffer;
  keyOf(household: Uuid): Buffer | undefined;
  wrap(household: Uuid, key: Buffer): Buffer;
}

export class SqliteVaultSession implements VaultSession {
  /** Ids seen or made in this session, by the digest of their number: small, since an import goes through all of its own. */
  private readonly ids = new Map<string, Uuid>();
  private keys = new Map<Uuid, Buffer>();
  private numbers: NumberRow[] = [];
  private readonly nothingStored: boolean;

  constructor(
    private readonly database: KeysDatabase,
    private readonly secrets: VaultSecrets,
  ) {
    this.nothingStored = database.isEmpty();
  }

  get pending(): number {
    return this.keys.size;
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.findMac(kind, this.secrets.numberMac(kind, number));
  }

  household(number: string): Uuid {
    const mac = this.secrets.numberMac('household', number);
    const known = this.findMac('household', mac);
    if (known) return known;
    const household = newUuid();
    this.keys.set(household, randomFillSync(Buffer.allocUnsafe(32)));
    this.add({ kind: 'household', mac, id: household, household });
    return household;
  }

  allocation(number: string, household: Uuid): Uuid {
    const mac = this.secrets.numberMac('allocation', number);
    const known = this.findMac('allocation', mac);
    if (known) return known;
    const allocation = newUuid();
    this.add({ kind: 'allocation', mac, id: allocation, household });
    return allocation;
  }

  seal(household: Uuid, eventId: Uuid, facts: JsonObject): SealedFacts {
    const key = this.keys.get(household) ?? this.secrets.keyOf(household);
    if (!key)
      throw new CodedError('household-erased', 'the household was erased: nothing can be sealed for it', { household });
    return { household, box: sealBox(key, JSON.stringify(facts), eventId).toString('base64') };
  }

  commit(): void {
    if (this.numbers.length === 0) return;
    const boxes = new Map([...this.keys].map(([household, key]) => [household, this.secrets.wrap(household, key)]));
    this.database.insert(boxes, this.numbers);
    this.keys = new Map();
    this.numbers = [];
  }

  private findMac(kind: NumberKind, mac: Buffer): Uuid | undefined {
    const id = this.ids.get(entryOf(kind, mac));
    return id ?? (this.nothingStored ? undefined : this.database.find(kind, mac));
  }

  private add(row: NumberRow): void {
    this.ids.set(entryOf(row.kind, row.mac), row.id);
    this.numbers.push(row);
  }
}

function entryOf(kind: NumberKind, mac: Buffer): string {
  return kind + mac.toString('latin1', 0, 16);
}
