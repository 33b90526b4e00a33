import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits that nobody can guess, as 43 characters that an address may hold. */
export function newCode(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a code of 256 bits. It needs no salt and no slow digest: nobody can try them all. */
export function digestOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 4;

/** A recovery code that a person can copy by hand: 80 bits, `ABCD-EFGH-JKLM-NPQR`. */
export function newRecoveryCode(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]!).join(''),
  );
  return groups.join('-');
}

/** However it was typed: in small letters, without hyphens. */
export function normalRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
