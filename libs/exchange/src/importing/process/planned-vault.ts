import type { NumberKind, Vault, VaultSession, Wanted } from '#people';
import type { Uuid } from '#kernel';

const WANTED: Readonly<Record<NumberKind, keyof Wanted>> = {
  household: 'households',
  allocation: 'allocations',
  rehousing: 'rehousings',
  dwelling: 'dwellings',
};

/**
 * The vault, as the rows of an import see it: all of them share one session, which the import commits only when it is certain to write. So a
 * refused import, or a trial, makes neither numbers nor keys.
 */
export function plannedVault(vault: Vault, session: VaultSession): Vault {
  const shared: VaultSession = {
    prepare: (wanted) => session.prepare(wanted),
    find: (kind, number) => session.find(kind, number),
    household: (number) => session.household(number),
    allocation: (number) => session.allocation(number),
    rehousing: (number) => session.rehousing(number),
    dwelling: (text) => session.dwelling(text),
    subject: (id) => session.subject(id),
    seal: (household, eventId, facts) => session.seal(household, eventId, facts),
    claimed: (requestKey) => session.claimed(requestKey),
    claim: (requestKey, content) => session.claim(requestKey, content),
    commit: () => Promise.resolve(),
  };
  return {
    find: async (kind, number): Promise<Uuid | undefined> => {
      await session.prepare({ [WANTED[kind]]: [number] });
      return session.find(kind, number);
    },
    keysOf: (households) => vault.keysOf(households),
    digest: (row) => vault.digest(row),
    forget: (subjects) => vault.forget(subjects),
    moveNumber: (kind, number, move) => vault.moveNumber(kind, number, move),
    session: () => shared,
    close: () => Promise.resolve(),
  };
}
