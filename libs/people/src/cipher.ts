import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/** Where a box is put together before it is copied out: a sealed fact is a few hundred bytes, and buffers made for each cost as much as sealing. */
let scratch = Buffer.alloc(4 * 1024);

/** AES-256-GCM. The context is authenticated, not hidden: a box moved elsewhere no longer opens. Gives nonce, ciphertext, tag. */
export function sealBox(key: Buffer, plain: string | Buffer, context: string): Buffer {
  return Buffer.from(scratch.subarray(0, seal(key, plain, context)));
}

/** The same, as base64 text. */
export function sealText(key: Buffer, plain: string, context: string): string {
  const length = seal(key, plain, context);
  return scratch.toString('base64', 0, length);
}

/** Puts the box together and gives its length. */
function seal(key: Buffer, plain: string | Buffer, context: string): number {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  // In this mode it gives no byte: it makes the tag.
  cipher.final();
  const length = NONCE + body.length + TAG;
  if (length > scratch.length) scratch = Buffer.alloc(length);
  scratch.set(nonce, 0);
  scratch.set(body, NONCE);
  scratch.set(cipher.getAuthTag(), NONCE + body.length);
  return length;
}

/** @throws where the key, the context or a byte of the box is not the one that sealed it. */
export function openBox(key: Buffer, box: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(box.length - TAG));
  const body = decipher.update(box.subarray(NONCE, box.length - TAG));
  decipher.final();
  return body;
}

/** A new key of 32 bytes. */
export function randomKey(): Buffer {
  return Buffer.from(randomBytes(KEY));
}

const random = Buffer.alloc(32 * 1024);
let randomAt = random.length;
const nonce = Buffer.alloc(NONCE);

/** Good until the next one. */
function newNonce(): Buffer {
  nonce.set(randomBytes(NONCE));
  return nonce;
}

/** From the system's generator, drawn many at a time: each call to it has a price. No byte is given twice; to be copied at once. */
function randomBytes(length: number): Buffer {
  if (randomAt + length > random.length) {
    randomFillSync(random);
    randomAt = 0;
  }
  randomAt += length;
  return random.subarray(randomAt - length, randomAt);
}
