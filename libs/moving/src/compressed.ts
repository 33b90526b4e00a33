import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/**
 * A gzip file may have several members, one after the other. Here each page is a member, and the extra field of its
 * header holds its length (RFC 1952, 2.3.1.1). A file that was cut short can therefore be cut back to its last whole
 * page and continued. Any gunzip program reads it.
 */
const BASE = 10;
const EXTRA = 10;
export const MEMBER_HEADER = BASE + EXTRA;

const HAS_EXTRA = 0x04;
/** The extra field: 8 bytes, with the subfield `MX` of 4 bytes. */
const FIELD = Buffer.from([8, 0, 0x4d, 0x58, 4, 0]);

const compress = promisify(gzip);
export const decompress = promisify(gunzip);

export async function memberOf(text: string): Promise<Buffer> {
  const plain = await compress(text);
  const header = Buffer.alloc(MEMBER_HEADER);
  plain.copy(header, 0, 0, BASE);
  header[3]! |= HAS_EXTRA;
  FIELD.copy(header, BASE);
  header.writeUInt32LE(plain.length + EXTRA, BASE + FIELD.length);
  return Buffer.concat([header, plain.subarray(BASE)]);
}

/** The length of the member that begins with this header; undefined where Mixité did not write it. */
export function memberLength(header: Uint8Array): number | undefined {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  const isOurs = isGzip(bytes) && bytes[3] === HAS_EXTRA && FIELD.equals(bytes.subarray(BASE, BASE + FIELD.length));
  return isOurs ? bytes.readUInt32LE(BASE + FIELD.length) : undefined;
}

export function isGzip(beginning: Uint8Array): boolean {
  return beginning[0] === 0x1f && beginning[1] === 0x8b;
}
