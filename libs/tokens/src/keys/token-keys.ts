import { createHash, createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { CodedError } from '#kernel';

/** A key that signs tokens, and what verifies them. */
export interface TokenKey {
  /** Names the key in the head of each token. It derives from the public key. */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** How an Ed25519 private key begins in PKCS #8; its 32 bytes follow (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED = /^[0-9a-f]{64}$/;

/**
 * The keys of an installation that sign tokens, in a file that only its owner may read: one a line, each 32 bytes as 64 hexadecimal
 * digits. The first one signs; those after it still verify what they signed. Another process may change the file at any time.
 */
export class TokenKeys {
  private read: { readonly stamp: string; readonly keys: readonly TokenKey[] } = { stamp: '', keys: [] };

  constructor(private readonly file: string) {}

  /**
   * All keys, the one that signs first; none where there is no file. The array is another one as soon as the file has changed.
   * @throws CodedError `token-key-exposed`, `token-key-invalid`
   */
  all(): readonly TokenKey[] {
    const stats = statSync(this.file, { throwIfNoEntry: false });
    const stamp = stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : '';
    if (stamp !== this.read.stamp) this.read = { stamp, keys: stats ? readKeys(this.file, stats.mode) : [] };
    return this.read.keys;
  }

  /** The key that signs. It is made where there is none. @throws CodedError as `all`; `token-key-unwritable` */
  signing(): TokenKey {
    if (this.all().length === 0) this.write([newKey()], linkSync);
    return this.all()[0]!;
  }

  /** Makes a new key that signs from now on. Those before it still verify. @throws CodedError as `all`; `token-key-unwritable` */
  add(): TokenKey {
    const key = newKey();
    this.write([key, ...this.all()], renameSync);
    return key;
  }

  /** Takes away every key but the one that signs. @throws CodedError as `all`; `token-key-unwritable` */
  retire(): void {
    this.write(this.all().slice(0, 1), renameSync);
  }

  /** Written beside and put in its place at once: no other process reads a half of it. A link leaves the key that another process made first. */
  private write(keys: readonly TokenKey[], put: (from: string, to: string) => void): void {
    const beside = `${this.file}.${process.pid}`;
    try {
      const text = keys.map((key) => `${seedOf(key)}\n`).join('');
      writeFileSync(beside, text, { mode: 0o600, flush: true });
      put(beside, this.file);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return;
      const message = `the key of the tokens cannot be written to ${this.file}`;
      throw new CodedError('token-key-unwritable', message, { file: this.file }, { cause });
    } finally {
      rmSync(beside, { force: true });
    }
  }
}

function newKey(): TokenKey {
  return keyOf(randomBytes(32).toString('hex'));
}

function readKeys(file: string, mode: number): readonly TokenKey[] {
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new CodedError('token-key-exposed', `others than its owner may read ${file}`, { file });
  const lines = readFileSync(file, 'utf8').trim().split(/\s+/);
  if (!lines.every((line) => SEED.test(line)))
    throw new CodedError('token-key-invalid', `${file} does not hold keys of 64 hexadecimal digits`, { file });
  return lines.map(keyOf);
}

function keyOf(seed: string): TokenKey {
  const der = Buffer.concat([PKCS8_HEAD, Buffer.from(seed, 'hex')]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const digest = createHash('sha256').update(publicKey.export({ format: 'der', type: 'spki' }));
  return { id: digest.digest('hex').slice(0, 16), privateKey, publicKey };
}

function seedOf({ privateKey }: TokenKey): string {
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_HEAD.length).toString('hex');
}
