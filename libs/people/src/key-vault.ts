import { randomBytes } from 'node:crypto';
import { CodedError, type Uuid } from '#kernel';
import { openBox, sealBox } from './cipher';
import { CommitQueue } from './commit-queue';
import { LoadedKeys } from './key-ring';
import { KeyedDigest } from './keyed-digest';
import { KeySession } from './key-session';
import type { Entry, KeysStore } from './keys-store';
import type { KeyRing, NumberKind, Vault, VaultSession } from './vault';

/** How much of a digest an index entry holds: enough that no two numbers meet. */
const MAC = 16;

/**
 * Opens the vault over a store: its secrets are made where the store has none.
 * @throws CodedError `master-key-wrong` where the store's secrets were wrapped by another master key
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
      claimed: (entry, week) => this.store.claimed(entry, week),
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
