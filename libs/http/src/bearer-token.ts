import { createHash, timingSafeEqual } from 'node:crypto';

const BEARER = /^Bearer +(\S+)$/i;

/** A secret that stands for somebody: the installation's administrator where a request does not come from this machine. */
export class BearerToken {
  private readonly digest: Buffer | undefined;

  /** Without a token, nothing matches. */
  constructor(token: string | undefined) {
    this.digest = token ? digestOf(token) : undefined;
  }

  /** Takes the same time whatever is wrong with the header's token. */
  matches(authorization: string): boolean {
    const given = BEARER.exec(authorization)?.[1];
    return this.digest !== undefined && given !== undefined && timingSafeEqual(digestOf(given), this.digest);
  }
}

/** A lesser secret, for a program that watches the service: it opens the metrics and nothing else. */
export class MonitorToken extends BearerToken {}

/** Digests have one length, which the comparison needs and which tells nothing of the token's. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
