import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** HMAC-SHA-256 under one key. Its key object is made once: an import digests several texts a row. */
export class KeyedDigest {
  private readonly key: KeyObject;

  constructor(key: Buffer) {
    this.key = createSecretKey(key);
  }

  /** `binary` is a text of one character a byte (32 in all): making a Buffer would cost as much as the digest. */
  of(text: string, encoding: 'binary' | 'base64url' = 'binary'): string {
    return createHmac('sha256', this.key).update(text).digest(encoding);
  }
}
