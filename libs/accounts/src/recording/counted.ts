import type { Uuid } from '#kernel';
import type { Vault } from '#people';
import type { Counted } from '../secrets/delays';

/** The wrong tries at one account. */
export function triesAt(account: Uuid): Counted {
  return { key: `account ${account}`, free: 5 };
}

/** The wrong tries from one machine, or from an office behind one address. The address is kept as a keyed digest. */
export function triesFrom(address: string, vault: Pick<Vault, 'digest'>): Counted {
  return { key: `machine ${vault.digest(`machine\n${address}`)}`, free: 50 };
}
