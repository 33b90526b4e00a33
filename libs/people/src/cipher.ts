import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** AES-256-GCM. The context is authenticated, not hidden: a box moved elsewhere no longer opens. Gives nonce, ciphertext, tag. */
export function sealBox(key: Buffer, plain: string | Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** @throws where the key, the context or a byte of the box is not the one that sealed it. */
export function openBox(key: Buffer, box: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(box.length - TAG));
  return Buffer.concat([decipher.update(box.subarray(NONCE, box.length - TAG)), decipher.final()]);
}

/** A new key of 32 bytes. */
export function randomKey(): Buffer {
  return randomBytes(KEY);
}

const pool = Buffer.alloc(32 * 1024);
let poolAt = pool.length;

/** From the system's generator, drawn many at a time: each call to it has a price. No byte is given twice. */
function randomBytes(length: number): Buffer {
  if (poolAt + length > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  poolAt += length;
  return Buffer.from(pool.subarray(poolAt - length, poolAt));
}
