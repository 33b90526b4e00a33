import { refuse, type Refusal } from '#kernel';
import { GIVEN_ROLES, SCOPE_OF_ROLE, type Actor, type GivenRole, type Role } from './actor';
import { covers, kindsOf, narrowedTo, SCOPE_KINDS, type Place, type Scope, type ScopeKind } from './scope';

/**
 * The kinds of codes under which a role has a right, beside the scope of everything where the role may have that. Where the query or the
 * command names a place, those codes must cover the place.
 */
export type Reach = readonly ScopeKind[];

/** Only under the scope of everything, because what is done or shown cannot be divided by codes. */
const ALL_ONLY: Reach = [];
const ANY: Reach = SCOPE_KINDS;
const LANDLORD: Reach = ['landlord'];
const HOLDER: Reach = ['holder'];
const COMMUNE: Reach = ['commune'];

/** Landlords, holders and communes, each by its own codes. */
const PARTIES = { bailleur: LANDLORD, reservataire: HOLDER, commune: COMMUNE } as const;

/**
 * The only table of rights: right × role × scope. A role that is not named for a right never has it. docs/rights.md shows the same table,
 * and a spec compares the two.
 */
export const RIGHTS = {
  /** To import the files of a territory; under codes of landlords, those about their own residences. Each row is done in the name of who imports. */
  import: { administrateur: LANDLORD, agent_epci: ALL_ONLY, bailleur: LANDLORD },
  /** To record one signed lease, at its place. */
  'record-lease': { administrateur: ANY, agent_epci: ALL_ONLY, bailleur: LANDLORD, system: ALL_ONLY },
  /** To record the notes of a residence and the agreement on them. Residences have no holder, so a holder's codes do not count. */
  'note-fragility': {
    administrateur: ['landlord', 'commune'],
    agent_epci: ALL_ONLY,
    bailleur: LANDLORD,
    commune: COMMUNE,
    system: ALL_ONLY,
  },
  /** To establish a landlord's legal list of priority residences. */
  'establish-list': { administrateur: LANDLORD, bailleur: LANDLORD },
  /** The steps of the landlord: to declare a dwelling free, orient it, hold the commission, make offers, record answers, close. */
  'let-dwellings': { administrateur: LANDLORD, bailleur: LANDLORD },
  /** To give a vacancy back, or to take it back. Whose vacancy it is, the process decides. */
  'return-vacancies': { administrateur: ANY, agent_epci: ALL_ONLY, ...PARTIES },
  /** To designate households, correct their facts and take them back. On which vacancy, the process decides. */
  designate: { administrateur: ANY, agent_epci: ALL_ONLY, ...PARTIES, etat: ALL_ONLY },
  /** To give an opinion on a candidate, endorse it or defer its designation. */
  'endorse-candidates': { administrateur: COMMUNE, agent_epci: ALL_ONLY, commune: COMMUNE },
  /** To speak of an application: its criteria of priority, its end, the substitute offer that it renounces. Of whom, the process decides. */
  'end-applications': { administrateur: ANY, agent_epci: ALL_ONLY, ...PARTIES },
  /** What is the EPCI's alone: to set the QPV commissions, and to reopen an application. */
  'steer-process': { administrateur: ALL_ONLY, agent_epci: ALL_ONLY },
  /** To see what waits for oneself, and to postpone it or hand it over. */
  'take-tasks': { administrateur: ANY, agent_epci: ALL_ONLY, ...PARTIES, etat: ALL_ONLY },
  /** To record what follows by itself: lapses, withdrawals and ends that another event causes. */
  'follow-vacancies': { administrateur: ALL_ONLY, system: ALL_ONLY },
  /** To read vacancies and their histories. */
  'read-vacancies': { administrateur: ANY, agent_epci: ALL_ONLY, ...PARTIES, etat: ALL_ONLY, auditeur: ALL_ONLY },
  /** To read reports, objectives and the convention. */
  'read-figures': {
    administrateur: ANY,
    agent_epci: ALL_ONLY,
    ...PARTIES,
    etat: ALL_ONLY,
    auditeur: ALL_ONLY,
    statisticien: ALL_ONLY,
    elu: ALL_ONLY,
    system: ALL_ONLY,
  },
  /** To read lists of leases without names. */
  'read-list': {
    administrateur: ANY,
    agent_epci: ALL_ONLY,
    ...PARTIES,
    etat: ALL_ONLY,
    auditeur: ALL_ONLY,
    system: ALL_ONLY,
  },
  /** To read lists that name people, or that show who belongs to a sensitive public. */
  'read-named-list': {
    administrateur: ANY,
    agent_epci: ALL_ONLY,
    bailleur: LANDLORD,
    reservataire: HOLDER,
    auditeur: ALL_ONLY,
  },
  /** To read the history of a dossier, which may concern several landlords, holders and communes. */
  audit: { administrateur: ALL_ONLY, agent_epci: ALL_ONLY, auditeur: ALL_ONLY },
  /** To verify the history. The result shows nothing of its content. */
  'verify-history': { administrateur: ANY, agent_epci: ALL_ONLY, auditeur: ALL_ONLY },
  /** To issue and revoke the tokens of people and programs, and to change the key that signs them. */
  'manage-tokens': { administrateur: ALL_ONLY },
  /** To invite people, give and take roles. But for the administrator, only a manager, of people of the same role and scope. */
  'manage-users': { administrateur: ALL_ONLY, agent_epci: ALL_ONLY, ...PARTIES, etat: ALL_ONLY },
  /** To rebuild a projection. */
  rebuild: { administrateur: ALL_ONLY, system: ALL_ONLY },
  /** To read the metrics of the service. */
  'read-metrics': { administrateur: ALL_ONLY, monitor: ALL_ONLY },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>;

export type Right = keyof typeof RIGHTS;

/** Rights that a role gives to its managers only; the administrator has them all the same. */
const OF_MANAGERS: ReadonlySet<Right> = new Set<Right>(['manage-users']);

/** Whether only the managers among the people of a role have the right. */
export function isForManagersOnly(role: Role, right: Right): boolean {
  return role !== 'administrateur' && OF_MANAGERS.has(right);
}

/** The roles that people can be given and that have the right somewhere. */
export function rolesWith(right: Right): readonly GivenRole[] {
  return GIVEN_ROLES.filter((role) => reachOf(role, right) !== undefined);
}

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
export function refusalOf(actor: Actor, right: Right, place?: Place): Refusal | undefined {
  const { role, scope } = actor;
  if (!reachOf(role, right) || scope.kind === 'none') return refuse(NOT_ALLOWED[right] ?? 'not-allowed', { right });
  if (isForManagersOnly(role, right) && !actor.isManager) return refuse('not-allowed', { right });
  // A role that is bound to codes never acts everywhere.
  if (scope.kind === 'all') return SCOPE_OF_ROLE[role] === 'all' ? undefined : refuse('scope-not-allowed');
  const acting = actingScope(actor, right);
  const isCovered = place ? covers(acting, place) : kindsOf(acting).length > 0;
  return isCovered ? undefined : refuse('scope-not-allowed');
}

/** The scope with only the codes by which the actor has the right; no code where its role never has it. */
export function actingScope({ role, scope }: Actor, right: Right): Scope {
  return scope.kind === 'limited' ? narrowedTo(scope, reachOf(role, right) ?? []) : scope;
}

/** The names may come from outside this code: a name that is not an own key of the table gives no right. */
function reachOf(role: Role, right: Right): Reach | undefined {
  if (!Object.hasOwn(RIGHTS, right)) return undefined;
  const roles: Readonly<Partial<Record<Role, Reach>>> = RIGHTS[right];
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}
