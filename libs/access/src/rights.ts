import { refuse, type Refusal } from '#kernel';
import type { Actor, Role } from './actor';
import { covers, kindsOf, narrowedTo, SCOPE_KINDS, type Place, type ScopeKind } from './scope';

/**
 * Under which scopes a role has a right: a scope of everything always, and a limited one by its codes of these kinds. Where the
 * question or the command names a place, those codes must cover it.
 */
export type Reach = readonly ScopeKind[];

/** Under a scope of everything alone: what is done or shown cannot be parted by codes. */
const ALL_ONLY: Reach = [];
const ANY: Reach = SCOPE_KINDS;

/**
 * The one table of rights: right × role × scope. A role that a right does not name never has it (docs/rights.md prints it, a spec
 * holds the two equal).
 */
export const RIGHTS = {
  /** Files of a territory. Their rows are held against no scope. */
  import: { administrator: ALL_ONLY },
  /** One signed lease, where it stands. */
  'record-lease': { administrator: ANY, system: ALL_ONLY },
  /** Notes of a residence, and what was agreed on them: residences have no holder. */
  'note-fragility': { administrator: ['landlord', 'commune'], system: ALL_ONLY },
  /** A landlord's legal list of priority residences. */
  'establish-list': { administrator: ['landlord'] },
  /** Reports, objectives, the convention. */
  'read-figures': { administrator: ANY, reader: ANY, statistician: ANY, system: ALL_ONLY },
  /** Lists of leases, without names. */
  'read-list': { administrator: ANY, reader: ANY, statistician: ANY, system: ALL_ONLY },
  /** Whatever names people, or shows who is of a sensitive public. */
  'read-named-list': { administrator: ANY, reader: ANY },
  /** The history of a dossier, which crosses landlords, holders and communes. */
  audit: { administrator: ALL_ONLY, reader: ALL_ONLY, statistician: ALL_ONLY },
  /** Whether the history holds; it shows nothing of what stands in it. */
  'verify-history': { administrator: ANY, reader: ANY, statistician: ANY },
  /** A projection made anew. */
  rebuild: { administrator: ALL_ONLY, system: ALL_ONLY },
  /** How the service does. */
  'read-metrics': { administrator: ALL_ONLY, monitor: ALL_ONLY },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>;

export type Right = keyof typeof RIGHTS;

/** A refusal that had a code of its own before the others shared one. */
const NOT_ALLOWED: Readonly<Partial<Record<Right, string>>> = { import: 'import-not-allowed' };

/** Whether an actor has a right: at all, or at that place. Deny by default. */
export function may(actor: Actor, right: Right, place?: Place): boolean {
  return refusalOf(actor, right, place) === undefined;
}

/**
 * Why an actor has not a right, at all or at that place. Refused: `not-allowed` (`import-not-allowed`) where its role never has it, or
 * its scope is nothing; `scope-not-allowed` where its role has it, and not there.
 */
export function refusalOf({ role, scope }: Actor, right: Right, place?: Place): Refusal | undefined {
  const reach = reachOf(role, right);
  if (!reach || scope.kind === 'none') return refuse(NOT_ALLOWED[right] ?? 'not-allowed', { right });
  if (scope.kind === 'all') return undefined;
  const acting = narrowedTo(scope, reach);
  const isCovered = place ? covers(acting, place) : kindsOf(acting).length > 0;
  return isCovered ? undefined : refuse('scope-not-allowed');
}

/** Names may come from elsewhere than this code: one that the table does not hold itself has no reach. */
function reachOf(role: Role, right: Right): Reach | undefined {
  if (!Object.hasOwn(RIGHTS, right)) return undefined;
  const roles: Readonly<Partial<Record<Role, Reach>>> = RIGHTS[right];
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}
