import { CodedError } from '#kernel';
import type { VaultSession } from '#people';

/** The session of commands that need no vault: it knows no number and no key. */
export const NO_VAULT: VaultSession = {
  prepare: async () => undefined,
  commit: async () => undefined,
  find: () => undefined,
  claimed: () => undefined,
  household: unavailable,
  allocation: unavailable,
  rehousing: unavailable,
  dwelling: unavailable,
  subject: unavailable,
  seal: unavailable,
  claim: unavailable,
};

/** A fault of the program: `needsNoVault` was said of a handling that needs it. */
function unavailable(): never {
  throw new CodedError('vault-not-opened', 'these commands were said to need no vault');
}
