import type { SealedFacts } from '#event-store';
import { CodedError, type Json, type Uuid } from '#kernel';
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { KeyRing } from './vault';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

/**
 * A box is built here and then copied. A sealed fact has a few hundred bytes, and a new buffer for each would cost as
 * much as the encryption.
 */
let scratch = Buffer.alloc(4 * 1024);

/**
 * Encrypts with AES-256-GCM. The context is authenticated but not encrypted: a box that is moved to another context no
 * longer opens. Returns nonce, ciphertext and tag.
 */
export function sealBox(key: Buffer, plain: string | Buffer, context: string): Buffer {
  return Buffer.from(scratch.subarray(0, seal(key, plain, context)));
}

/** Encrypts like `sealBox`, and returns base64 text. */
export function sealText(key: Buffer, plain: string, context: string): string {
  const length = seal(key, plain, context);
  return scratch.toString('base64', 0, length);
}

/** Builds the box in `scratch` and returns its length. */
function seal(key: Buffer, plain: string | Buffer, context: string): number {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  // In this mode `final` returns no bytes: it only computes the tag.
  cipher.final();
  const length = NONCE + body.length + TAG;
  if (length > scratch.length) scratch = Buffer.alloc(length);
  scratch.set(nonce, 0);
  scratch.set(body, NONCE);
  scratch.set(cipher.getAuthTag(), NONCE + body.length);
  return length;
}

/** @throws where the key or the context is another one, or a byte of the box was changed. */
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

/** A new nonce, valid until the next call. */
function newNonce(): Buffer {
  nonce.set(randomBytes(NONCE));
  return nonce;
}

/**
 * Random bytes. They are drawn from the system's generator in large amounts, because each call to it is costly. No byte
 * is returned twice; the caller must copy them at once.
 */
function randomBytes(length: number): Buffer {
  if (randomAt + length > random.length) {
    randomFillSync(random);
    randomAt = 0;
  }
  randomAt += length;
  return random.subarray(randomAt - length, randomAt);
}

/** The loaded keys by household. */
export class LoadedKeys implements KeyRing {
  constructor(private readonly keys: ReadonlyMap<Uuid, Buffer>) {}

  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts {
    return sealWith(this.keys, household, eventId, facts);
  }

  open<Facts = Json>({ household, box }: SealedFacts, eventId: Uuid): Facts | undefined {
    const key = this.keys.get(household);
    if (!key) return undefined;
    try {
      return JSON.parse(openBox(key, Buffer.from(box, 'base64'), eventId).toString('utf8')) as Facts;
    } catch (error) {
      throw new CodedError(
        'box-altered',
        'a box does not open with its key: it was altered',
        { event: eventId },
        { cause: error },
      );
    }
  }

  canOpen(household: Uuid): boolean {
    return this.keys.has(household);
  }
}

/** @throws CodedError `household-erased` where the household has no key */
export function sealWith(keys: ReadonlyMap<Uuid, Buffer>, household: Uuid, eventId: Uuid, facts: Json): SealedFacts {
  const key = keys.get(household);
  if (!key)
    throw new CodedError('household-erased', 'the household was erased: nothing can be sealed for it', { household });
  return { household, box: sealText(key, JSON.stringify(facts), eventId) };
}
