import { uuidV5, type Uuid } from '#kernel';
import type { Vault } from '#people';

/** However it was typed. Two addresses that differ only in letters large and small are one person's. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/**
 * The id of the account of an address. It derives from a keyed digest: one address has one account, nobody without the keys can guess the id
 * of an address, and no index of addresses is needed.
 */
export function accountIdOf(email: string, vault: Pick<Vault, 'digest'>): Uuid {
  return uuidV5(`account ${vault.digest(`account\n${normalEmail(email)}`)}`);
}
