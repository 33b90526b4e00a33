import { createHash, timingSafeEqual } from 'node:crypto';

const BEARER = /^Bearer +(\S+)$/i;

/** The secret that stands for the installation's administrator where a request does not come from this machine. */
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

/** Digests have one length, which the comparison needs and which tells nothing of the token's. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
