import { hash } from 'node:crypto';

const BLOCK = 64;
const DIGEST = 32;
const LONGEST = 16 * 1024;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, on one-shot hashes: an import digests several texts a row, and building an HMAC object
 * for each costs more than the hashing. Digests are text of one character a byte: making a Buffer costs as much again.
 */
export class KeyedDigest {
  private readonly inner = Buffer.alloc(BLOCK + LONGEST);
  private readonly outer = Buffer.alloc(BLOCK + DIGEST);

  /** @param key at most 64 bytes */
  constructor(key: Buffer) {
    for (let at = 0; at < BLOCK; at++) {
      const byte = key[at] ?? 0;
      this.inner[at] = byte ^ 0x36;
      this.outer[at] = byte ^ 0x5c;
    }
  }

  /** In the encoding asked: `binary` (32 characters) or `base64url`. */
  of(text: string, encoding: 'binary' | 'base64url' = 'binary'): string {
    const fits = text.length * 3 <= LONGEST;
    const block = fits
      ? this.inner
      : Buffer.concat([this.inner.subarray(0, BLOCK), Buffer.alloc(Buffer.byteLength(text))]);
    const length = block.write(text, BLOCK);
    this.outer.write(hash('sha256', block.subarray(0, BLOCK + length), 'binary'), BLOCK, 'latin1');
    return hash('sha256', this.outer, encoding);
  }
}
