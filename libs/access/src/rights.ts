import { refuse, type Refusal } from '#kernel';
import type { Actor, Role } from './actor';
import { covers, kindsOf, narrowedTo, SCOPE_KINDS, type Place, type ScopeKind } from './scope';

/**
 * The scopes under which a role has a right: always the scope of everything, and also a limited scope that has codes of these kinds.
 * Where the query or the command names a place, those codes must cover the place.
 */
export type Reach = readonly ScopeKind[];

/** Only under the scope of everything, because what is done or shown cannot be divided by codes. */
const ALL_ONLY: Reach = [];
const ANY: Reach = SCOPE_KINDS;

/**
 * The only table of rights: right × role × scope. A role that is not named for a right never has it. docs/rights.md shows the same table,
 * and a spec compares the two.
 */
export const RIGHTS = {
  /** To import the files of a territory. Their rows are not compared with a scope. */
  import: { administrator: ALL_ONLY },
  /** To record one signed lease, at its place. */
  'record-lease': { administrator: ANY, system: ALL_ONLY },
  /** To record the notes of a residence and the agreement on them. Residences have no holder, so a holder's codes do not count. */
  'note-fragility': { administrator: ['landlord', 'commune'], system: ALL_ONLY },
  /** To establish a landlord's legal list of priority residences. */
  'establish-list': { administrator: ['landlord'] },
  /** To run the process of a vacancy, from the free dwelling to the lease, and to read it. What each quality may do is decided by the process. */
  'run-vacancies': { administrator: ANY, system: ALL_ONLY },
  /** To read reports, objectives and the convention. */
  'read-figures': { administrator: ANY, reader: ANY, statistician: ANY, system: ALL_ONLY },
  /** To read lists of leases without names. */
  'read-list': { administrator: ANY, reader: ANY, statistician: ANY, system: ALL_ONLY },
  /** To read lists that name people, or that show who belongs to a sensitive public. */
  'read-named-list': { administrator: ANY, reader: ANY },
  /** To read the history of a dossier, which may concern several landlords, holders and communes. */
  audit: { administrator: ALL_ONLY, reader: ALL_ONLY, statistician: ALL_ONLY },
  /** To verify the history. The result shows nothing of its content. */
  'verify-history': { administrator: ANY, reader: ANY, statistician: ANY },
  /** To rebuild a projection. */
  rebuild: { administrator: ALL_ONLY, system: ALL_ONLY },
  /** To read the metrics of the service. */
  'read-metrics': { administrator: ALL_ONLY, monitor: ALL_ONLY },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>;

export type Right = keyof typeof RIGHTS;

/** This refusal had a code of its own before all the others got a common one. */
const NOT_ALLOWED: Readonly<Partial<Record<Right, string>>> = { import: 'import-not-allowed' };

/** Whether an actor has a right: somewhere, or at that place. Denied by default. */
export function may(actor: Actor, right: Right, place?: Place): boolean {
  return refusalOf(actor, right, place) === undefined;
}

/**
 * Why an actor does not have a right, anywhere or at that place; undefined where the actor has it. `not-allowed` (`import-not-allowed` for
 * imports): the role never has the right, or the scope is nothing. `scope-not-allowed`: the role has the right, but not there.
 */
export function refusalOf({ role, scope }: Actor, right: Right, place?: Place): Refusal | undefined {
  const reach = reachOf(role, right);
  if (!reach || scope.kind === 'none') return refuse(NOT_ALLOWED[right] ?? 'not-allowed', { right });
  if (scope.kind === 'all') return undefined;
  const acting = narrowedTo(scope, reach);
  const isCovered = place ? covers(acting, place) : kindsOf(acting).length > 0;
  return isCovered ? undefined : refuse('scope-not-allowed');
}

/** The names may come from outside this code: a name that is not an own key of the table gives no right. */
function reachOf(role: Role, right: Right): Reach | undefined {
  if (!Object.hasOwn(RIGHTS, right)) return undefined;
  const roles: Readonly<Partial<Record<Role, Reach>>> = RIGHTS[right];
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}
