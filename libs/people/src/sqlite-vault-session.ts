import { CodedError, newUuid, type JsonObject, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { randomKey, sealBox } from './cipher';
import type { KeysDatabase } from './keys-database';
import type { NumberKind, VaultSession } from './vault';

/** What a session borrows of its vault. */
interface VaultSecrets {
  /** How the index knows a number. */
  entryOf(kind: NumberKind, number: string): string;
  keyOf(household: Uuid): Buffer | undefined;
  wrap(household: Uuid, key: Buffer): Buffer;
}

export class SqliteVaultSession implements VaultSession {
  /** Ids made in this session by their entry, and the keys of the households among them. */
  private ids = new Map<string, Uuid>();
  private keys = new Map<Uuid, Buffer>();
  private readonly nothingStored: boolean;
  private last: { readonly kind: NumberKind; readonly number: string; readonly entry: string } | undefined;

  constructor(
    private readonly database: KeysDatabase,
    private readonly secrets: VaultSecrets,
  ) {
    this.nothingStored = database.isEmpty();
  }

  find(kind: NumberKind, number: string): Uuid | undefined {
    return this.known(this.entryOf(kind, number));
  }

  household(number: string): Uuid {
    const entry = this.entryOf('household', number);
    const known = this.known(entry);
    if (known) return known;
    const household = newUuid();
    this.keys.set(household, randomKey());
    this.ids.set(entry, household);
    return household;
  }

  allocation(number: string): Uuid {
    return this.numbered('allocation', number);
  }

  rehousing(number: string): Uuid {
    return this.numbered('rehousing', number);
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

  private numbered(kind: NumberKind, number: string): Uuid {
    const entry = this.entryOf(kind, number);
    const known = this.known(entry);
    if (known) return known;
    const id = newUuid();
    this.ids.set(entry, id);
    return id;
  }

  /** What is made is what was just looked for: its entry is not digested again. */
  private entryOf(kind: NumberKind, number: string): string {
    const { last } = this;
    if (last?.kind === kind && last.number === number) return last.entry;
    const entry = this.secrets.entryOf(kind, number);
    this.last = { kind, number, entry };
    return entry;
  }

  private known(entry: string): Uuid | undefined {
    return this.ids.get(entry) ?? (this.nothingStored ? undefined : this.database.find(entry));
  }
}
