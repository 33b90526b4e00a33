import { refuse, type Decision, type Refusal } from '#kernel';
import { isSameRole, type Account } from '../account';
import type { AccountEvent, Grant } from '../events';
import { refuseGrant, refuseManaging, type GrantCase } from './grant';

/**
 * Invites a person, or gives one who is here already another role. Nothing where the person holds the same grant already. A person who did
 * not use the link yet is invited again: the new link takes the place of the one before. A manager does not change the grant of another
 * manager. Refused: as `refuseGrant`.
 */
export function invite(grant: Grant, account: Account, given: GrantCase): Decision<AccountEvent> {
  const held = account.grants.find((one) => isSameRole(one, grant));
  const refusal = refuseGrant(grant, given) ?? (held && refuseManaging(held, given.actor));
  if (refusal) return refusal;
  const data = { ...grant, codes: [...new Set(grant.codes)].sort() };
  if (account.status !== 'active') return [{ type: 'UserInvited', data }];
  const isHeld = held?.lastDay === data.lastDay && held.manager === data.manager;
  return isHeld ? [] : [{ type: 'RoleGranted', data }];
}

/** The person used the link. Refused: `unknown-invitation`, one answer for everything that is wrong with a link. */
export function acceptInvitation(account: Account): Decision<AccountEvent> {
  if (account.status !== 'invited') return refuse('unknown-invitation');
  return [{ type: 'InvitationAccepted', data: {} }];
}

/** Who takes something away, and whether somebody else could administer afterwards. */
interface TakingCase extends Pick<GrantCase, 'actor'> {
  readonly hasOtherAdministrator: boolean;
}

/**
 * Takes one role away, or all of them. Nothing where the person holds none. Refused: `unknown-user`, also of people whom the actor does not
 * manage at all, `not-allowed`, `scope-not-allowed`, and `last-administrator` where nobody else could administer.
 */
export function revokeRoles(
  role: Grant['role'] | undefined,
  account: Account,
  given: TakingCase,
): Decision<AccountEvent> {
  const held = account.grants.filter((grant) => role === undefined || grant.role === role);
  const refusal = refuseUnknown(account, given) ?? refuseTaking(held, given);
  if (refusal) return refusal;
  return held.map(({ role, codes }) => ({ type: 'RoleRevoked', data: { role, codes } }));
}

/** The person signs in no longer, and open sessions end. Refused: as `revokeRoles`. */
export function disable(account: Account, given: TakingCase): Decision<AccountEvent> {
  const refusal = refuseUnknown(account, given) ?? refuseTaking(account.grants, given);
  if (refusal) return refusal;
  return account.status === 'disabled' ? [] : [{ type: 'UserDisabled', data: {} }];
}

/**
 * Somebody entitled gives the person a link to come in again. Refused: `unknown-user` also where the person never came in or is disabled,
 * `not-allowed`, `scope-not-allowed`.
 */
export function openRecovery(account: Account, given: Pick<GrantCase, 'actor'>): Decision<AccountEvent> {
  if (account.status !== 'active') return refuse('unknown-user');
  const refusal = refuseUnknown(account, given) ?? refuseEach(account.grants, given);
  return refusal ?? [{ type: 'RecoveryOpened', data: {} }];
}

/** Whoever manages none of a person's roles is not told that the person is here. */
function refuseUnknown({ status, grants }: Account, { actor }: Pick<GrantCase, 'actor'>): Refusal | undefined {
  if (status === 'none') return refuse('unknown-user');
  if (actor.role === 'administrateur') return undefined;
  const isManaged = grants.some((grant) => refuseManaging(grant, actor) === undefined);
  return isManaged ? undefined : refuse('unknown-user');
}

function refuseTaking(grants: readonly Grant[], given: TakingCase): Refusal | undefined {
  const isLast = !given.hasOtherAdministrator && grants.some(({ role }) => role === 'administrateur');
  return refuseEach(grants, given) ?? (isLast ? refuse('last-administrator') : undefined);
}

/** Whoever manages one role of a person does not thereby manage the others. */
function refuseEach(grants: readonly Grant[], { actor }: Pick<GrantCase, 'actor'>): Refusal | undefined {
  return grants.map((grant) => refuseManaging(grant, actor)).find((refusal) => refusal !== undefined);
}
