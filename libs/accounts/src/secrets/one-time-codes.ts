import { Secret as Key, TOTP } from 'otpauth';
import type { Instant } from '#kernel';

const PERIOD = 30;
const SHAPE = { algorithm: 'SHA1', digits: 6, period: PERIOD } as const;
/** A clock may be a little wrong: one step either side. */
const WINDOW = 1;

/** A secret that an authenticator keeps (RFC 6238), in base 32: 160 bits. */
export function newTotpSecret(): string {
  return new Key({ size: 20 }).base32;
}

/** What an authenticator reads from a picture: `otpauth://totp/…`. */
export function totpAddress(
  secret: string,
  { issuer, email }: { readonly issuer: string; readonly email: string },
): string {
  return new TOTP({ ...SHAPE, issuer, label: email, secret }).toString();
}

/**
 * The step of a code that is right now, or one step before or after; undefined for a wrong code, and for one whose step was used already or
 * is older: each code serves once.
 */
export function stepOfCode(
  code: string,
  secret: string,
  { now, lastStep }: { readonly now: Instant; readonly lastStep: number },
): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = Date.parse(now);
  const delta = new TOTP({ ...SHAPE, secret }).validate({ token, window: WINDOW, timestamp });
  if (delta === null) return undefined;
  const step = Math.floor(timestamp / 1_000 / PERIOD) + delta;
  return step > lastStep ? step : undefined;
}

/** The code of an instant, for tests and for whoever shows a secret. */
export function codeAt(secret: string, now: Instant): string {
  return new TOTP({ ...SHAPE, secret }).generate({ timestamp: Date.parse(now) });
}
