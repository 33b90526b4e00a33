import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const POOL = Buffer.alloc(NONCE * 1024);
let poolAt = POOL.length;

/** AES-256-GCM. The context is authenticated, not hidden: a box moved elsewhere no longer opens. Gives nonce, ciphertext, tag. */
export function sealBox(key: Buffer, plain: string | Buffer, context: string): Buffer {
  const nonce = nextNonce();
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

/** Nonces are random; drawn many at a time, since each call to the system's generator has a price. */
function nextNonce(): Buffer {
  if (poolAt === POOL.length) {
    randomFillSync(POOL);
    poolAt = 0;
  }
  poolAt += NONCE;
  return Buffer.from(POOL.subarray(poolAt - NONCE, poolAt));
}
