import { codesOf, EVERYTHING, limitedTo, SCOPE_OF_ROLE, type Actor } from '#access';
import type { Day, Uuid } from '#kernel';
import type { AccountEvent, Grant } from './events';

/** `invited`: the link was not used yet, and nobody signs in. */
export type AccountStatus = 'none' | 'invited' | 'active' | 'disabled';

/** An account, as its stream says. */
export interface Account {
  readonly status: AccountStatus;
  readonly grants: readonly Grant[];
}

export const NO_ACCOUNT: Account = { status: 'none', grants: [] };

export function evolve(account: Account, event: AccountEvent): Account {
  switch (event.type) {
    case 'UserInvited': {
      // Whoever comes back after a disabling begins again, with the roles of the new invitation only.
      const before = account.status === 'disabled' ? [] : account.grants;
      return { status: 'invited', grants: withGrant(before, event.data) };
    }
    case 'InvitationAccepted':
      return { ...account, status: 'active' };
    case 'RoleGranted':
      return { ...account, grants: withGrant(account.grants, event.data) };
    case 'RoleRevoked':
      return { ...account, grants: account.grants.filter((grant) => !isSameRole(grant, event.data)) };
    case 'UserDisabled':
      return { ...account, status: 'disabled' };
    case 'RecoveryOpened':
    case 'PasswordChanged':
    case 'SecondFactorEnrolled':
    case 'RecoveryCodesMade':
      return account;
  }
}

/** A grant of the same role with the same codes takes the place of the one before. */
function withGrant(grants: readonly Grant[], grant: Grant): readonly Grant[] {
  return [...grants.filter((one) => !isSameRole(one, grant)), grant];
}

/** Whether both are the same role with the same codes. */
export function isSameRole(one: Pick<Grant, 'role' | 'codes'>, other: Pick<Grant, 'role' | 'codes'>): boolean {
  return one.role === other.role && codesText(one) === codesText(other);
}

function codesText({ codes }: Pick<Grant, 'codes'>): string {
  return [...codes].sort().join('\n');
}

/** The grants under which the person may act on that day. Nobody acts before the invitation is accepted, or once disabled. */
export function grantsOn({ status, grants }: Account, today: Day): readonly Grant[] {
  if (status !== 'active') return [];
  return grants.filter(({ lastDay }) => lastDay === null || today <= lastDay);
}

/** Who acts under a grant: one role and one scope, never the union of several. */
export function actorUnder(id: Uuid, { role, codes, manager }: Grant): Actor {
  const kind = SCOPE_OF_ROLE[role];
  const scope = kind === 'all' ? EVERYTHING : limitedTo({ [kind]: codes });
  return { id, role, scope, ...(manager && { isManager: true }) };
}

/** The last day of the role under which a manager acts. Null where nobody said one, and for the administrator, whom no day bounds. */
export function lastDayUnder({ grants }: Account, { role, scope }: Actor): Day | null {
  if (role === 'administrateur') return null;
  const kind = SCOPE_OF_ROLE[role];
  const codes = kind === 'all' ? [] : codesOf(scope, kind);
  return grants.find((grant) => grant.role === role && codesText(grant) === codesText({ codes }))?.lastDay ?? null;
}
