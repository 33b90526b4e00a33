import { CodedError, newUuid, type JsonObject, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { randomKey, sealBox } from './cipher';
import { macEntry, type KeysDatabase } from './keys-database';
import type { NumberKind, VaultSession } from './vault';

/** What a session borrows of its vault. */
interface VaultSecrets {
  numberMac(kind: NumberKind, number: string): Buffer;
  keyOf(household: Uuid): Buffer | undefined;
  wrap(household: Uuid, key: Buffer): Buffer;
}

export class SqliteVaultSession implements VaultSession {
  /** Ids made in this session, by kind and digest of their number, and the keys of the households among them. */
  private ids = new Map<string, Uuid>();
  private keys = new Map<Uuid, Buffer>();
  private readonly nothingStored: boolean;
  private last: { readonly kind: NumberKind; readonly number: string; readonly mac: Buffer } | undefined;

  constructor(
    private readonly database: KeysDatabase,
    private readonly secrets: VaultSecrets,
  ) {
    this.nothingStored = database.isEmpty();
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.findMac(kind, this.macOf(kind, number));
  }

  household(number: string): Uuid {
    const mac = this.macOf('household', number);
    const known = this.findMac('household', mac);
    if (known) return known;
    const household = newUuid();
    this.keys.set(household, randomKey());
    this.ids.set(macEntry('household', mac), household);
    return household;
  }

  allocation(number: string): Uuid {
    const mac = this.macOf('allocation', number);
    const known = this.findMac('allocation', mac);
    if (known) return known;
    const allocation = newUuid();
    this.ids.set(macEntry('allocation', mac), allocation);
    return allocation;
  }

  seal(household: Uuid, eventId: Uuid, facts: JsonObject): SealedFacts {
    const key = this.keys.get(household) ?? this.secrets.keyOf(household);
    if (!key)
      throw new CodedError('household-erased', 'the household was erased: nothing can be sealed for it', { household });
    return { household, box: sealBox(key, JSON.stringify(facts), eventId).toString('base64') };
  }

  commit(): void {
    if (this.ids.size === 0) return;
    this.database.insert(this.keys, (household, key) => this.secrets.wrap(household, key), this.ids);
    this.ids = new Map();
    this.keys = new Map();
  }

  /** The allocation that is made is the one that was just looked for. */
  private macOf(kind: NumberKind, number: string): Buffer {
    const { last } = this;
    if (last?.kind !== kind || last.number !== number)
      this.last = { kind, number, mac: this.secrets.numberMac(kind, number) };
    return this.last!.mac;
  }

  private findMac(kind: NumberKind, mac: Buffer): Uuid | undefined {
    const id = this.ids.get(macEntry(kind, mac));
    return id ?? (this.nothingStored ? undefined : this.database.find(kind, mac));
  }
}
