import { yieldToEventLoop } from '#concurrency';
import { CodedError, type Uuid } from '#kernel';
import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { LoadedKeys, openBox, sealBox } from './cipher';
import { KeySession } from './key-session';
import type { Additions, Entry, KeysStore, NumberMove } from './keys-store';
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
      const message = 'the master key is not that of these keys';
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

  forget(subjects: readonly Uuid[]): Promise<void> {
    return this.store.deleteKeys(subjects);
  }

  moveNumber(kind: NumberKind, number: string, move: NumberMove): Promise<boolean> {
    return this.store.moveNumber(this.entryOf(kind, number), move);
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

const GROUP_SIZE = 256;

interface Pending {
  readonly additions: Additions;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups the commits of sessions: one durable write takes all waiting commits. No commit is answered before its write
 * has ended.
 */
export class CommitQueue {
  private waiting: Pending[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly store: KeysStore) {}

  /** @throws CodedError `vault-conflict` */
  add(additions: Additions): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ additions, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves once all accepted commits are written. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Commits of the same turn of the event loop share the first write.
    await yieldToEventLoop();
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, GROUP_SIZE));
    this.running = undefined;
  }

  private async write(group: readonly Pending[]): Promise<void> {
    try {
      const written = await this.store.add(group.map(({ additions }) => additions));
      group.forEach(({ resolve, reject }, index) => (written[index] ? resolve() : reject(conflict())));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

function conflict(): CodedError {
  return new CodedError('vault-conflict', 'another session gave an id to the same number meanwhile: try again');
}
