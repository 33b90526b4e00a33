import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { CodedError, type Uuid } from '#kernel';
import { openBox, sealBox } from './cipher';
import { CommitQueue } from './commit-queue';
import { LoadedKeys } from './key-ring';
import { KeySession } from './key-session';
import type { Entry, KeysStore } from './keys-store';
import type { KeyRing, NumberKind, Vault, VaultSession } from './vault';

/** The bytes of a digest that an index entry holds: enough that no two numbers have the same entry. */
const MAC = 16;

/**
 * Opens the vault over a store. Makes the secrets where the store has none.
 * @throws CodedError `master-key-wrong` where the store's secrets were encrypted with another master key
 */
export async function openVault(store: KeysStore, master: Buffer): Promise<Vault> {
  const secret = async (name: string): Promise<Buffer> => {
    const box = await store.secret(name, () => sealBox(master, randomBytes(32), name));
    try {
      return openBox(master, box, name);
    } catch (error) {
      const message = "La clé maîtresse n'est pas celle de ce dossier de données.";
      throw new CodedError('master-key-wrong', message, {}, { cause: error });
    }
  };
  try {
    const index = new KeyedDigest(await secret('index'));
    return new KeyVault(store, master, index, new KeyedDigest(await secret('digest')));
  } catch (error) {
    await store.close();
    throw error;
  }
}

class KeyVault implements Vault {
  private readonly commits: CommitQueue;

  constructor(
    private readonly store: KeysStore,
    private readonly master: Buffer,
    private readonly index: KeyedDigest,
    private readonly rows: KeyedDigest,
  ) {
    this.commits = new CommitQueue(store);
  }

  async find(kind: NumberKind, number: string): Promise<Uuid | undefined> {
    const entry = this.entryOf(kind, number);
    return (await this.store.find([entry])).get(entry);
  }

  async keysOf(households: Iterable<Uuid>): Promise<KeyRing> {
    return new LoadedKeys(await this.unwrapped([...new Set(households)]));
  }

  digest(canonicalRow: string): string {
    return this.rows.of(canonicalRow, 'base64url');
  }

  session(): VaultSession {
    return new KeySession({
      find: (entries) => this.store.find(entries),
      claimed: (keys) => this.store.claimed(keys),
      entryOf: (kind, text) => this.entryOf(kind, text),
      keys: (households) => this.unwrapped(households),
      wrap: (household, key) => sealBox(this.master, key, household),
      commit: (additions) => this.commits.add(additions),
    });
  }

  async close(): Promise<void> {
    await this.commits.idle();
    await this.store.close();
  }

  private entryOf(kind: NumberKind | 'request', text: string): Entry {
    return kind[0]! + this.index.of(`${kind}:${text}`).slice(0, MAC);
  }

  private async unwrapped(households: readonly Uuid[]): Promise<Map<Uuid, Buffer>> {
    const keys = new Map<Uuid, Buffer>();
    if (households.length === 0) return keys;
    for (const [household, box] of await this.store.wrappedKeys(households))
      keys.set(household, openBox(this.master, box, household));
    return keys;
  }
}

/** HMAC-SHA-256 with one key. The key object is made once, because an import digests several texts for each row. */
export class KeyedDigest {
  private readonly key: KeyObject;

  constructor(key: Buffer) {
    this.key = createSecretKey(key);
  }

  /** `binary` gives a text with one character for each of the 32 bytes: making a Buffer would cost as much as the digest. */
  of(text: string, encoding: 'binary' | 'base64url' = 'binary'): string {
    return createHmac('sha256', this.key).update(text).digest(encoding);
  }
}
