import { hash } from 'node:crypto';

const BLOCK = 64;
const LONGEST = 16 * 1024;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, on one-shot hashes: an import digests several texts a row, and building an HMAC object
 * for each costs more than the hashing.
 */
export class KeyedDigest {
  private readonly inner = Buffer.alloc(BLOCK + LONGEST);
  private readonly outer = Buffer.alloc(BLOCK + 32);

  /** @param key at most 64 bytes */
  constructor(key: Buffer) {
    for (let at = 0; at < BLOCK; at++) {
      const byte = key[at] ?? 0;
      this.inner[at] = byte ^ 0x36;
      this.outer[at] = byte ^ 0x5c;
    }
  }

  of(text: string): Buffer {
    const length = Buffer.byteLength(text);
    const block = length <= LONGEST ? this.inner : Buffer.concat([this.inner.subarray(0, BLOCK), Buffer.alloc(length)]);
    block.write(text, BLOCK);
    hash('sha256', block.subarray(0, BLOCK + length), 'buffer').copy(this.outer, BLOCK);
    return hash('sha256', this.outer, 'buffer');
  }
}
