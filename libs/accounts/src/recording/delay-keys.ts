import type { Uuid } from '#kernel';
import type { Vault } from '#people';

/** The wrong tries at one account. */
export function delayKeyOfAccount(account: Uuid): string {
  return `account ${account}`;
}

/** The wrong tries from one machine. Its address is kept as a keyed digest. */
export function delayKeyOfMachine(address: string, vault: Pick<Vault, 'digest'>): string {
  return `machine ${vault.digest(`machine\n${address}`)}`;
}
