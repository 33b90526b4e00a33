import { createHash, randomUUID } from 'node:crypto';

/** A UUID, lower case with hyphens. */
export type Uuid = string & { readonly __uuid: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The namespace of every deterministic id of Mixité (RFC 4122, version 5). */
const NAMESPACE = Buffer.from('6f1d6c2e5f0b4c1f9a0f3f6f1c9d7a52', 'hex');

export function newUuid(): Uuid {
  return randomUUID() as Uuid;
}

export function isUuid(text: string): text is Uuid {
  return UUID.test(text);
}

/** The same name always gives the same id: this is what makes a retry idempotent. */
export function uuidV5(name: string): Uuid {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
}
