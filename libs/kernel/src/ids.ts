import { hash, randomFillSync } from 'node:crypto';

/** A UUID, lower case with hyphens. */
export type Uuid = string & { readonly __uuid: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The namespace of all deterministic ids of Mixité (RFC 9562, version 5). Any text of 16 letters would do. */
const NAMESPACE = 'mixite/ids/v5/01';

const RANDOM = Buffer.alloc(16 * 256);
let randomAt = RANDOM.length;

/**
 * A new id that nobody can guess (74 random bits), in the order of time (RFC 9562, version 7). Ids made one after the
 * other are neighbours in an index, so that a million of them do not spread over all its pages. The time is that of the
 * call, and no decision depends on it.
 */
export function newUuid(): Uuid {
  if (randomAt === RANDOM.length) {
    randomFillSync(RANDOM);
    randomAt = 0;
  }
  const bytes = RANDOM.subarray(randomAt, randomAt + 16);
  randomAt += 16;
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return uuidOf(bytes.toString('hex'));
}

export function isUuid(text: string): text is Uuid {
  return UUID.test(text);
}

/** The same name always gives the same id. This makes a retry idempotent. */
export function uuidV5(name: string): Uuid {
  const hex = hash('sha1', NAMESPACE + name, 'hex');
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return uuidOf(`${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`);
}

function uuidOf(hex: string): Uuid {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid;
}
