import { codesOf, SCOPE_OF_ROLE, type Actor } from '#access';
import { refuse, type Day, type Refusal } from '#kernel';
import type { TerritoryCodes } from '#territory';
import type { Grant } from '../events';

/** What a grant is compared with. */
export interface GrantCase {
  readonly actor: Actor;
  readonly today: Day;
  readonly known: TerritoryCodes;
  /** The last day of the role under which a manager acts; null where it has none, and for the administrator. */
  readonly ownLastDay: Day | null;
}

/**
 * Why a grant cannot be given. `not-allowed`, `scope-not-allowed`: see `refuseManaging`. `role-scope-needed`, `role-scope-not-admitted`,
 * `role-scope-unknown`: the codes of the role. `role-already-over`: a last day that is past. `role-outlasts-own`: see `refuseLonger`.
 */
export function refuseGrant(grant: Grant, { actor, today, known, ownLastDay }: GrantCase): Refusal | undefined {
  return (
    refuseManaging(grant, actor) ??
    refuseCodes(grant, known) ??
    refusePast(grant, today) ??
    refuseLonger(grant, ownLastDay)
  );
}

/**
 * The administrator manages everybody. A manager manages people of the same role, with no wider scope, and makes no other manager.
 * Refused: `not-allowed`, `scope-not-allowed`.
 */
export function refuseManaging({ role, codes, manager }: Grant, actor: Actor): Refusal | undefined {
  if (actor.role === 'administrateur') return undefined;
  if (!actor.isManager || actor.role !== role || manager) return refuse('not-allowed', { right: 'manage-users' });
  const kind = SCOPE_OF_ROLE[role];
  if (kind === 'all') return undefined;
  const own = codesOf(actor.scope, kind);
  return codes.every((code) => own.includes(code)) ? undefined : refuse('scope-not-allowed');
}

function refuseCodes({ role, codes }: Grant, known: TerritoryCodes): Refusal | undefined {
  const kind = SCOPE_OF_ROLE[role];
  if (kind === 'all') return codes.length > 0 ? refuse('role-scope-not-admitted', { role }) : undefined;
  if (codes.length === 0) return refuse('role-scope-needed', { role });
  const unknown = codes.find((code) => !known[kind].has(code));
  return unknown === undefined ? undefined : refuse('role-scope-unknown', { kind, code: unknown });
}

/** Nobody gives a role for longer than they hold it. */
function refuseLonger({ lastDay }: Grant, ownLastDay: Day | null): Refusal | undefined {
  if (ownLastDay === null || (lastDay !== null && lastDay <= ownLastDay)) return undefined;
  return refuse('role-outlasts-own', { lastDay: ownLastDay });
}

function refusePast({ lastDay }: Grant, today: Day): Refusal | undefined {
  if (lastDay === null || lastDay >= today) return undefined;
  return refuse('role-already-over', { lastDay });
}
